import type { Leaf } from '../syntax';
import { leafWordsOfMany, type LeafWords } from './leafWords';

/** Something that is looked for in all blocks of text. */
export interface Search {
  /** Searches of one question with the same signature find the same. */
  readonly signature: string;
  /**
   * What is looked for under each key. Where it is the same as in another search of the question, so is what is found
   * under that key.
   */
  readonly wanted: ReadonlyMap<string, string>;
  /**
   * The keys of what may stand in a block of text, judged by its words in the source: too many are harmless, since what
   * is found is read with care; too few are not.
   */
  keysIn(words: LeafWords): readonly string[];
  /** A search for what is looked for under some of the keys only. */
  narrowed(keys: ReadonlySet<string>): Pick<Search, 'keysIn'>;
}

/** A block of text and its file. */
export interface PlacedLeaf {
  readonly uri: string;
  readonly leaf: Leaf;
}

/** The blocks of text in which something may stand, kept block by block: an edit costs as much as the blocks it touches. */
export class LeafIndex {
  #search: Search;
  readonly #keys = new Map<Leaf, readonly string[]>();
  readonly #leaves = new Map<string, Map<Leaf, PlacedLeaf>>();

  constructor(search: Search) {
    this.#search = search;
  }

  get signature(): string {
    return this.#search.signature;
  }

  /** Adds a block of text; gives the keys whose blocks are others now. */
  add(uri: string, leaf: Leaf, words: LeafWords): readonly string[] {
    const keys = this.#search.keysIn(words);
    this.#keep(uri, leaf, keys);
    return keys;
  }

  /** Searches for something else from now on: the blocks in which that may stand are found among all blocks. */
  turnTo(search: Search, all: Iterable<PlacedLeaf>): void {
    const before = this.#search.wanted;
    this.#search = search;
    for (const [key, wanted] of before) if (search.wanted.get(key) !== wanted) this.#drop(key);
    const others = new Set<string>();
    for (const [key, wanted] of search.wanted) if (before.get(key) !== wanted) others.add(key);
    if (others.size === 0) return;
    const narrowed = search.narrowed(others);
    for (const { uri, leaf } of all) this.#keep(uri, leaf, narrowed.keysIn(leafWordsOfMany(leaf)));
  }

  #keep(uri: string, leaf: Leaf, keys: readonly string[]): void {
    if (keys.length === 0) return;
    this.#keys.set(leaf, [...(this.#keys.get(leaf) ?? []), ...keys]);
    const placed = { uri, leaf };
    for (const key of keys) {
      const leaves = this.#leaves.get(key);
      if (leaves) leaves.set(leaf, placed);
      else this.#leaves.set(key, new Map([[leaf, placed]]));
    }
  }

  #drop(key: string): void {
    for (const leaf of this.#leaves.get(key)?.keys() ?? []) {
      const others = this.#keys.get(leaf)?.filter((other) => other !== key) ?? [];
      if (others.length > 0) this.#keys.set(leaf, others);
      else this.#keys.delete(leaf);
    }
    this.#leaves.delete(key);
  }

  /** Takes a block of text out; gives the keys whose blocks are others now. */
  remove(leaf: Leaf): readonly string[] {
    const keys = this.#keys.get(leaf) ?? [];
    this.#keys.delete(leaf);
    for (const key of keys) {
      const leaves = this.#leaves.get(key);
      if (leaves?.delete(leaf) === true && leaves.size === 0) this.#leaves.delete(key);
    }
    return keys;
  }

  /** The blocks of text in which what a key stands for may be, in no order. */
  leavesOf(key: string): Iterable<PlacedLeaf> {
    return this.#leaves.get(key)?.values() ?? [];
  }
}
