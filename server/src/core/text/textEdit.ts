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
  let result = '';
  let last = 0;
  for (const { range, newText } of inOrder(edits)) {
    if (range.start < last) throw new RangeError(`overlapping edits at offset ${range.start}`);
    result += text.slice(last, range.start) + newText;
    last = range.end;
  }
  return result + text.slice(last);
}

/**
 * The edits that give a text back after some edits were made.
 * @param text the text before any edit
 */
export function inverseOf(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return inOrder(edits).map(({ range, newText }) => {
    const start = range.start + shift;
    shift += newText.length - (range.end - range.start);
    return {
      range: { start, end: start + newText.length },
      newText: text.slice(range.start, range.end),
    };
  });
}

/**
 * One edit that does what several do, with the text between them.
 * @param text the text before any edit
 * @throws RangeError when two edits overlap.
 */
export function asOne(text: string, edits: readonly TextEdit[]): TextEdit {
  const start = Math.min(text.length, ...edits.map(({ range }) => range.start));
  const end = Math.max(start, ...edits.map(({ range }) => range.end));
  return {
    range: { start, end },
    newText: applyEdits(text.slice(start, end), moved(edits, -start)),
  };
}

/** The same edits of a text that begins elsewhere. */
export function moved(edits: readonly TextEdit[], by: number): TextEdit[] {
  return edits.map(({ range, newText }) => ({
    range: { start: range.start + by, end: range.end + by },
    newText,
  }));
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
