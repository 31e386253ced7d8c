import { finish } from '../../steps';
import type { TextRange } from '../../text/range';
import { excuseHabits, excuseRepeats, type HabitWords } from './habits';
import { lexiconFor, type QuotationLexicon } from './lexicon';
import { findWords } from './indexedWords';
import type { QuotedText, SpokenTurn } from './quotedText';
import { Mark } from './scan';

export type { SpokenTurn } from './quotedText';

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
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #keys: readonly string[];
  /** Made when it is first asked for. */
  #bySpelling: Map<string, string> | undefined;
  readonly #spellings: (string | undefined)[] = [];
  readonly #words: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #marks: Uint8Array;
  /** Where the places of each word begin in `#places`. */
  readonly #firsts: Int32Array;
  readonly #places: Int32Array;

  /**
   * @param lang the language of the text (BCP 47), where it is declared
   * @param found the words of the text, where they have been found already
   */
  constructor(source: QuotedText, lang?: string, found = finish(findWords(source))) {
    this.text = source.text;
    this.turns = source.turns;
    this.length = found.length;
    this.#keys = found.keys;
    this.#numbers = found.numbers;
    this.#words = found.words;
    this.#starts = found.starts;
    this.#ends = found.ends;
    this.#marks = found.marks;
    this.#firsts = this.#countWords();
    this.#places = this.#placeWords();
    this.lexicon = lexiconFor(lang, () => this.#sample());
    const words: HabitWords = {
      length: this.length,
      keyAt: (index) => this.keyAt(index),
      marksAt: (index) => this.marksAt(index),
      excuse: (index) => {
        this.#marks[index] = this.marksAt(index) | Mark.Optional;
      },
    };
    excuseHabits(words, this.lexicon);
    excuseRepeats(words);
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
    return (this.#spellings[word] ??= this.lexicon.spellingOf(this.#keys[word] ?? ''));
  }

  /** A word that the text has and that is written otherwise; undefined where it has none. */
  keyLike(spelling: string): string | undefined {
    if (!this.#bySpelling) {
      this.#bySpelling = new Map();
      for (const key of this.#keys) this.#bySpelling.set(this.lexicon.spellingOf(key), key);
    }
    return this.#bySpelling.get(spelling);
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
