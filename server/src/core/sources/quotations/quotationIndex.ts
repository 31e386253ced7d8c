import type { TextRange } from '../../text/range';
import { spellingOf } from './fold';
import { excuseHabits } from './habits';
import { lexiconFor, type QuotationLexicon } from './lexicon';
import { Mark, scanWords } from './scan';

/** A turn of a conversation, as far as quotations need it. */
export interface SpokenTurn {
  readonly speaker: string;
  readonly isInterviewer: boolean;
  /** Of the words alone. */
  readonly speech: TextRange;
}

/** A text in which quotations are looked up. */
export interface QuotedText {
  readonly text: string;
  /** In the order of the text; empty where no speakers are named. */
  readonly turns: readonly SpokenTurn[];
  /** What is nobody's words: names of speakers, times. In the order of the text. */
  readonly marks: readonly TextRange[];
}

/** From this many words on, it takes too long to guess a language by all of them. */
const GUESSED_FROM = 4_000;

/**
 * The words of a text with what is needed to find a quotation in it, however long it is: built once for a text. Words are
 * counted from 0 in the order of the text.
 */
export class QuotationIndex {
  readonly text: string;
  readonly turns: readonly SpokenTurn[];
  readonly lexicon: QuotationLexicon;
  /** How many words there are. */
  readonly length: number;
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #spellings: (string | undefined)[] = [];
  #words: Int32Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #marks: Uint8Array;
  /** Where the places of each word begin in `#places`. */
  readonly #firsts: Int32Array;
  readonly #places: Int32Array;

  /** @param lang the language of the text (BCP 47), where it is declared */
  constructor(source: QuotedText, lang?: string) {
    this.text = source.text;
    this.turns = source.turns;
    const capacity = Math.max(64, (source.text.length >> 2) + 16);
    this.#words = new Int32Array(capacity);
    this.#starts = new Int32Array(capacity);
    this.#ends = new Int32Array(capacity);
    this.#marks = new Uint8Array(capacity);
    this.length = this.#scan(source);
    this.#words = this.#words.slice(0, this.length);
    this.#starts = this.#starts.slice(0, this.length);
    this.#ends = this.#ends.slice(0, this.length);
    this.#marks = this.#marks.slice(0, this.length);
    this.#firsts = this.#countWords();
    this.#places = this.#placeWords();
    this.lexicon = lexiconFor(lang, () => this.#sample());
    excuseHabits(
      {
        length: this.length,
        keyAt: (index) => this.keyAt(index),
        marksAt: (index) => this.marksAt(index),
        excuse: (index) => {
          this.#marks[index] = this.marksAt(index) | Mark.Optional;
        },
      },
      this.lexicon,
    );
  }

  /** The number of a word as it is compared; -1 for one that the text does not have. */
  numberOf(key: string): number {
    return this.#numbers.get(key) ?? -1;
  }

  /** The number of a word of the text. */
  wordAt(index: number): number {
    return this.#words[index] ?? -1;
  }

  /** A word of the text as it is compared. */
  keyAt(index: number): string | undefined {
    return this.#keys[this.#words[index] ?? -1];
  }

  /** A word of the text as others may write it. */
  spellingAt(index: number): string {
    const word = this.#words[index] ?? -1;
    return (this.#spellings[word] ??= spellingOf(this.#keys[word] ?? ''));
  }

  /** What stands before a word, or what it is; see {@link Mark}. */
  marksAt(index: number): number {
    return this.#marks[index] ?? 0;
  }

  /** Whether a word may be missing in a quotation. */
  isOptional(index: number): boolean {
    return (this.marksAt(index) & Mark.Optional) !== 0;
  }

  /** Where a word stands in the text. */
  rangeAt(index: number): TextRange {
    return { start: this.#starts[index] ?? 0, end: this.#ends[index] ?? 0 };
  }

  /** Where some words stand, from one to before another. */
  rangeOf(from: number, to: number): TextRange {
    return { start: this.rangeAt(from).start, end: this.rangeAt(Math.max(from, to - 1)).end };
  }

  /** The places of a word, in their order; it is not to be changed. */
  placesOf(word: number): Int32Array {
    return word < 0
      ? NO_PLACES
      : this.#places.subarray(this.#firsts[word] ?? 0, this.#firsts[word + 1] ?? 0);
  }

  /** The turn in which a word is said; undefined where no speakers are named. */
  turnOf(index: number): SpokenTurn | undefined {
    const { start } = this.rangeAt(index);
    let low = 0;
    let high = this.turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.turns[middle]?.speech.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const turn = this.turns[low];
    return turn && turn.speech.start <= start ? turn : undefined;
  }

  #scan({ text, turns, marks }: QuotedText): number {
    let count = 0;
    const add = (key: string, start: number, end: number, bits: number) => {
      if (count === this.#words.length) this.#grow();
      let number = this.#numbers.get(key);
      if (number === undefined) {
        number = this.#keys.length;
        this.#numbers.set(key, number);
        this.#keys.push(key);
      }
      this.#words[count] = number;
      this.#starts[count] = start;
      this.#ends[count] = end;
      this.#marks[count++] = bits;
    };
    let at = 0;
    let before: number = Mark.Sentence | Mark.Pause;
    const scanTo = (end: number) => {
      if (end > at) scanWords(text, at, end, before, true, add);
      before = Mark.Pause;
    };
    for (const mark of marks) {
      scanTo(mark.start);
      at = Math.max(at, mark.end);
    }
    scanTo(text.length);
    for (const { speech } of turns) {
      const first = this.#firstFrom(speech.start, count);
      if (first < count) this.#marks[first] = this.marksAt(first) | Mark.Turn | Mark.Sentence;
    }
    return count;
  }

  /** The first of `count` words that does not begin before an offset. */
  #firstFrom(offset: number, count: number): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const size = this.#words.length * 2;
    const grown = (old: Int32Array) => {
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

  #countWords(): Int32Array {
    const firsts = new Int32Array(this.#keys.length + 1);
    for (let index = 0; index < this.length; index++) {
      const next = this.wordAt(index) + 1;
      firsts[next] = (firsts[next] ?? 0) + 1;
    }
    for (let word = 1; word < firsts.length; word++) {
      firsts[word] = (firsts[word] ?? 0) + (firsts[word - 1] ?? 0);
    }
    return firsts;
  }

  #placeWords(): Int32Array {
    const places = new Int32Array(this.length);
    const next = this.#firsts.slice();
    for (let index = 0; index < this.length; index++) {
      const word = this.wordAt(index);
      const place = next[word] ?? 0;
      places[place] = index;
      next[word] = place + 1;
    }
    return places;
  }

  *#sample(): Iterable<string> {
    for (let index = 0; index < this.length && index < GUESSED_FROM; index++) {
      yield this.keyAt(index) ?? '';
    }
  }
}

const NO_PLACES = new Int32Array(0);
