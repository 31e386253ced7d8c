import { AttributeCollector, type ScannedLists } from './attributeLists';
import {
  alphanumericLength,
  Code,
  isAsciiLetter,
  isDigit,
  isSpace,
  letterLength,
  skipSpacesAndLine,
} from './characters';
import { decodeReference } from './entities';

// Limits that no author reaches, so that hostile texts cost no more than linear time.
const maximalCount = 256;
const maximalBareValue = 2000;
// Up to so many attributes, reading a block again costs next to nothing.
const shortBlock = 4;

/** A range of offsets into the text that is being scanned. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands between braces. */
export interface AttributeBlock {
  /** The braces and all between them; for HTML, the start tag. */
  readonly start: number;
  readonly end: number;
  /** With offsets into the text that is being scanned. */
  readonly lists: ScannedLists;
}

/**
 * Reads an attribute block (Pandoc manual, `link_attributes`, `bracketed_spans`, `header_attributes`) at an opening brace.
 * Gives undefined where Pandoc would leave the text as it stands. Reads no further than `limit`.
 */
export function parseAttributes(
  text: string,
  open: number,
  limit: number,
  memo?: AttributeMemo,
): AttributeBlock | undefined {
  if (text.charCodeAt(open) !== Code.BraceOpen) return undefined;
  const found = new AttributeCollector();
  const scan = scanAttributes(text, open, limit, found, memo);
  return scan.at < 0 ? { start: open, end: scan.end, lists: found } : undefined;
}

/** How far an attribute block could be read. */
export interface AttributeScan {
  /** Where reading stopped, or -1 where the block is complete. */
  readonly at: number;
  /** The end of the block where it is complete. */
  readonly end: number;
}

/** What failed readings in one text have found out, so that a hostile text is not read again and again. */
export class AttributeMemo {
  /** For the starts of attributes in long blocks that failed, where the failure was. */
  #faults: Map<number, number> | undefined;
  #bareStart = 0;
  #bareEnd = -1;

  /** Where reading on from an attribute at `at` is known to fail. */
  faultFrom(at: number): number | undefined {
    return this.#faults?.get(at);
  }

  /** Takes note that reading on from each of the offsets leads to the fault. */
  addFault(starts: readonly number[], fault: number): void {
    const faults = (this.#faults ??= new Map<number, number>());
    for (const start of starts) faults.set(start, fault);
  }

  /** The end of the bare value at `at`: a value that begins inside another one ends where that one does. */
  bareEnd(text: string, at: number, limit: number): number {
    if (at <= this.#bareStart || at >= this.#bareEnd) {
      this.#bareStart = at;
      this.#bareEnd = bareEnd(text, at, limit);
    }
    return this.#bareEnd;
  }

  clear(): void {
    this.#faults = undefined;
    this.#bareEnd = -1;
  }
}

/** Reads an attribute block into `found` and says where Pandoc would give up, if it would. */
export function scanAttributes(
  text: string,
  open: number,
  limit: number,
  found: AttributeCollector,
  memo?: AttributeMemo,
): AttributeScan {
  let at = open + 1;
  let fault = -1;
  let starts: number[] | undefined;
  while (fault < 0) {
    const next = skipSpacesAndLine(text, at, limit);
    if (next >= 0 && next < limit && found.count < maximalCount) {
      at = next;
      if (text.charCodeAt(at) === Code.BraceClose) return { at: -1, end: at + 1 };
      const known = memo?.faultFrom(at);
      if (found.count >= shortBlock) (starts ??= []).push(at);
      const end = known === undefined ? scanAttribute(text, at, limit, found, memo) : -1;
      if (end < 0) fault = known ?? at;
      else at = end;
    } else {
      fault = at;
    }
  }
  if (starts !== undefined) memo?.addFault(starts, fault);
  return { at: fault, end: limit };
}

/** Reads one attribute; gives the offset after it, or -1 where there is none. */
function scanAttribute(
  text: string,
  at: number,
  limit: number,
  found: AttributeCollector,
  memo: AttributeMemo | undefined,
): number {
  const code = text.charCodeAt(at);
  if (code === Code.Hash) {
    const end = nameEnd(text, at + 1, limit);
    if (end === at + 1) return -1;
    found.addId(text.slice(at + 1, end), at + 1, end);
    return end;
  }
  if (code === Code.Dot) {
    const end = identifierEnd(text, at + 1, limit);
    if (end >= 0) found.addClass(text.slice(at + 1, end), at + 1, end);
    return end;
  }
  if (code !== Code.Hyphen) return scanPair(text, at, limit, found, memo);
  found.addClass('unnumbered', at, at + 1);
  return at + 1;
}

/** The end of an attribute's name that starts at `at`, or -1: a letter, then letters, numbers and `-_:.`. */
export function identifierEnd(text: string, at: number, limit: number): number {
  const first = letterLength(text, at);
  if (first === 0 || at >= limit) return -1;
  return nameEnd(text, at + first, limit);
}

function nameEnd(text: string, at: number, limit: number): number {
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isAsciiLetter(code) || isDigit(code) || code === Code.Hyphen || code === Code.Underscore) {
      at++;
    } else if (code === Code.Colon || code === Code.Dot) {
      at++;
    } else {
      const length = code < 128 ? 0 : alphanumericLength(text, at);
      if (length === 0) break;
      at += length;
    }
  }
  return at;
}

