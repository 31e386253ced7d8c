import { MarkupKind, type Hover } from 'vscode-languageserver';
import { hoverAt } from '../../core/features/hover';
import type { Position } from '../../core/text/lineIndex';
import { targetSoon, type Context } from '../context';
import { toRange } from '../toProto';

/** What there is to know at a position (LSP 3.17 §textDocument/hover); several things stand under one another. */
export async function hover(
  context: Context,
  uri: string,
  position: Position,
): Promise<Hover | null> {
  const target = await targetSoon(context, uri, position);
  if (!target) return null;
  const { project, uri: known, offset, isWhole } = target;
  const hovers = await context.workspace.whenRead(() => hoverAt(project, known, offset, isWhole));
  const [first] = hovers;
  if (!first) return null;
  const value = hovers.map(({ markdown }) => markdown).join('\n\n---\n\n');
  return {
    contents: { kind: MarkupKind.Markdown, value },
    range: toRange(first.range, target.lines),
  };
}
