import { Gap } from './gaps';
import { gapBefore, numberOf, type LeafWords } from './leafWords';
import { pluralsOf, singularsOf } from './words';

interface Branch {
  readonly next: Map<string, Branch>;
  /** The keys of what ends here. */
  readonly keys: Set<string>;
}

/** Wordings as a tree of the stems of their words: those that may begin at a word are found without a look at others. */
export class StemTree {
  readonly #root: Branch = { next: new Map(), keys: new Set() };
  /** The words with which a wording may begin. */
  readonly #firsts = new Set<string>();

  get isEmpty(): boolean {
    return this.#root.next.size === 0;
  }

  /** Adds a wording, and what it stands for. */
  add(stems: readonly string[], key: string): void {
    const [first] = stems;
    if (first !== undefined) this.#firsts.add(first);
    if (first !== undefined && stems.length === 1) {
      for (const plural of pluralsOf(first)) this.#firsts.add(plural);
    }
    let branch = this.#root;
    for (const stem of stems) {
      let next = branch.next.get(stem);
      if (!next) branch.next.set(stem, (next = { next: new Map(), keys: new Set() }));
      branch = next;
    }
    branch.keys.add(key);
  }

  /** Whether a wording may begin with a word. */
  hasFirst(word: string): boolean {
    return this.#firsts.has(word);
  }

  /**
   * Adds the keys of the wordings that may begin at a word, as far as the source tells; the last word may be a plural.
   * @param keys what was found before
   */
  addKeysAt(
    { entries, end, table }: LeafWords,
    first: number,
    keys: Set<string> | undefined,
  ): Set<string> | undefined {
    let found = keys;
    let branch: Branch | undefined = this.#root;
    for (let at = first; branch && at < end; at++) {
      const entry = entries[at] ?? 0;
      const gap = at === first ? Gap.Joined : gapBefore(entry);
      if (gap === Gap.Unsure || gap === Gap.Opening) {
        for (const next of branch.next.values()) found = addAllIn(next, found);
        return found;
      }
      if (gap === Gap.Apart || gap === Gap.Closing) return found;
      const word = table.word(numberOf(entry));
      for (const form of singularsOf(word)) found = added(branch.next.get(form)?.keys, found);
      branch = branch.next.get(word);
      found = added(branch?.keys, found);
    }
    return found;
  }
}

function added(
  keys: ReadonlySet<string> | undefined,
  found: Set<string> | undefined,
): Set<string> | undefined {
  if (!keys || keys.size === 0) return found;
  const all = found ?? new Set();
  for (const key of keys) all.add(key);
  return all;
}

function addAllIn(branch: Branch, keys: Set<string> | undefined): Set<string> | undefined {
  let found = keys;
  const waiting = [branch];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found = added(next.keys, found);
    waiting.push(...next.next.values());
  }
  return found;
}
