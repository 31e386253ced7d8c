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
import { PhraseIndex, type Indexed } from './phraseIndex';
import { SlipIndex } from './slipIndex';
import { contentWords, isPreposition, isReordered, isVariantWord } from './variants';

/** A single word must be as long as this before another one that differs in a letter is likely to be meant as the same. */
const MIN_SINGLE = 8;

/** A block in which more tags and links than this begin behind a term's word is read with care at once. */
const MAX_OPENINGS = 50;

/** Longer runs of words are not likely to come again. */
const MAX_RUN = 16;

/** Terms of more words than this have no variants that anybody would call so. */
const MAX_WORDS = 12;

/** Of fewer terms that share a word it costs less to look at each of them. */
const FEW = 8;

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
  /** Terms of one word. */
  readonly #single = new SlipIndex<Term<T>>();
  /** Terms of several words, by each of them that is no preposition. */
  readonly #phrases = new Map<string, Phrases<T>>();
  readonly #phraseIndex = new PhraseIndex<Term<T>>();
  /** The words of terms of several words. */
  readonly #parts = new Set<string>();
  readonly #partSlips = new SlipIndex<string>();
  #hasPrepositions = false;
  readonly #marks = new MarksByTable((word) => this.#markOf(word));
  /** What was found among words in a row, by their numbers in a table. */
  readonly #runs = new Map<string, readonly Term<T>[]>();
  #table: WordTable | undefined;

  constructor(terms: readonly Term<T>[]) {
    const seen = new Set<string>();
    for (const term of terms) {
      const { words } = term;
      const name = words.join(' ');
      if (seen.has(name) || words.length > MAX_WORDS) continue;
      seen.add(name);
      if (words.length > 1) this.#addPhrase(term, seen.size);
      else if (name.length >= MIN_SINGLE) this.#single.add(name, term);
    }
  }

  #addPhrase(term: Term<T>, order: number): void {
    const { words } = term;
    const content = new Set(contentWords(words));
    if (words.some((word) => !content.has(word))) this.#hasPrepositions = true;
    this.#phraseIndex.add(term, order);
    for (const word of content) {
      let known = this.#phrases.get(word);
      if (!known) this.#phrases.set(word, (known = { terms: [], lengths: new Set() }));
      known.terms.push(term);
      known.lengths.add(words.length);
    }
    for (const word of words) {
      if (this.#parts.has(word)) continue;
      this.#parts.add(word);
      if (!isPreposition(word)) this.#partSlips.add(word, word);
    }
  }

  /** Whether there is nothing to look for. */
  get isEmpty(): boolean {
    return this.#single.isEmpty && this.#phrases.size === 0;
  }

  /** The variants among the words of a text; a variant may be found several times. */
  *find(words: readonly Word[]): Iterable<Variant<T>> {
    for (const [index, word] of words.entries()) {
      if (word.stem.length >= MIN_SINGLE - 1) yield* this.#singles(word);
      const forms = formsOf(word);
      for (const form of forms) {
        const phrases = this.#phrases.get(form);
        if (!phrases) continue;
        if (phrases.terms.length > FEW) yield* this.#nearby(words, index, form, phrases.lengths);
        else for (const term of phrases.terms) yield* around(words, index, form, term);
      }
    }
  }

  /**
   * The terms of which a variant may stand in a block of text, as far as its words in the source tell; undefined where
   * they do not tell.
   */
  termsIn({ entries, start, end, table, isSure }: LeafWords): ReadonlySet<Term<T>> | undefined {
    if (!isSure) return undefined;
    const marks = this.#marks.of(table);
    if (table !== this.#table) this.#runs.clear();
    this.#table = table;
    let found: Set<Term<T>> | undefined;
    let openings = 0;
    let runStart = start;
    /** All the marks of the run that is being read. */
    let marked = 0;
    for (let index = start; index < end; index++) {
      const entry = entries[index] ?? 0;
      const mark = marks[numberOf(entry)] ?? 0;
      if ((mark | marked) === 0) continue;
      const gap = gapBefore(entry);
      if (marked !== 0 && gap === Gap.Unsure) return undefined;
      if (marked !== 0 && gap === Gap.Opening) {
        if (++openings > MAX_OPENINGS) return undefined;
        const run = entries.subarray(runStart, index);
        for (const next of runsBehind(entries.subarray(index, end), marks)) {
          const both = joined(run, next);
          found = withAll(found, this.#termsInRun(both, 0, both.length, table));
        }
      }
      const isPart = (mark & (Mark.Part | Mark.Content)) !== 0;
      if (!isPart || !isJoined(entry)) {
        if (isRun(marked, runStart, index)) {
          found = withAll(found, this.#termsInRun(entries, runStart, index, table));
        }
        marked = 0;
      }
      if ((mark & Mark.Slip) !== 0) {
        for (const { term } of this.#singles(plainWord(table.word(numberOf(entry))))) {
          found = withAll(found, [term]);
        }
      }
      if (!isPart) continue;
      if (marked === 0) runStart = index;
      marked |= mark;
    }
    if (isRun(marked, runStart, end)) {
      found = withAll(found, this.#termsInRun(entries, runStart, end, table));
    }
    return found ?? NOTHING;
  }

  #termsInRun(
    entries: Int32Array,
    start: number,
    end: number,
    table: WordTable,
  ): readonly Term<T>[] {
    const find = () => {
      const words = Array.from(entries.subarray(start, end), (entry) => wordOf(entry, table));
      return Array.from(this.find(words), ({ term }) => term);
    };
    if (end - start > MAX_RUN) return find();
    let name = '';
    for (let at = start; at < end; at++) name += `${entries[at] ?? 0} `;
    let terms = this.#runs.get(name);
    if (!terms) this.#runs.set(name, (terms = find()));
    return terms;
  }

  /** As {@link around} has it, of all terms that share a word. */
  #nearby(
    words: readonly Word[],
    index: number,
    form: string,
    lengths: ReadonlySet<number>,
  ): Variant<T>[] {
    const found: { readonly order: number; readonly variant: Variant<T> }[] = [];
    const add = (phrase: readonly Word[], { term, order }: Indexed<Term<T>>): void => {
      found.push({ order, variant: { term, range: rangeOf(phrase) } });
    };
    for (const length of lengths) {
      for (let at = 0; at < length; at++) {
        const phrase = phraseAt(words, index - at, length);
        for (const written of phrase ? lastForms(phrase) : []) {
          if (!phrase || written[at] !== form) continue;
          for (const near of this.#phraseIndex.withOneSlip(written)) {
            if (near.term.words[at] === form) add(phrase, near);
          }
        }
      }
      for (const phrase of phrasesAround(words, index, length)) {
        for (const written of lastForms(phrase)) {
          for (const near of this.#phraseIndex.ofSameWords(written)) {
            const { words: meant } = near.term;
            const isMeant = meant.length === length && isReordered(written, meant);
            if (isMeant && meant.includes(form) && hasNeighbour(words, index, meant)) {
              add(phrase, near);
            }
          }
        }
      }
    }
    return found.sort((a, b) => a.order - b.order).map(({ variant }) => variant);
  }

  /** What a word may be a part of. */
  #markOf(stem: string): number {
    let mark = 0;
    const hasSingles = stem.length >= MIN_SINGLE - 1 && this.#single.hasInitialOf(stem);
    if (this.#hasPrepositions && isPreposition(stem)) mark |= Mark.Part;
    const forms = formsOf({ stem });
    if (forms.some((form) => this.#phrases.has(form))) mark |= Mark.Content;
    else if (forms.some((form) => this.#mayBePart(form))) mark |= Mark.Part;
    if (hasSingles && !this.#singles(plainWord(stem)).next().done) mark |= Mark.Slip;
    return mark;
  }

  #mayBePart(word: string): boolean {
    return this.#parts.has(word) || this.#partSlips.near(word).length > 0;
  }

  *#singles(word: Word): Generator<Variant<T>> {
    if (word.afterHyphen) return;
    const forms = formsOf(word);
    const near = new Set(forms.flatMap((form) => this.#single.near(form)));
    for (const term of near) {
      const [meant = ''] = term.words;
      if (forms.includes(meant) || singularsOf(meant).includes(word.stem)) continue;
      yield { term, range: word.range };
    }
  }
}

/** Terms that share a word, and of how many words they are. */
interface Phrases<T> {
  readonly terms: Term<T>[];
  readonly lengths: Set<number>;
}

const NOTHING: ReadonlySet<never> = new Set();

/** A set with some more items; none is made as long as there are none. */
function withAll<T>(set: Set<T> | undefined, items: readonly T[]): Set<T> | undefined {
  if (items.length === 0) return set;
  const all = set ?? new Set<T>();
  for (const item of items) all.add(item);
  return all;
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

/** Whether words in a row may hold a variant of a longer term: one of them is written as it is there. */
function isRun(marked: number, start: number, end: number): boolean {
  return (marked & Mark.Content) !== 0 && end - start > 1;
}

/** The words that may follow on attributes or a target which begin before the first word: it, and those behind them. */
function* runsBehind(entries: Int32Array, marks: Uint8Array): Iterable<Int32Array> {
  const isPart = (at: number) =>
    ((marks[numberOf(entries[at] ?? 0)] ?? 0) & (Mark.Part | Mark.Content)) !== 0;
  for (let start = 0; start < entries.length; start++) {
    if ((start > 0 && gapBefore(entries[start] ?? 0) < Gap.Opening) || !isPart(start)) continue;
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
  if (!hasNeighbour(words, index, term.words)) return;
  for (const phrase of phrasesAround(words, index, length)) {
    const isMeant = lastForms(phrase).some((forms) => isReordered(forms, term.words));
    if (isMeant) yield { term, range: rangeOf(phrase) };
  }
}

/** Without a second word of the term beside it, there is nothing to reorder. */
function hasNeighbour(words: readonly Word[], index: number, term: readonly string[]): boolean {
  const isOfTerm = (word: Word | undefined) =>
    word !== undefined && formsOf(word).some((other) => term.includes(other));
  return isOfTerm(words[index - 1]) || isOfTerm(words[index + 1]);
}

/** The phrases around a word that may be a term of so many words in another order: a preposition may be gone. */
function* phrasesAround(words: readonly Word[], index: number, length: number): Iterable<Word[]> {
  for (const size of length > 2 ? [length, length - 1] : [length]) {
    for (let first = Math.max(0, index - size + 1); first <= index; first++) {
      const phrase = phraseAt(words, first, size);
      if (phrase) yield phrase;
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
