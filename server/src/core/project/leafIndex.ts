import type { Leaf } from '../syntax';
import { leafWordsOfMany, type LeafWords } from './leafWords';

/** Something that is looked for in all blocks of text. */
export interface Search {
  /** Searches of one question with the same signature find the same. */
  readonly signature: string;
  /**
   * What is looked for under each key; '' where that is nothing. Where it is the same as under a key of another search of
   * the question, so is what is found.
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

/** Blocks of text of a file. */
export interface PlacedLeaves {
  readonly uri: string;
  readonly leaves: readonly Leaf[];
}

/** The blocks of text in which something may stand, kept block by block: an edit costs as much as the blocks it touches. */
export class LeafIndex {
  #search: Search;
  readonly #keys = new Map<Leaf, readonly string[]>();
  readonly #leaves = new Map<string, Map<Leaf, PlacedLeaf>>();

  constructor(search: Search) {
    this.#search = search;
  }

  /** Adds a block of text; gives the keys whose blocks are others now. */
  add(uri: string, leaf: Leaf, words: LeafWords): readonly string[] {
    const keys = this.#search.keysIn(words);
    this.#keep(uri, leaf, keys);
    return keys;
  }

  /**
   * Searches for something else from now on: the blocks in which that may stand are found among all blocks, unless it was
   * looked for under another key before. Gives the keys under which something else is looked for.
   */
  turnTo(search: Search, all: Iterable<PlacedLeaves>): ReadonlySet<string> {
    const before = this.#search.wanted;
    this.#search = search;
    const changed = new Set<string>();
    const others = new Set<string>();
    for (const [key, wanted] of search.wanted) {
      if (before.get(key) === wanted) continue;
      changed.add(key);
      if (wanted !== '') others.add(key);
    }
    const taken = others.size > 0 ? this.#takeOver(others, before) : [];
    for (const [key, wanted] of before) {
      if (search.wanted.get(key) === wanted) continue;
      changed.add(key);
      this.#drop(key);
    }
    for (const { key, leaves } of taken) {
      for (const { uri, leaf } of leaves) this.#keep(uri, leaf, [key]);
      others.delete(key);
    }
    if (others.size === 0) return changed;
    const narrowed = search.narrowed(others);
    for (const { uri, leaves } of all) {
      for (const leaf of leaves) this.#keep(uri, leaf, narrowed.keysIn(leafWordsOfMany(leaf)));
    }
    return changed;
  }

  /** What is known of keys already, since the same was looked for under other ones: an id that is edited is another key. */
  #takeOver(
    others: ReadonlySet<string>,
    before: ReadonlyMap<string, string>,
  ): { readonly key: string; readonly leaves: readonly PlacedLeaf[] }[] {
    const keys = new Map(Array.from(before, ([key, wanted]) => [wanted, key]));
    return [...others].flatMap((key) => {
      const known = keys.get(this.#search.wanted.get(key) ?? '');
      return known === undefined ? [] : { key, leaves: [...this.leavesOf(known)] };
    });
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
