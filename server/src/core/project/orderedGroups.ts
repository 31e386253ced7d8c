import { KeyedSignals } from '../reactive';

/** Lists by key, each in an order of its own, kept up to date item by item. Readers of a key are told when it changes. */
export class OrderedGroups<K, T> {
  readonly #compare: (a: T, b: T) => number;
  /** What was given to a reader must not change: lists of one item, which most are, never do. */
  readonly #groups = new Map<K, T[]>();
  readonly #given = new KeyedSignals<K, readonly T[]>((key) => {
    const group = this.#groups.get(key) ?? NONE;
    return group.length < 2 ? group : group.slice();
  });

  readonly #firsts = new KeyedSignals<K, T | undefined>((key) => this.#groups.get(key)?.[0]);

  /** @param compare the order of the manuscript; the order of two items in a list never changes */
  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  /** The items of a key, in order. */
  get(key: K): readonly T[] {
    return this.#given.get(key);
  }

  /** The items of a key as they stand, in order, without taking note of who asks. */
  current(key: K): readonly T[] {
    return this.#groups.get(key) ?? NONE;
  }

  /** The first item of a key. */
  first(key: K): T | undefined {
    return this.#firsts.get(key);
  }

  /** The keys that have an item. */
  keys(): Iterable<K> {
    return this.#groups.keys();
  }

  /** Puts in an item; behind those that are equal in order. */
  add(key: K, item: T): void {
    const group = this.#groups.get(key);
    if (group && group.length > 1) insert(group, item, this.#compare);
    else if (group) {
      const [other] = group;
      const isLast = other === undefined || this.#compare(other, item) <= 0;
      this.#groups.set(key, isLast ? [...group, item] : [item, ...group]);
    } else this.#groups.set(key, [item]);
    this.#refresh(key);
  }

  /** Takes out an item. */
  delete(key: K, item: T): void {
    const group = this.#groups.get(key);
    const at = group?.indexOf(item) ?? -1;
    if (!group || at < 0) return;
    if (group.length > 2) group.splice(at, 1);
    else if (group.length === 2) this.#groups.set(key, group.slice(1 - at, 2 - at));
    else this.#groups.delete(key);
    this.#refresh(key);
  }

  #refresh(key: K): void {
    this.#given.refresh(key);
    this.#firsts.refresh(key);
  }
}

/** Puts an item into an ordered list, behind those that are equal; mostly it belongs at the end. */
export function insert<T>(items: T[], item: T, compare: (a: T, b: T) => number): void {
  const last = items.at(-1);
  if (last === undefined || compare(last, item) <= 0) {
    items.push(item);
    return;
  }
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = items[middle];
    if (other !== undefined && compare(other, item) > 0) high = middle;
    else low = middle + 1;
  }
  items.splice(low, 0, item);
}

const NONE: readonly never[] = [];