function scanPair(
  text: string,
  at: number,
  limit: number,
  found: AttributeCollector,
  memo: AttributeMemo | undefined,
): number {
  const keyEnd = identifierEnd(text, at, limit);
  if (keyEnd < 0 || keyEnd >= limit || text.charCodeAt(keyEnd) !== Code.Equals) return -1;
  const key = text.slice(at, keyEnd);
  const begin = keyEnd + 1;
  const first = text.charCodeAt(begin);
  if (begin < limit && (first === Code.DoubleQuote || first === Code.SingleQuote)) {
    const quote = first === Code.DoubleQuote ? '"' : "'";
    const close = quotedEnd(text, begin, limit, first);
    if (close >= 0) {
      const value = quotedValue(text.slice(begin + 1, close));
      const valueStart = begin + 1;
      const end = close + 1;
      found.add({ key, value, quote, start: at, end, keyEnd, valueStart, valueEnd: close });
      return close + 1;
    }
  }
  const end = memo?.bareEnd(text, begin, limit) ?? bareEnd(text, begin, limit);
  const value = unescape(text.slice(begin, end));
  found.add({ key, value, quote: '', start: at, end, keyEnd, valueStart: begin, valueEnd: end });
  return end;
}

/** The offset of the closing quote, or -1: a value may not begin with white space or run across a blank line. */
function quotedEnd(text: string, open: number, limit: number, quote: number): number {
  let at = open + 1;
  const first = text.charCodeAt(at);
  if (first === quote) return at < limit ? at : -1;
  if (isSpace(first) || first === Code.LineFeed) return -1;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === Code.Backslash && isEscapable(text, at + 1)) {
      at++;
    } else if (code === Code.LineFeed) {
      let next = at + 1;
      while (next < limit && isSpace(text.charCodeAt(next))) next++;
      if (next >= limit || text.charCodeAt(next) === Code.LineFeed) return -1;
    }
  }
  return -1;
}

function bareEnd(text: string, at: number, limit: number): number {
  limit = Math.min(limit, at + maximalBareValue);
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Backslash && at + 1 < limit && isEscapable(text, at + 1)) at++;
    else if (isSpace(code) || code === Code.LineFeed || code === Code.BraceClose) break;
  }
  return at;
}

function isEscapable(text: string, at: number): boolean {
  return (
    at < text.length && text.charCodeAt(at) !== Code.LineFeed && alphanumericLength(text, at) === 0
  );
}

function unescape(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\([^\p{L}\p{N}\n])/gu, '$1');
}

function quotedValue(raw: string): string {
  if (!/[\\&\n]/.test(raw)) return raw;
  let value = '';
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === Code.Backslash && isEscapable(raw, at + 1)) {
      at++;
      value += raw.charAt(at);
    } else if (code === Code.Ampersand) {
      const reference = decodeReference(raw, at);
      value += reference === undefined ? '&' : reference.text;
      if (reference !== undefined) at = reference.end - 1;
    } else {
      value += code === Code.LineFeed ? ' ' : raw.charAt(at);
    }
  }
  return value;
}
