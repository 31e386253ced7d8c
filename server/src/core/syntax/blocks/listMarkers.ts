import {
  alphanumericLength,
  Code,
  isAsciiLetter,
  isDigit,
  isSpace,
  skipSpaces,
} from '../characters';
import type { Span } from '../attributes';
import { isThematicBreak } from './lines';

/** The marker of a list item. */
export interface ListMarker {
  /** Where the text of the item begins. */
  readonly contentStart: number;
  /** For an example item, its label without `@`. */
  readonly exampleLabel?: Span;
}

/** Reads the marker of a list item at the start of a line (Pandoc manual, "Lists"), indented by at most three blanks. */
export function listMarker(text: string, lineStart: number): ListMarker | undefined {
  const contentStart = itemStart(text, lineStart);
  if (contentStart < 0) return undefined;
  let at = skipSpaces(text, lineStart, lineStart + 4);
  if (text.charCodeAt(at) === Code.ParenOpen) at++;
  if (text.charCodeAt(at) !== Code.At) return { contentStart };
  return { contentStart, exampleLabel: { start: at + 1, end: exampleLabelEnd(text, at + 1) } };
}

/** Whether the marker of a list item or of a definition stands at the start of a line. */
export function startsItem(text: string, lineStart: number): boolean {
  return itemStart(text, lineStart) >= 0 || definitionStart(text, lineStart) >= 0;
}

/** Whether the item at the start of a line belongs to the same ordered list as an item before it. */
export function continuesList(text: string, before: number, lineStart: number): boolean {
  if (itemStart(text, lineStart) < 0) return false;
  const first = numberAt(text, before);
  const second = numberAt(text, lineStart);
  if (first === undefined || second === undefined) return false;
  const style = styles.find((pattern) => pattern.test(first.number));
  const isAlike = second.number === '#' || style?.test(second.number) === true;
  return isAlike && first.delimiters === second.delimiters;
}

/** How the items of a list are numbered; the first one that fits counts. */
const styles = [
  /^(?:\d+|#)$/,
  /^@/,
  /^(?:i|(?=[ivxlcdm]{2})[ivxlcdm]+)$/,
  /^[a-z]$/,
  /^(?:I|(?=[IVXLCDM]{2})[IVXLCDM]+)$/,
  /^[A-Z]$/,
];

/** The number of the item whose marker stands at the start of a line, and what stands around it. */
function numberAt(
  text: string,
  lineStart: number,
): { readonly number: string; readonly delimiters: string } | undefined {
  const start = skipSpaces(text, lineStart, lineStart + 4);
  const marker = /^(\(?)(#|@[\p{L}\p{N}_-]*|[A-Za-z0-9]+)([.)])/u.exec(
    text.slice(start, start + 220),
  );
  const [, open, number, close] = marker ?? [];
  if (open === undefined || number === undefined || close === undefined) return undefined;
  return { number, delimiters: open + close };
}

/** Where the text of a definition whose marker stands at the start of a line begins, or -1. */
export function definitionStart(text: string, lineStart: number): number {
  const at = skipSpaces(text, lineStart, lineStart + 4);
  const code = text.charCodeAt(at);
  if (at - lineStart > 3 || (code !== Code.Colon && code !== Code.Tilde)) return -1;
  return contentAfter(text, at + 1);
}

/** Where the text of an item whose marker stands at the start of a line begins, or -1. */
function itemStart(text: string, lineStart: number): number {
  const at = skipSpaces(text, lineStart, lineStart + 4);
  if (at - lineStart > 3) return -1;
  const code = text.charCodeAt(at);
  if (code === Code.Asterisk || code === Code.Plus || code === Code.Hyphen) {
    const contentStart = contentAfter(text, at + 1);
    return contentStart < 0 || isThematicBreak(text, at) ? -1 : contentStart;
  }
  return orderedItemStart(text, at, code);
}

/** Reads a bullet only. */
export function bulletMarker(text: string, lineStart: number): ListMarker | undefined {
  const at = skipSpaces(text, lineStart, lineStart + 4);
  const code = text.charCodeAt(at);
  const isBullet = code === Code.Asterisk || code === Code.Plus || code === Code.Hyphen;
  return isBullet ? listMarker(text, lineStart) : undefined;
}

function orderedItemStart(text: string, start: number, code: number): number {
  const isParenthesised = code === Code.ParenOpen;
  const numberStart = isParenthesised ? start + 1 : start;
  const first = text.charCodeAt(numberStart);
  let end = numberStart;
  if (first === Code.At) {
    end = exampleLabelEnd(text, numberStart + 1);
  } else if (first === Code.Hash) {
    end = numberStart + 1;
  } else if (isDigit(first)) {
    while (isDigit(text.charCodeAt(end)) && end < numberStart + 10) end++;
  } else {
    while (isAsciiLetter(text.charCodeAt(end)) && end < numberStart + 20) end++;
  }
  const delimiter = text.charCodeAt(end);
  if (isParenthesised ? delimiter !== Code.ParenClose : !isDelimiter(delimiter)) return -1;
  if (isAsciiLetter(first) && !isLetterNumber(text.slice(numberStart, end))) return -1;
  if (end === numberStart || isPageNumber(text, start, end)) return -1;
  const contentStart = contentAfter(text, end + 1);
  if (contentStart < 0) return -1;
  if (delimiter === Code.Dot && isInitial(text.slice(numberStart, end))) {
    const next = text.charCodeAt(end + 2);
    if (!isSpace(next) && next !== Code.LineFeed) return -1;
  }
  return contentStart;
}

/** The offset after the marker's blanks: at most four belong to it; -1 where no blank follows the marker. */
function contentAfter(text: string, at: number): number {
  if (at >= text.length || text.charCodeAt(at) === Code.LineFeed) return at;
  if (!isSpace(text.charCodeAt(at))) return -1;
  const end = skipSpaces(text, at, at + 5);
  return end - at > 4 ? at + 1 : end;
}

function isDelimiter(code: number): boolean {
  return code === Code.Dot || code === Code.ParenClose;
}

/** `p. 3` is a page, not an item. */
function isPageNumber(text: string, start: number, end: number): boolean {
  if (end !== start + 1 || text.charCodeAt(start) !== 112 || text.charCodeAt(end) !== Code.Dot)
    return false;
  return isSpace(text.charCodeAt(end + 1)) && isDigit(text.charCodeAt(end + 2));
}

/** A single letter or a Roman numeral. */
function isLetterNumber(word: string): boolean {
  if (word.length === 0) return false;
  if (word.length === 1) return true;
  return isRoman(word) || (isRoman(word.toUpperCase()) && word === word.toLowerCase());
}

function isRoman(word: string): boolean {
  return /^M{0,4}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})$/.test(word);
}

/** After a capital that may be somebody's initial, two blanks are asked for. */
function isInitial(word: string): boolean {
  return word.length === 1 && word >= 'A' && word <= 'Z';
}

function exampleLabelEnd(text: string, at: number): number {
  const limit = at + 200;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const joint = code === Code.Underscore || code === Code.Hyphen ? 1 : 0;
    const length = alphanumericLength(text, at + joint);
    if (length === 0) break;
    at += joint + length;
  }
  return at;
}
