import type { Span } from '../attributes';
import { Code, isSpace, skipSpaces } from '../characters';

/** The end of the line that holds `at`: its line break, or the end of the text. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Whether nothing but blanks stands between `at` and the end of its line. */
export function isBlankFrom(text: string, at: number): boolean {
  const end = skipSpaces(text, at, text.length);
  return end >= text.length || text.charCodeAt(end) === Code.LineFeed;
}

/** Whether a thematic break stands at `at`: three or more of one of `*-_` and nothing else but blanks. */
export function isThematicBreak(text: string, at: number): boolean {
  at = skipSpaces(text, at, text.length);
  const mark = text.charCodeAt(at);
  if (mark !== Code.Asterisk && mark !== Code.Hyphen && mark !== Code.Underscore) return false;
  let count = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count++;
    else if (code === Code.LineFeed) break;
    else if (!isSpace(code)) return false;
  }
  return count >= 3;
}

/** Whether a line of strokes stands at `at`, such as make headings and tables. */
export function isRule(text: string, at: number): boolean {
  const line = text.slice(at, endOfLine(text, at));
  return /^[ \t]*[-=|:+][-=|:+ \t]*$/.test(line);
}

/** Whether a line of three or more colons stands at `at`, which closes a div. */
export function isDivCloser(text: string, at: number): boolean {
  if (!text.startsWith(':::', at)) return false;
  let end = at + 3;
  while (text.charCodeAt(end) === Code.Colon) end++;
  return isBlankFrom(text, end);
}

/** Whether the closing tag of an element stands at `at`. */
export function isClosingTag(text: string, at: number, name: string): boolean {
  if (!text.startsWith('</', at)) return false;
  const tag = text.slice(at + 2, at + 2 + name.length + 1).toLowerCase();
  return tag.startsWith(name) && /[\s>]/.test(tag.charAt(name.length));
}

/** Whether a comment or TeX in a piece of text could run on beyond it. */
export function mayRunOn(text: string, { start, end }: Span): boolean {
  const piece = text.slice(start, end);
  return piece.includes('<!') || piece.includes('\\');
}

/** The line that holds an offset. */
export function lineAt(lines: readonly number[], count: number, offset: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
