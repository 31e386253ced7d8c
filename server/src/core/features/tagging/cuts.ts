import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';

/** Edits that take some ranges out of a text; ranges that overlap or touch go as one. */
export function cuts(ranges: readonly TextRange[]): TextEdit[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return merged.map((range) => ({ range, newText: '' }));
}

/**
 * Edits that take parts out of what stands in braces, or in an HTML start tag, with the white space that set them apart:
 * what is left begins right behind the brace.
 * @param block the braces with what is in them
 */
export function cutsIn(
  text: string,
  block: TextRange | undefined,
  parts: readonly TextRange[],
): TextEdit[] {
  return cuts(parts.map((range) => withSpaceBefore(text, block, range))).map((edit) => {
    const { start, end } = edit.range;
    const isFirst = block !== undefined && text.slice(block.start, start).trimEnd() === '{';
    if (!isFirst) return edit;
    const rest = text.slice(end, block.end);
    return { ...edit, range: { start, end: end + rest.length - rest.trimStart().length } };
  });
}

/**
 * A part of what stands in braces, or in an HTML start tag, with the white space before it; behind the opening brace,
 * with that behind it.
 * @param block the braces with what is in them
 */
export function withSpaceBefore(
  text: string,
  block: TextRange | undefined,
  { start, end }: TextRange,
): TextRange {
  const before = text.slice(block?.start ?? start, start);
  const spaces = before.length - before.trimEnd().length;
  if (before.trimEnd() !== '{') return { start: start - spaces, end };
  const rest = text.slice(end, block?.end);
  return { start, end: end + rest.length - rest.trimStart().length };
}
