import { KeyedSignals } from '../reactive';
import { SortedGroups } from './sortedGroups';

/** Lists by key, each in an order of its own, kept up to date item by item. Readers of a key are told when it changes. */
export class OrderedGroups<K, T extends object> {
  readonly #groups: SortedGroups<K, T>;
  /** What was given to a reader must not change. */
  readonly #given = new KeyedSignals<K, readonly T[]>((key) => {
    const group = this.#groups.get(key);
    return group.length < 2 ? group : group.slice();
  });

  readonly #firsts = new KeyedSignals<K, T | undefined>((key) => this.#groups.first(key));

  /** @param compare the order of the manuscript; the order of two items in a list never changes */
  constructor(compare: (a: T, b: T) => number) {
    this.#groups = new SortedGroups(compare);
  }

  /** The items of a key, in order. */
  get(key: K): readonly T[] {
    return this.#given.get(key);
  }

  /** The items of a key as they stand, in order, without taking note of who asks. */
  current(key: K): readonly T[] {
    return this.#groups.get(key);
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
    this.#groups.add(key, item);
    this.#refresh(key);
  }

  /** Takes out an item. */
  delete(key: K, item: T): void {
    if (this.#groups.delete(key, item)) this.#refresh(key);
  }

  #refresh(key: K): void {
    this.#given.refresh(key);
    this.#firsts.refresh(key);
  }
}
