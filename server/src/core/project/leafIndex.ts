import type { Leaf } from '../syntax';
import type { LeafWords } from './leafWords';

/** Something that is looked for in all blocks of text. */
export interface Search {
  /** Searches of one question with the same signature find the same. */
  readonly signature: string;
  /**
   * The keys of what may stand in a block of text, judged by its words in the source: too many are harmless, since what
   * is found is read with care; too few are not.
   */
  keysIn(words: LeafWords): readonly string[];
}

/** A block of text and its file. */
export interface PlacedLeaf {
  readonly uri: string;
  readonly leaf: Leaf;
}

/** The blocks of text in which something may stand, kept block by block: an edit costs as much as the blocks it touches. */
export class LeafIndex {
  readonly #search: Search;
  readonly #keys = new Map<Leaf, readonly string[]>();
  readonly #leaves = new Map<string, Map<Leaf, PlacedLeaf>>();

  constructor(search: Search) {
    this.#search = search;
  }

  /** Adds a block of text; gives the keys whose blocks are others now. */
  add(uri: string, leaf: Leaf, words: LeafWords): readonly string[] {
    const keys = this.#search.keysIn(words);
    if (keys.length === 0) return keys;
    this.#keys.set(leaf, keys);
    const placed = { uri, leaf };
    for (const key of keys) {
      const leaves = this.#leaves.get(key);
      if (leaves) leaves.set(leaf, placed);
      else this.#leaves.set(key, new Map([[leaf, placed]]));
    }
    return keys;
  }

  /** Takes a block of text out; gives the keys whose blocks are others now. */
  remove(leaf: Leaf): readonly string[] {
    const keys = this.#keys.get(leaf) ?? [];
    this.#keys.delete(leaf);
    for (const key of keys) this.#leaves.get(key)?.delete(leaf);
    return keys;
  }

  /** The blocks of text in which what a key stands for may be, in no order. */
  leavesOf(key: string): Iterable<PlacedLeaf> {
    return this.#leaves.get(key)?.values() ?? [];
  }
}
