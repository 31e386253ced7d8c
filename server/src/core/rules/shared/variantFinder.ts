import { singularsOf, type Word } from '../../project';
import type { TextRange } from '../../text/range';
import { contentWords, isReordered, isSlip, isVariantWord } from './variants';

/** A single word must be as long as this before another one that differs in a letter is likely to be meant as the same. */
const MIN_SINGLE = 8;

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

  constructor(terms: readonly Term<T>[]) {
    const seen = new Set<string>();
    for (const term of terms) {
      const [first = ''] = term.words;
      const name = term.words.join(' ');
      if (seen.has(name)) continue;
      seen.add(name);
      if (term.words.length > 1) {
        for (const word of new Set(contentWords(term.words))) add(this.#phrases, word, term);
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

  *#singles(word: Word): Iterable<Variant<T>> {
    if (word.afterHyphen) return;
    for (const term of this.#single.get(word.stem.charAt(0)) ?? []) {
      const [meant = ''] = term.words;
      const forms = formsOf(word);
      if (forms.includes(meant) || singularsOf(meant).includes(word.stem)) continue;
      if (forms.some((form) => isSlip(form, meant))) yield { term, range: word.range };
    }
  }
}

function add<T>(terms: Map<string, Term<T>[]>, key: string, term: Term<T>): void {
  const known = terms.get(key);
  if (known) known.push(term);
  else terms.set(key, [term]);
}

/** A word as written, and the singulars of which it may be the plural. */
function formsOf({ stem }: Word): string[] {
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
