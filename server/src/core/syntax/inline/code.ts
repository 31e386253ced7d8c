import type { Span } from '../attributes';
import { Code, skipRun } from '../characters';

/** What stands in inline code, without the white space at both ends, which Pandoc takes off. */
export function codeContent(text: string, start: number, end: number): Span {
  const marks = skipRun(text, start, end, Code.Backtick) - start;
  let first = start + marks;
  let last = end - marks;
  while (first < last && /\s/.test(text.charAt(first))) first++;
  while (last > first && /\s/.test(text.charAt(last - 1))) last--;
  return { start: first, end: last };
}
