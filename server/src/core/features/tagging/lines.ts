import type { TextRange } from '../../text/range';

/** The offset at which the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset at which the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  const end = at < 0 ? text.length : at;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The line before the one that starts at an offset; nothing before the first. */
export function lineBefore(text: string, start: number): TextRange | undefined {
  if (start <= 0) return undefined;
  const first = lineStart(text, start - 1);
  return { start: first, end: lineEnd(text, first) };
}

/** The line after the one that ends at an offset; nothing after the last. */
export function lineAfter(text: string, end: number): TextRange | undefined {
  const at = text.indexOf('\n', end);
  return at < 0 ? undefined : { start: at + 1, end: lineEnd(text, at + 1) };
}

/** Whether nothing but white space and marks of quotation stands on a line. */
export function isBlank(text: string, { start, end }: TextRange): boolean {
  return /^[\s>]*$/.test(text.slice(start, end));
}

/** What a line begins with: white space and marks of quotation. */
export function prefixOf(text: string, start: number): string {
  return /^[ \t>]*/.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? '';
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

/** A range without the white space at its ends, nor the mark of a quotation on a line of which it holds no more. */
export function trimRange(text: string, { start, end }: TextRange): TextRange {
  const inside = text.slice(start, end);
  const trimmed = inside.replace(/(?:\s|(?<=\n[ \t>]*)>)+$/, '').trimStart();
  if (/^>*$/.test(trimmed)) return { start, end: start };
  const first = start + inside.indexOf(trimmed);
  return { start: first, end: first + trimmed.length };
}
