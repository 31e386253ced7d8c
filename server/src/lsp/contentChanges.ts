import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import * as z from 'zod';
import type { LineIndex, Position } from '../core/text/lineIndex';
import type { TextEdit } from '../core/text/textEdit';
import { range } from './params';

/** What stands before the text of some files (Unicode 16.0 §23.8). */
export const BYTE_ORDER_MARK = '\uFEFF';

/** The first of the changes of a notification, as many of them as can be made at once. */
export type Batch = (
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'malformed' }
) & {
  /** How many changes it is made of. */
  readonly taken: number;
};

/** A change of a text (LSP 3.17 §TextDocumentContentChangeEvent). */
export const contentChange = z.object({
  range: range.optional(),
  text: z.string(),
});

/**
 * Reads the changes of a notification, which follow one another (LSP 3.17 §TextDocumentContentChangeEvent). Those that
 * go up the document, as editors send the edits of several carets, do not move each other and are made at once.
 * @param lines of the text before the changes; what lies beyond them is clamped
 * @returns undefined where there is no change
 */
export function firstBatch(
  changes: readonly TextDocumentContentChangeEvent[],
  lines: LineIndex,
): Batch | undefined {
  const edits: TextEdit[] = [];
  let above: Position | undefined;
  for (const written of changes) {
    const read = contentChange.safeParse(written);
    if (!read.success || read.data.range === undefined) {
      if (edits.length > 0) break;
      if (!read.success) return { kind: 'malformed', taken: 1 };
      return { kind: 'text', text: read.data.text, taken: 1 };
    }
    const {
      range: { start: one, end: other },
      text,
    } = read.data;
    const [from, to] = isBefore(other, one) ? [other, one] : [one, other];
    if (above && !isBefore(to, above)) break;
    const start = lines.offsetAt(from);
    edits.push({ range: { start, end: lines.offsetAt(to) }, newText: text });
    above = lines.positionAt(start);
  }
  const taken = edits.length;
  return taken > 0 ? { kind: 'edits', edits: edits.reverse(), taken } : undefined;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
