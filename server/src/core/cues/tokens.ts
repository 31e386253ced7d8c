import type { TextRange } from '../text/range';
import type { Quoted } from './quotations';
import { FIRST, LAST } from './pattern';

/** What stands for something that is no word, in phrases and tokens alike. */
export const MARK = {
  number: '#',
  /** A bracketed citation. */
  citation: '%',
  /** A work that is named in the sentence: `@key`. */
  work: '@',
  /** A term in emphasis. */
  term: '_',
  /** A quotation of four words or more; its words are not seen. */
  quotation: '"',
  /** A shorter one, before its words. */
  quotedWords: "'",
} as const;

/** The tokens of a sentence and where they stand in the visible text of its block. */
export interface Tokens {
  readonly words: readonly string[];
  /** Where each begins; of what is not seen, the place at which it would stand. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How many words are written with a capital although no sentence begins with them. */
  readonly names: number;
}

/** Something in a visible text that a token stands for. */
export interface Marked extends TextRange {
  readonly mark: string;
}

/** Quotations of fewer words are words that somebody used. */
export const QUOTATION_WORDS = 4;

const TOKEN =
  /(\p{N}[\p{N}.,]*(?<![.,])%?)|([\p{L}\p{M}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*\p{N}*)|[,;:?!()—–%]/gu;

/** Reads the tokens of a part of a visible text. */
export function tokensOf(
  text: string,
  { start, end }: TextRange,
  marked: readonly Marked[],
  quotations: readonly Quoted[],
): Tokens {
  const words: string[] = [FIRST];
  const starts: number[] = [start];
  const ends: number[] = [start];
  let names = 0;
  const push = (word: string, from: number, to: number): void => {
    words.push(word);
    starts.push(from);
    ends.push(to);
  };
  const read = (from: number, to: number): void => {
    TOKEN.lastIndex = from;
    for (;;) {
      const match = from < to ? TOKEN.exec(text) : null;
      if (!match || match.index >= to) break;
      const [whole, number, word] = match;
      const at = match.index;
      // A mark or a quotation may begin inside what looks like one word.
      const written = at + whole.length > to ? text.slice(at, to) : whole;
      if (word !== undefined && isName(whole) && isInside(words)) names++;
      const token = number ? MARK.number : word ? folded(written) : whole === '–' ? '—' : whole;
      push(token, at, at + written.length);
    }
  };
  let at = start;
  for (const special of specialsOf(marked, quotations, { start, end })) {
    if (special.start < at) continue;
    read(at, special.start);
    push(special.mark, special.start, special.end);
    at = Math.max(at, special.end);
  }
  read(at, end);
  push(LAST, end, end);
  return { words, starts, ends, names };
}

/** What tokens stand for that are no words, in order. */
function specialsOf(
  marked: readonly Marked[],
  quotations: readonly Quoted[],
  { start, end }: TextRange,
): readonly Marked[] {
  if (marked.length === 0 && quotations.length === 0) return marked;
  const quoted = quotations.map((one) => ({
    start: one.start,
    end: one.words < QUOTATION_WORDS ? one.start : one.end,
    mark: one.words < QUOTATION_WORDS ? MARK.quotedWords : MARK.quotation,
  }));
  return [...marked, ...quoted]
    .filter((one) => one.start >= start && one.start <= end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether a word is written like a name; “I” is none. */
function isName(word: string): boolean {
  const first = word.charCodeAt(0);
  const second = word.charCodeAt(1);
  return first >= 65 && first <= 90 && second >= 97 && second <= 122;
}

/** Whether what comes next stands inside a sentence. */
function isInside(words: readonly string[]): boolean {
  const last = words.at(-1) ?? FIRST;
  return last.length > 1 || /[\p{L}\p{N},]/u.test(last);
}

/** How words are seen that were read; a manuscript has fewer. */
const MOST_WORDS = 30_000;

const known = new Map<string, string>();

/** In lower case, with a straight apostrophe and without a possessive ending. */
function folded(word: string): string {
  let seen = known.get(word);
  if (seen === undefined) {
    if (known.size >= MOST_WORDS) known.clear();
    const lower = word.toLowerCase().replaceAll('’', "'");
    seen = lower.length > 2 && lower.endsWith("'s") ? lower.slice(0, -2) : lower;
    known.set(word, seen);
  }
  return seen;
}
