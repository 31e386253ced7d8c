import {
  Gap,
  gapBefore,
  MarksByTable,
  numberOf,
  singularsOf,
  type LeafWords,
  type Word,
  type WordTable,
} from '../../project';
import type { TextRange } from '../../text/range';
import { contentWords, isReordered, isSlip, isVariantWord } from './variants';

/** A single word must be as long as this before another one that differs in a letter is likely to be meant as the same. */
const MIN_SINGLE = 8;

/** A block in which more tags and links than this begin behind a term's word is read with care at once. */
const MAX_OPENINGS = 50;

/** Longer runs of words are not likely to come again. */
const MAX_RUN = 16;

/** A wording, by its words in lower case, and what it belongs to. */
export interface Term<T> {
  readonly owner: T;
  readonly wording: string;
  readonly words: readonly string[];
}

/** A variant of a term, found in a text. */
export interface Variant<T> {
  readonly term: Term<T>;
  readonly range: TextRange;
}

/** Finds what is nearly one of a number of terms. The terms themselves, plurals included, are no variants. */
export class VariantFinder<T> {
  /** Terms of one word, by its first letter. */
  readonly #single = new Map<string, Term<T>[]>();
  /** Terms of several words, by each of them that is no preposition. */
  readonly #phrases = new Map<string, Term<T>[]>();
  /** The words of terms of several words, by their first letter. */
  readonly #parts = new Map<string, Set<string>>();
  #hasPrepositions = false;
  readonly #marks = new MarksByTable((word) => this.#markOf(word));
  /** What was found among words in a row, by their numbers in a table. */
  readonly #runs = new Map<string, readonly Term<T>[]>();
  #table: WordTable | undefined;

