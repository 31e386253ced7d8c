import type { Attributed, ClassToken } from '../../syntax';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';

/** Removes a class with its dot and the white space on one side of it. */
export function removeClass(text: string, source: Attributed, { range }: ClassToken): TextEdit {
  const dotted = text[range.start - 1] === '.' ? range.start - 1 : range.start;
  return { range: withSpace(text, source, { start: dotted, end: range.end }), newText: '' };
}

/** Adds a class at the beginning of the attributes; nothing for a carrier that has no attributes in braces. */
export function addClass(text: string, source: Attributed, name: string): TextEdit[] {
  const block = source.attributeRange;
  if (!block || text[block.start] !== '{') return [];
  const at = block.start + 1;
  const rest = text.slice(at, block.end - 1);
  const glue = rest === '' || /^\s/.test(rest) ? '' : ' ';
  return [{ range: { start: at, end: at }, newText: `.${name}${glue}` }];
}

/** A part of the attributes with the white space before it; at the beginning, with the white space after it. */
export function withSpace(text: string, source: Attributed, range: TextRange): TextRange {
  const from = source.attributeRange?.start ?? range.start;
  const before = text.slice(from, range.start);
  const spaces = before.length - before.trimEnd().length;
  const opens = /[{"']$/.test(before.trimEnd()) || before.trimEnd() === '';
  if (!opens) return { start: range.start - spaces, end: range.end };
  const after = /^\s*/.exec(text.slice(range.end, source.attributeRange?.end))?.[0].length ?? 0;
  return { start: range.start, end: range.end + after };
}
