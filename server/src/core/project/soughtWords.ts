import { pluralsOf } from './words';
import { FIRST_FACTOR, FIRST_SEED } from './wordTable';

/** How many bits there are for words, a power of two. */
const BITS = 1 << 15;

/**
 * Words that are looked for in a text, and how far around them: where none of them stands, nothing else need be read. Words
 * are told from others by a hash; that it takes a few for one of these is harmless.
 */
export class SoughtWords {
  /** A bit for the hash of each word. */
  readonly bits = new Int32Array(BITS >> 5);
  /** For the first letter of a word, whether it is looked for if it is {@link long} or longer. */
  readonly #initials = new Uint8Array(0x100);
  /** In UTF-16 units. */
  long = LONGER_THAN_ANY;
  /** How many words before one that is looked for have to be known as well. */
  before = 0;
  /** How many behind it. */
  behind = 0;

  /** Words that are looked for by any of several searches. */
  static all(parts: readonly SoughtWords[]): SoughtWords {
    const all = new SoughtWords();
    for (const part of parts) {
      addBits(all.bits, part.bits);
      addBits(all.#initials, part.#initials);
      all.long = Math.min(all.long, part.long);
      all.reach(part.before, part.behind);
    }
    return all;
  }

  /** Looks for a word in lower case and NFC. */
  add(word: string): void {
    const hash = hashOf(word);
    const slot = slotOf(hash);
    this.bits[slot] = (this.bits[slot] ?? 0) | (1 << hash);
  }

  /** Looks for a word and for its plurals. */
  addWithPlurals(word: string): void {
    this.add(word);
    for (const plural of pluralsOf(word)) this.add(plural);
  }

  /** Looks for all words of a first letter that are so many units long or longer. */
  addLong(initial: string, length: number): void {
    this.#initials[initial.charCodeAt(0) & 0xff] = 1;
    this.long = Math.min(this.long, length);
  }

  /** Asks for the words around. */
  reach(before: number, behind: number): void {
    this.before = Math.max(this.before, before);
    this.behind = Math.max(this.behind, behind);
  }

  /** Whether a word may be looked for, by its hash (FNV-1a of its units), its first letter and its length. */
  has(hash: number, initial: number, length: number): boolean {
    if ((((this.bits[slotOf(hash)] ?? 0) >>> hash) & 1) !== 0) return true;
    return length >= this.long && this.#initials[initial & 0xff] === 1;
  }
}

const LONGER_THAN_ANY = 0x3fffffff;

/** The hash of a word in lower case and NFC. */
export function hashOf(word: string): number {
  let hash = FIRST_SEED;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), FIRST_FACTOR);
  }
  return hash;
}

function addBits(all: Int32Array | Uint8Array, more: Int32Array | Uint8Array): void {
  more.forEach((bits, slot) => (all[slot] = (all[slot] ?? 0) | bits));
}

/** Where in {@link SoughtWords.bits} the bit of a hash stands, which is one of its lowest five bits. */
export function slotOf(hash: number): number {
  return (hash >>> 5) & ((BITS >> 5) - 1);
}
