import type { TextRange } from '../text/range';

/** A quotation in a visible text, with its marks, and how many words it has. */
export interface Quoted extends TextRange {
  readonly words: number;
}

/** Quotation marks that open, and what closes each. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
};

/** These are apostrophes as well, so that what is around them counts. */
const SINGLE: ReadonlySet<string> = new Set(["'", '’', '‘']);

const LETTER = /[\p{L}\p{N}]/u;

/** A longer quotation is a forgotten quotation mark. */
const LONGEST = 3_000;

/** The quotations of a block of text, in order; one inside another one is not told. */
export function quotationsIn(text: string): Quoted[] {
  const found: Quoted[] = [];
  if (!/["“„«‘‚']/.test(text)) return found;
  /** Up to where it is known that nothing closes a mark: no need to look there again. */
  const unclosed = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    const closers = CLOSERS[mark];
    if (closers === undefined || (SINGLE.has(mark) && !opens(text, at))) continue;
    const most = Math.min(text.length, at + LONGEST);
    const end = closing(text, Math.max(at + 1, unclosed.get(mark) ?? 0), most, closers);
    if (end === undefined) {
      unclosed.set(mark, most);
      continue;
    }
    found.push({ start: at, end, words: countWords(text, at, end) });
    at = end - 1;
  }
  return found;
}

function opens(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return !LETTER.test(before) && LETTER.test(text.charAt(at + 1)) && before !== '’';
}

/** The offset behind the first mark in a range that closes a quotation. */
function closing(text: string, start: number, most: number, closers: string): number | undefined {
  for (let at = start; at < most; at++) {
    const character = text.charAt(at);
    if (!closers.includes(character)) continue;
    // An apostrophe stands inside a word.
    if (SINGLE.has(character) && LETTER.test(text.charAt(at + 1))) continue;
    if (SINGLE.has(character) && !/[\p{L}\p{N}.,;:!?…)]/u.test(text.charAt(at - 1))) continue;
    return at + 1;
  }
  return undefined;
}

function countWords(text: string, start: number, end: number): number {
  let words = 0;
  let inside = false;
  for (let at = start; at < end; at++) {
    const isSpace = text.charCodeAt(at) === 0x20;
    if (!isSpace && !inside) words++;
    inside = !isSpace;
  }
  return words;
}
