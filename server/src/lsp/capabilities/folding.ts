import { FoldingRangeKind, type FoldingRange as ProtoRange } from 'vscode-languageserver';
import { foldingRanges, type FoldingRange } from '../../core/features/foldingRanges';
import { normalizeUri } from '../../core/project';
import { projectSoon, type Context } from '../context';

/** LSP has names for these two only. */
const KINDS: Readonly<Partial<Record<FoldingRange['kind'], FoldingRangeKind>>> = {
  comment: FoldingRangeKind.Comment,
  attributes: FoldingRangeKind.Region,
};

/** What may be folded in a document (LSP 3.17 §textDocument/foldingRange); of too many, the longest. */
export async function folding(context: Context, uri: string): Promise<ProtoRange[]> {
  const known = normalizeUri(uri);
  const { project } = await projectSoon(context.workspace, known);
  const limit = context.support.foldingRanges;
  const length = ({ startLine, endLine }: FoldingRange): number => endLine - startLine;
  let ranges = foldingRanges(project, known);
  if (ranges.length > limit) {
    ranges = [...ranges].sort((a, b) => length(b) - length(a)).slice(0, limit);
  }
  return ranges.map(({ startLine, endLine, kind }) => {
    const named = KINDS[kind];
    return { startLine, endLine, ...(named ? { kind: named } : {}) };
  });
}
