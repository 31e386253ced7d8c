import { AttributeCollector } from './attributeLists';
import type { AttributeMemo } from './attributes';
import { scanAttributes } from './attributes';
import { Code, indexBefore, isSpace, skipSpaces } from './characters';
import type { AttributeFailure } from './inline/tokenList';

const maximalLength = 2000;

/**
 * Finds braces at `at`, or after a blank or a line break there, that look like attributes and are none to Pandoc.
 * `{{` opens a shortcode and `{=` a raw format: they are meant otherwise.
 */
export function failedAttributes(
  text: string,
  at: number,
  limit: number,
  memo?: AttributeMemo,
): AttributeFailure | undefined {
  limit = Math.min(limit, at + maximalLength);
  let open = skipSpaces(text, at, limit);
  const isAfterBreak = open < limit && text.charCodeAt(open) === Code.LineFeed;
  if (isAfterBreak) open = skipSpaces(text, open + 1, limit);
  if (open >= limit || text.charCodeAt(open) !== Code.BraceOpen) return undefined;
  const next = text.charCodeAt(open + 1);
  if (next === Code.BraceOpen || next === Code.Equals || next === Code.Percent) return undefined;
  const found = new AttributeCollector();
  const scan = scanAttributes(text, open, limit, found, memo);
  if (scan.at >= 0) return open === at ? failureAt(text, open, scan.at, limit) : undefined;
  if (open === at || found.count === 0) return undefined;
  const reason = isAfterBreak ? 'line-break-before' : 'space-before';
  return { start: open, end: scan.end, reason, fault: { start: at, end: open } };
}

/** Describes braces at `open` that Pandoc gives up reading at `at`. */
export function failureAt(text: string, open: number, at: number, limit: number): AttributeFailure {
  const end = closingBrace(text, open, limit);
  if (end < 0) {
    let stop = open;
    while (stop < limit && text.charCodeAt(stop) !== Code.LineFeed) stop++;
    return { start: open, end: stop, reason: 'unclosed', fault: { start: open, end: open + 1 } };
  }
  const fault = faultAt(text, Math.min(at, end - 1), end - 1);
  return { start: open, end, ...fault };
}

function faultAt(
  text: string,
  at: number,
  end: number,
): Pick<AttributeFailure, 'reason' | 'fault'> {
  const start = skipWhite(text, at, end);
  if (/\n[ \t]*\n/.test(text.slice(at, start))) {
    return { reason: 'blank-line', fault: { start: at, end: start } };
  }
  const wordStop = Math.min(wordEnd(text, start, end), end);
  const word = text.slice(start, wordStop);
  const comma = word.indexOf(',');
  if (comma >= 0) {
    return { reason: 'comma', fault: { start: start + comma, end: start + comma + 1 } };
  }
  const equals = equalsWithSpace(text, start, wordStop, end);
  if (equals !== undefined) return { reason: 'space-around-equals', fault: equals };
  const value = /^[^=]+=(["'])/.exec(word);
  if (value !== null) {
    const close = indexBefore(text, value[1] ?? '"', start + value[0].length, end);
    const inner = text.slice(start + value[0].length, close < 0 ? end : close);
    const blank = /\n[ \t]*\n/.exec(inner);
    if (blank !== null) {
      const from = start + value[0].length + blank.index;
      return { reason: 'blank-line', fault: { start: from, end: from + blank[0].length } };
    }
    return { reason: 'other', fault: { start, end: Math.max(wordStop, Math.min(close + 1, end)) } };
  }
  const isBare = /^[\p{L}\p{N}_][\p{L}\p{N}_:.-]*$/u.test(word);
  return { reason: isBare ? 'bare-word' : 'other', fault: { start, end: wordStop } };
}

/** The blanks around an equals sign that stands after or at the end of the word at `start`. */
function equalsWithSpace(
  text: string,
  start: number,
  wordStop: number,
  end: number,
): { readonly start: number; readonly end: number } | undefined {
  const sign = skipWhite(text, wordStop, end);
  const hasSignAfter = sign < end && text.charCodeAt(sign) === Code.Equals;
  if (hasSignAfter) return { start: wordStop, end: skipWhite(text, sign + 1, end) };
  // `key= "value"`: the key was read with an empty value, the fault is the value.
  let before = start;
  while (before > 0 && isSpace(text.charCodeAt(before - 1))) before--;
  const isAfterSign = before < start && text.charCodeAt(before - 1) === Code.Equals;
  return isAfterSign ? { start: before - 1, end: start } : undefined;
}

/** The offset after the closing brace, or -1: another opening brace comes first where the author forgot it. */
function closingBrace(text: string, open: number, limit: number): number {
  let quote = 0;
  let firstClose = -1;
  for (let at = open + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      quote = 0;
    } else if (quote === 0 && text.charCodeAt(at - 1) === Code.Equals && isQuote(code)) {
      quote = code;
    } else if (code === Code.BraceClose) {
      if (quote === 0) return at + 1;
      if (firstClose < 0) firstClose = at + 1;
    } else if (code === Code.BraceOpen && quote === 0) {
      break;
    }
  }
  return firstClose;
}

function isQuote(code: number): boolean {
  return code === Code.DoubleQuote || code === Code.SingleQuote;
}

function skipWhite(text: string, at: number, end: number): number {
  while (at < end && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === Code.LineFeed)) at++;
  return at;
}

function wordEnd(text: string, at: number, end: number): number {
  const start = at;
  while (at < end && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== Code.LineFeed) at++;
  return at > start ? at : Math.min(at + 1, end);
}
