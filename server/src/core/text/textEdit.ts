import type { TextRange } from './range';

/** Replaces the text in `range` by `newText`. An empty range inserts. Offsets are those of the text before any edit. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * Applies edits to a text.
 * @throws RangeError when two edits overlap.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
  let result = '';
  let last = 0;
  for (const { range, newText } of ordered) {
    if (range.start < last) throw new RangeError(`overlapping edits at offset ${range.start}`);
    result += text.slice(last, range.start) + newText;
    last = range.end;
  }
  return result + text.slice(last);
}