  constructor(terms: readonly Term<T>[]) {
    const seen = new Set<string>();
    for (const term of terms) {
      const [first = ''] = term.words;
      const name = term.words.join(' ');
      if (seen.has(name)) continue;
      seen.add(name);
      if (term.words.length > 1) {
        const content = new Set(contentWords(term.words));
        if (term.words.some((word) => !content.has(word))) this.#hasPrepositions = true;
        for (const word of content) add(this.#phrases, word, term);
        for (const word of term.words) this.#addPart(word);
      } else if (first.length >= MIN_SINGLE) {
        add(this.#single, first.charAt(0), term);
      }
    }
  }

  /** Whether there is nothing to look for. */
  get isEmpty(): boolean {
    return this.#single.size === 0 && this.#phrases.size === 0;
  }

  /** The variants among the words of a text; a variant may be found several times. */
  *find(words: readonly Word[]): Iterable<Variant<T>> {
    for (const [index, word] of words.entries()) {
      if (word.stem.length >= MIN_SINGLE - 1) yield* this.#singles(word);
      const forms = formsOf(word);
      for (const form of forms) {
        for (const term of this.#phrases.get(form) ?? []) yield* around(words, index, form, term);
      }
    }
  }

  /**
   * The terms of which a variant may stand in a block of text, as far as its words in the source tell; undefined where
   * they do not tell.
   */
  termsIn({ entries, table, isSure }: LeafWords): ReadonlySet<Term<T>> | undefined {
    if (!isSure) return undefined;
    const marks = this.#marks.of(table);
    if (table !== this.#table) this.#runs.clear();
    this.#table = table;
    const found = new Set<Term<T>>();
    const read = (run: Int32Array): void => {
      for (const term of this.#termsInRun(run, table)) found.add(term);
    };
    let openings = 0;
    let runStart = 0;
    let marked = 0;
    const endRun = (end: number): void => {
      if ((marked & Mark.Content) !== 0 && end - runStart > 1)
        read(entries.subarray(runStart, end));
      marked = 0;
    };
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index] ?? 0;
      const mark = marks[numberOf(entry)] ?? 0;
      const gap = gapBefore(entry);
      if (marked !== 0 && gap === Gap.Unsure) return undefined;
      if (marked !== 0 && gap === Gap.Opening) {
        if (++openings > MAX_OPENINGS) return undefined;
        const run = entries.subarray(runStart, index);
        for (const next of runsBehind(entries, marks, index)) read(joined(run, next));
      }
      const isPart = (mark & (Mark.Part | Mark.Content)) !== 0;
      if (!isPart || !isJoined(entry)) endRun(index);
      if ((mark & Mark.Slip) !== 0) {
        for (const { term } of this.#singles(plainWord(table.word(numberOf(entry))))) {
          found.add(term);
        }
      }
      if (!isPart) continue;
      if (marked === 0) runStart = index;
      marked |= mark;
    }
    endRun(entries.length);
    return found;
  }

  #termsInRun(entries: Int32Array, table: WordTable): readonly Term<T>[] {
    const find = () => {
      const words = Array.from(entries, (entry) => wordOf(entry, table));
      return Array.from(this.find(words), ({ term }) => term);
    };
    if (entries.length > MAX_RUN) return find();
    const name = entries.join(' ');
    let terms = this.#runs.get(name);
    if (!terms) this.#runs.set(name, (terms = find()));
    return terms;
  }

  #addPart(word: string): void {
    const initial = word.charAt(0);
    const known = this.#parts.get(initial);
    if (known) known.add(word);
    else this.#parts.set(initial, new Set([word]));
  }

  /** What a word may be a part of. */
  #markOf(stem: string): number {
    let mark = 0;
    const initial = stem.charAt(0);
    const parts = this.#parts.get(initial);
    const hasSingles = stem.length >= MIN_SINGLE - 1 && this.#single.has(initial);
    const isPreposition = this.#hasPrepositions && contentWords([stem]).length === 0;
    if (isPreposition) mark |= Mark.Part;
    if (!parts && !hasSingles) return mark;
    const forms = formsOf({ stem });
    if (parts && forms.some((form) => this.#phrases.has(form))) mark |= Mark.Content;
    else if (parts && forms.some((form) => mayStandFor(form, parts))) mark |= Mark.Part;
    if (hasSingles && !this.#singles(plainWord(stem)).next().done) mark |= Mark.Slip;
    return mark;
  }

  *#singles(word: Word): Generator<Variant<T>> {
    if (word.afterHyphen) return;
    for (const term of this.#single.get(word.stem.charAt(0)) ?? []) {
      const [meant = ''] = term.words;
      const forms = formsOf(word);
      if (forms.includes(meant) || singularsOf(meant).includes(word.stem)) continue;
      if (forms.some((form) => isSlip(form, meant))) yield { term, range: word.range };
    }
  }
}

/** What a word may be in a variant. */
const enum Mark {
  /** A variant of a term of one word. */
  Slip = 1,
  /** A word of a variant of a longer term. */
  Part = 2,
  /** A word of a longer term, as it is written there: a variant has at least one. */
  Content = 4,
}

/** The words that may follow on attributes or a target which begin before a word: that word, and those behind them. */
function* runsBehind(entries: Int32Array, marks: Uint8Array, from: number): Iterable<Int32Array> {
  const isPart = (at: number) =>
    ((marks[numberOf(entries[at] ?? 0)] ?? 0) & (Mark.Part | Mark.Content)) !== 0;
  for (let start = from; start < entries.length; start++) {
    if ((start > from && gapBefore(entries[start] ?? 0) < Gap.Opening) || !isPart(start)) continue;
    let end = start + 1;
    while (end < entries.length && isPart(end) && isJoined(entries[end] ?? 0)) end++;
    yield entries.subarray(start, end);
  }
}

function isJoined(entry: number): boolean {
  const gap = gapBefore(entry);
  return gap === Gap.Joined || gap === Gap.Hyphen;
}

/** Two runs of words as one, as if nothing stood between them. */
function joined(run: Int32Array, next: Int32Array): Int32Array {
  const both = new Int32Array(run.length + next.length);
  both.set(run);
  both.set(next, run.length);
  const first = next[0] ?? 0;
  both[run.length] = first - gapBefore(first) + Gap.Joined;
  return both;
}

function mayStandFor(word: string, parts: Iterable<string>): boolean {
  for (const meant of parts) if (word === meant || isVariantWord(word, meant)) return true;
  return false;
}

/** A word of the source, as if it were read by itself. */
function plainWord(stem: string): Word {
  const range = { start: 0, end: 0 };
  return { key: stem, stem, written: stem, range, joined: false, afterHyphen: false };
}

function wordOf(entry: number, table: WordTable): Word {
  const gap = gapBefore(entry);
  return {
    ...plainWord(table.word(numberOf(entry))),
    joined: gap !== Gap.Apart,
    afterHyphen: gap === Gap.Hyphen,
  };
}

function add<T>(terms: Map<string, Term<T>[]>, key: string, term: Term<T>): void {
  const known = terms.get(key);
  if (known) known.push(term);
  else terms.set(key, [term]);
}

/** A word as written, and the singulars of which it may be the plural. */
function formsOf({ stem }: Pick<Word, 'stem'>): string[] {
  return stem.endsWith('s') ? [stem, ...singularsOf(stem)] : [stem];
}

/** The variants of a term around one of its words. */
function* around<T>(
  words: readonly Word[],
  index: number,
  form: string,
  term: Term<T>,
): Iterable<Variant<T>> {
  const { length } = term.words;
  for (let at = 0; at < length; at++) {
    if (term.words[at] !== form) continue;
    const phrase = phraseAt(words, index - at, length);
    if (phrase && hasOneSlip(phrase, term.words)) yield { term, range: rangeOf(phrase) };
  }
  // Without a second word of the term beside it, there is nothing to reorder.
  const isOfTerm = (word: Word | undefined) =>
    word !== undefined && formsOf(word).some((other) => term.words.includes(other));
  if (!isOfTerm(words[index - 1]) && !isOfTerm(words[index + 1])) return;
  for (const size of length > 2 ? [length, length - 1] : [length]) {
    for (let first = Math.max(0, index - size + 1); first <= index; first++) {
      const phrase = phraseAt(words, first, size);
      const reordered = phrase && lastForms(phrase).some((forms) => isReordered(forms, term.words));
      if (reordered) yield { term, range: rangeOf(phrase) };
    }
  }
}

/** Some words in a row, each joined to the one before it, so that they can be one term. */
function phraseAt(words: readonly Word[], first: number, length: number): Word[] | undefined {
  if (first < 0 || first + length > words.length || words[first]?.afterHyphen) return undefined;
  for (let at = first + 1; at < first + length; at++) if (!words[at]?.joined) return undefined;
  return words.slice(first, first + length);
}

/** The words of a phrase, with the last one as written and in the singular. */
function lastForms(phrase: readonly Word[]): string[][] {
  const written = phrase.map(({ stem }) => stem);
  const last = phrase.at(-1);
  return last ? formsOf(last).map((form) => written.with(-1, form)) : [];
}

function hasOneSlip(phrase: readonly Word[], meant: readonly string[]): boolean {
  return lastForms(phrase).some((written) => {
    const slips = written.flatMap((word, index) => (word === meant[index] ? [] : [index]));
    const [slip] = slips;
    if (slip === undefined || slips.length > 1) return false;
    return isVariantWord(written[slip] ?? '', meant[slip] ?? '');
  });
}

function rangeOf(phrase: readonly Word[]): TextRange {
  const start = phrase[0]?.range.start ?? 0;
  return { start, end: phrase.at(-1)?.range.end ?? start };
}
