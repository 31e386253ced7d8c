import { tagSelection, type TagResult } from '../../core/features/tagSelection';
import { LineIndex } from '../../core/text/lineIndex';
import { applyEdits } from '../../core/text/textEdit';
import type { TagSelectionParams, TagSelectionResult } from '../../shared/protocol';
import { targetOf, type Context } from '../context';
import { toRange, toTextEdit } from '../toProto';

/** How to tag a selection; the ranges of the edits are those of the text as it is, the selection's those after them. */
export async function tagSelectionAt(
  context: Context,
  { uri, range, kind }: TagSelectionParams,
): Promise<TagSelectionResult> {
  const target = await targetOf(context, uri, range.start);
  const text = target?.project.file(target.uri)?.facts.document.text;
  if (!target || text === undefined) {
    return { ok: false, message: 'This file is no manuscript' };
  }
  const { lines } = target;
  const selection = { start: target.offset, end: lines.offsetAt(range.end) };
  const result = tagSelection(target.project, target.uri, selection, kind);
  return toTagSelectionResult(result, text, lines);
}

/** Edits that tag a text, for a client. */
export function toTagSelectionResult(
  result: TagResult,
  text: string,
  lines: LineIndex,
): TagSelectionResult {
  if (!result.ok) return result;
  const after = new LineIndex(applyEdits(text, result.edits));
  return {
    ok: true,
    edits: result.edits.map((edit) => toTextEdit(edit, lines)),
    id: result.id,
    selection: toRange(result.idRange, after),
  };
}
