import type { Steps } from '../../steps';
import type { QuotedText } from './quotedText';
import { Mark, scanWords } from './scan';

/** The words of a text in its order: their numbers, where each begins and ends, and what it is. */
export interface IndexedWords {
  readonly length: number;
  /** The words as they are compared, by their numbers. */
  readonly keys: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly words: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** See {@link Mark}. */
  readonly marks: Uint8Array;
}

/** Finds the words of a text, step by step: what stands between two names of speakers is one. */
export function* findWords({ text, turns, marks }: QuotedText): Steps<IndexedWords> {
  const found = new GrowingWords(text.length);
  let at = 0;
  let before: number = Mark.Sentence | Mark.Pause;
  const scanTo = (end: number): void => {
    if (end > at) scanWords(text, at, end, before, true, found.add);
    before = Mark.Pause;
  };
  for (const mark of marks) {
    scanTo(mark.start);
    at = Math.max(at, mark.end);
    yield;
  }
  scanTo(text.length);
  for (const { speech } of turns) found.beginTurn(speech.start);
  return found.result;
}

class GrowingWords {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  #length = 0;
  #words: Int32Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #marks: Uint8Array;

  constructor(textLength: number) {
    const capacity = Math.max(64, (textLength >> 2) + 16);
    this.#words = new Int32Array(capacity);
    this.#starts = new Int32Array(capacity);
    this.#ends = new Int32Array(capacity);
    this.#marks = new Uint8Array(capacity);
  }

  readonly add = (key: string, start: number, end: number, bits: number): void => {
    if (this.#length === this.#words.length) this.#grow();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#keys.length;
      this.#numbers.set(key, number);
      this.#keys.push(key);
    }
    this.#words[this.#length] = number;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#marks[this.#length++] = bits;
  };

  /** Takes note that the first word from an offset on begins a turn. */
  beginTurn(offset: number): void {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    if (low < this.#length) {
      this.#marks[low] = (this.#marks[low] ?? 0) | Mark.Turn | Mark.Sentence;
    }
  }

  get result(): IndexedWords {
    const length = this.#length;
    return {
      length,
      keys: this.#keys,
      numbers: this.#numbers,
      words: this.#words.slice(0, length),
      starts: this.#starts.slice(0, length),
      ends: this.#ends.slice(0, length),
      marks: this.#marks.slice(0, length),
    };
  }

  #grow(): void {
    const size = this.#words.length * 2;
    const grown = (old: Int32Array): Int32Array => {
      const next = new Int32Array(size);
      next.set(old);
      return next;
    };
    this.#words = grown(this.#words);
    this.#starts = grown(this.#starts);
    this.#ends = grown(this.#ends);
    const marks = new Uint8Array(size);
    marks.set(this.#marks);
    this.#marks = marks;
  }
}
