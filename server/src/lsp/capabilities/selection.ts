import type { SelectionRange } from 'vscode-languageserver';
import { plainSelectionRangesAt, selectionRangesAt } from '../../core/features/selectionRanges';
import { normalizeUri } from '../../core/project';
import { LineIndex, type Position } from '../../core/text/lineIndex';
import { projectSoon, type Context } from '../context';
import { toRange } from '../toProto';

/** What to select step by step at each of some positions (LSP 3.17 §textDocument/selectionRange). */
export async function selectionRanges(
  { workspace }: Context,
  uri: string,
  positions: readonly Position[],
): Promise<SelectionRange[] | null> {
  const known = normalizeUri(uri);
  const { project } = await projectSoon(workspace, known);
  const facts = project.file(known)?.facts;
  const text = facts ? '' : await workspace.textOf(known).catch(() => undefined);
  if (text === undefined) return null;
  const lines = facts?.lines ?? new LineIndex(text);
  return positions.map((position) => {
    const offset = lines.offsetAt(position);
    const ranges = facts ? selectionRangesAt(facts, offset) : plainSelectionRangesAt(text, offset);
    const empty: SelectionRange = { range: { start: position, end: position } };
    const outermost = ranges.pop();
    if (!outermost) return empty;
    return ranges.reduceRight<SelectionRange>(
      (parent, range) => ({ range: toRange(range, lines), parent }),
      { range: toRange(outermost, lines) },
    );
  });
}
