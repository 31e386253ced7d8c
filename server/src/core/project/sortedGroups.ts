/** Lists by key, each in an order of its own. Most have one item, which then is kept without a list. */
export class SortedGroups<K, T extends object> {
  readonly #compare: (a: T, b: T) => number;
  readonly #groups = new Map<K, T | Several<T>>();

  /** @param compare the order of two items; it never changes */
  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  /** The items of a key, in order. The list may change with the group. */
  get(key: K): readonly T[] {
    const group = this.#groups.get(key);
    if (group === undefined) return NONE;
    return group instanceof Several ? group.items : [group];
  }

  /** The first item of a key. */
  first(key: K): T | undefined {
    const group = this.#groups.get(key);
    return group instanceof Several ? group.items[0] : group;
  }

  /** The keys that have an item. */
  keys(): IterableIterator<K> {
    return this.#groups.keys();
  }

  /** Puts in an item; behind those that are equal in order. */
  add(key: K, item: T): void {
    const group = this.#groups.get(key);
    if (group === undefined) {
      this.#groups.set(key, item);
    } else if (group instanceof Several) {
      insert(group.items, item, this.#compare);
    } else {
      const items = this.#compare(group, item) <= 0 ? [group, item] : [item, group];
      this.#groups.set(key, new Several(items));
    }
  }

  /** Takes out an item; gives whether it was there. */
  delete(key: K, item: T): boolean {
    const group = this.#groups.get(key);
    if (group === item) return this.#groups.delete(key);
    if (!(group instanceof Several)) return false;
    const at = group.items.indexOf(item);
    if (at < 0) return false;
    group.items.splice(at, 1);
    const [left] = group.items;
    if (left && group.items.length === 1) this.#groups.set(key, left);
    return true;
  }
}

class Several<T> {
  readonly items: T[];

  constructor(items: T[]) {
    this.items = items;
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
