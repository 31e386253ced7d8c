import { alphanumericLength, Code, isSpace, skipSpaces, skipSpacesAndLine } from '../characters';

/** Where a link or an image leads. */
export interface Target {
  /** The address, without angle brackets. */
  readonly start: number;
  readonly end: number;
  /** The offset after the closing parenthesis. */
  readonly after: number;
}

// Limits that no author reaches, so that hostile texts cost no more than linear time.
const maximalNesting = 32;

/** How long a title may be, for the same reason. */
export const maximalTitle = 2000;

/** Reads `(address "title")` at its parenthesis; undefined where Pandoc reads no target there. */
export function scanTarget(text: string, open: number, limit: number): Target | undefined {
  let at = skipSpaces(text, open + 1, limit);
  let start = at;
  let end: number;
  const angle = text.charCodeAt(at) === Code.Less ? angleEnd(text, at, limit) : -1;
  if (angle >= 0) {
    start = at + 1;
    end = angle;
    at = angle + 1;
  } else {
    at = addressEnd(text, at, limit);
    if (at < 0) return undefined;
    end = at;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  }
  const title = skipSpacesAndLine(text, at, limit);
  if (title >= 0 && title < limit) {
    const afterTitle = titleEnd(text, title, limit);
    if (afterTitle >= 0) at = afterTitle;
  }
  at = skipSpaces(text, at, limit);
  if (at >= limit || text.charCodeAt(at) !== Code.ParenClose) return undefined;
  return { start, end, after: at + 1 };
}

/** The end of the title (`"…"` or `'…'`) at `open`, or -1. */
export function titleEnd(text: string, open: number, limit: number): number {
  const quote = text.charCodeAt(open);
  if (quote !== Code.DoubleQuote && quote !== Code.SingleQuote) return -1;
  limit = Math.min(limit, open + maximalTitle);
  for (let at = open + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Backslash) at++;
    else if (code === quote && alphanumericLength(text, at + 1) === 0) return at + 1;
  }
  return -1;
}

/** The offset of the `>` that ends an address in angle brackets, or -1. */
export function angleEnd(text: string, open: number, limit: number): number {
  limit = Math.min(limit, open + maximalTitle);
  for (let at = open + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Backslash) at++;
    else if (code === Code.Greater) return at;
  }
  return -1;
}

/** An address may hold blanks and balanced parentheses; a quote after a blank begins the title. */
function addressEnd(text: string, at: number, limit: number): number {
  let depth = 0;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.ParenOpen) {
      if (++depth > maximalNesting) return -1;
    } else if (code === Code.ParenClose) {
      if (depth-- === 0) return at;
    } else if (code === Code.Backslash) {
      at++;
    } else if (depth === 0 && (code === Code.DoubleQuote || code === Code.SingleQuote)) {
      if (isBlank(text.charCodeAt(at - 1))) return at;
    }
  }
  return -1;
}

function isBlank(code: number): boolean {
  return isSpace(code) || code === Code.LineFeed;
}
