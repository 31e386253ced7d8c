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
  /** Where each begins and ends; of what is not seen, the place at which it would stand. */
  readonly places: readonly TextRange[];
}

/** Something in a visible text that a token stands for. */
export interface Marked extends TextRange {
  readonly mark: string;
}

/** Quotations of fewer words are words that somebody used. */
export const QUOTATION_WORDS = 4;

const TOKEN =
  /(\p{N}[\p{N}.,]*(?<![.,])%?)|([\p{L}\p{M}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*\p{N}*)|([,;:?!()—–%])/gu;

/** Reads the tokens of a part of a visible text. */
export function tokensOf(
  text: string,
  { start, end }: TextRange,
  marked: readonly Marked[],
  quotations: readonly Quoted[],
): Tokens {
  const words: string[] = [FIRST];
  const places: TextRange[] = [{ start, end: start }];
  const push = (word: string, from: number, to: number): void => {
    words.push(word);
    places.push({ start: from, end: to });
  };
  const specials: Marked[] = [
    ...marked,
    ...quotations.map((one) => ({
      start: one.start,
      end: one.words < QUOTATION_WORDS ? one.start : one.end,
      mark: one.words < QUOTATION_WORDS ? MARK.quotedWords : MARK.quotation,
    })),
  ]
    .filter((one) => one.start >= start && one.start <= end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let at = start;
  const read = (to: number): void => {
    for (const match of text.slice(at, to).matchAll(TOKEN)) {
      const from = at + match.index;
      const [whole, number, word] = match;
      const token = number ? MARK.number : word ? folded(whole) : whole === '–' ? '—' : whole;
      push(token, from, from + whole.length);
    }
  };
  for (const special of specials) {
    if (special.start < at) continue;
    read(special.start);
    push(special.mark, special.start, special.end);
    at = Math.max(at, special.end);
  }
  read(end);
  push(LAST, end, end);
  return { words, places };
}

/** In lower case, with a straight apostrophe and without a possessive ending. */
function folded(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'");
  return lower.length > 2 && lower.endsWith("'s") ? lower.slice(0, -2) : lower;
}
