/** Words beyond this many start a new table, so that a server that runs for months does not keep them all. */
const MAX_WORDS = 1 << 18;

/**
 * Every distinct word that has been read, with a number, so that what is asked of words is answered once for each.
 * A word is found by two hashes of 32 bits; that two words have both in common does not happen in one manuscript.
 */
export class WordTable {
  /** Number of the word + 1, or 0 where the slot is free. */
  #slots = new Int32Array(1 << 14);
  #first: Int32Array = new Int32Array(1 << 13);
  #second: Int32Array = new Int32Array(1 << 13);
  readonly #words: string[] = [];

  get size(): number {
    return this.#words.length;
  }

  /** Whether it holds so much that a new one should be begun. */
  get isFull(): boolean {
    return this.#words.length >= MAX_WORDS;
  }

  /** The word with a number. */
  word(number: number): string {
    return this.#words[number] ?? '';
  }

  /** The number of the word with two hashes, or -1. */
  find(first: number, second: number): number {
    const slots = this.#slots;
    const hashes = this.#first;
    const mask = slots.length - 1;
    for (let slot = (first ^ (first >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0) return -1;
      if (hashes[number] === first && this.#second[number] === second) return number;
    }
  }

  /** Gives a new word its number. */
  add(first: number, second: number, word: string): number {
    const number = this.#words.push(copied(word)) - 1;
    if (number >= this.#first.length) {
      this.#first = doubled(this.#first);
      this.#second = doubled(this.#second);
    }
    this.#first[number] = first;
    this.#second[number] = second;
    if (2 * number >= this.#slots.length) this.#grow();
    else this.#place(number);
    return number;
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let number = 0; number < this.#words.length; number++) this.#place(number);
  }

  #place(number: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const first = this.#first[number] ?? 0;
    let slot = (first ^ (first >>> 15)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
}

/** A part of a string may keep the whole alive: a word must not keep a manuscript. */
function copied(word: string): string {
  return word.length < 13 ? word : word.split('').join('');
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}

/** What is asked of words, answered once for each word of a table: a number from 0 to 255. */
export class MarksByTable {
  readonly #judge: (word: string) => number;
  #table: WordTable | undefined;
  #marks = new Uint8Array(0);
  /** As many words have been judged. */
  #judged = 0;

  constructor(judge: (word: string) => number) {
    this.#judge = judge;
  }

  /** The marks of all words that a table holds by now, by their numbers. */
  of(table: WordTable): Uint8Array {
    if (table !== this.#table) {
      this.#table = table;
      this.#judged = 0;
    }
    const { size } = table;
    if (size > this.#marks.length) {
      const larger = new Uint8Array(2 * size);
      larger.set(this.#marks);
      this.#marks = larger;
    }
    for (; this.#judged < size; this.#judged++) {
      this.#marks[this.#judged] = this.#judge(table.word(this.#judged));
    }
    return this.#marks;
  }
}
