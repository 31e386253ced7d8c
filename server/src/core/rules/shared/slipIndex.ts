import { isSlip } from './variants';

/** Among fewer words it costs less to look at each of them. */
const FEW = 12;

/** No word is longer, in UTF-16 units; what is has no slips. */
const LONGEST = 64;

/** Words, of which those are looked for that another word may be a slip of; it finds them among many as among few. */
export class SlipIndex<T> {
  readonly #ofInitial = new Map<string, Words<T>>();

  /** Adds a word and what it stands for. */
  add(word: string, value: T): void {
    if (word.length > LONGEST) return;
    const initial = word.charAt(0);
    let words = this.#ofInitial.get(initial);
    if (!words) this.#ofInitial.set(initial, (words = new Words()));
    words.add(word, value);
  }

  /** What the words stand for of which this one is a slip ({@link isSlip}), in the order in which they were added. */
  near(word: string): readonly T[] {
    if (word.length > LONGEST + 1) return NONE;
    return this.#ofInitial.get(word.charAt(0))?.near(word) ?? NONE;
  }

  /** Whether no word was added. */
  get isEmpty(): boolean {
    return this.#ofInitial.size === 0;
  }

  /** Whether there is a word with the same first letter: without one, none is near. */
  hasInitialOf(word: string): boolean {
    return this.#ofInitial.has(word.charAt(0));
  }
}

interface Entry<T> {
  readonly word: string;
  readonly value: T;
  readonly order: number;
}

/** Words of one first letter. */
class Words<T> {
  readonly #entries: Entry<T>[] = [];
  /** The words by what they look like, and by what they look like without one of their letters. */
  readonly #alike = new Map<string, Entry<T>[]>();
  readonly #shorter = new Map<string, Entry<T>[]>();
  #indexed = 0;

  add(word: string, value: T): void {
    this.#entries.push({ word, value, order: this.#entries.length });
  }

  near(word: string): readonly T[] {
    const entries = this.#entries.length <= FEW ? this.#entries : this.#candidates(word);
    const near = entries.filter((entry) => isSlip(word, entry.word));
    return near.map(({ value }) => value);
  }

  /** A slip looks the same, or has two letters exchanged, or one more or one less. */
  #candidates(word: string): Entry<T>[] {
    for (; this.#indexed < this.#entries.length; this.#indexed++) {
      const entry = this.#entries[this.#indexed];
      if (entry) this.#file(entry);
    }
    const looks = looksOf(word);
    const found = new Set([...(this.#alike.get(looks) ?? []), ...(this.#shorter.get(looks) ?? [])]);
    for (let at = 1; at < word.length; at++) {
      const less = looks.slice(0, at) + looks.slice(at + 1);
      for (const entry of this.#alike.get(less) ?? []) found.add(entry);
      const exchanged = word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
      const other = looksOf(word.slice(0, at) + exchanged);
      for (const entry of this.#alike.get(other) ?? []) found.add(entry);
    }
    return [...found].sort((a, b) => a.order - b.order);
  }

  #file(entry: Entry<T>): void {
    const looks = looksOf(entry.word);
    add(this.#alike, looks, entry);
    for (let at = 1; at < looks.length; at++) {
      add(this.#shorter, looks.slice(0, at) + looks.slice(at + 1), entry);
    }
  }
}

/** A word with the same letter for those that a slip may have exchanged. */
function looksOf(word: string): string {
  return word.replace(/[cz]/g, 's').replace(/y$/, 'e');
}

function add<T>(entries: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  const known = entries.get(key);
  if (!known) entries.set(key, [entry]);
  else if (known.at(-1) !== entry) known.push(entry);
}

const NONE: readonly never[] = [];
