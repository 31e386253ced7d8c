import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Range,
} from 'vscode-languageserver';
import { normalizeUri } from '../../core/project';
import { fixesOf } from '../../core/rules/run';
import { overlaps, touches } from '../../core/text/range';
import { linesOf, type Context } from '../context';
import { indexLinesOf } from '../diagnostics';
import type { Judge } from '../judge';
import { toRange, toWorkspaceEdit } from '../toProto';

/** Quick fixes for the findings that touch a range (LSP 3.17 §textDocument/codeAction). */
export async function quickFixes(
  context: Context,
  judge: Judge,
  { textDocument, range, context: asked }: CodeActionParams,
): Promise<CodeAction[]> {
  const wanted = asked.only ?? [CodeActionKind.QuickFix];
  if (!wanted.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
  const uri = normalizeUri(textDocument.uri);
  const project = await context.workspace.projectOf(uri);
  const lines = await linesOf(context.workspace, project, uri);
  if (!lines) return [];
  const selected = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const findings = judge.findings(project).filter(({ place }) => {
    if (place.uri !== uri) return false;
    return overlaps(place.range, selected) || touches(place.range, selected.start);
  });
  const actions: CodeAction[] = [];
  for (const finding of findings) {
    const place = toRange(finding.place.range, lines);
    // The client knows its own diagnostics only by their being equal to what it sent along.
    const mended = asked.diagnostics.filter(
      ({ code, range: sent }) => code === finding.rule && sameRange(sent, place),
    );
    for (const { title, edits, preferred } of fixesOf(finding, project)) {
      const index = await indexLinesOf(context.workspace, project, edits.keys());
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        ...(mended.length > 0 ? { diagnostics: mended } : {}),
        ...(preferred ? { isPreferred: true } : {}),
        edit: toWorkspaceEdit(edits, (file) => index.get(file)),
      });
    }
  }
  return actions;
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
