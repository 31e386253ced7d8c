import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import { normalizeUri, type Project } from '../../core/project';
import type { Finding, Fix } from '../../core/rules';
import { fixesOf } from '../../core/rules/run';
import { overlaps, touches } from '../../core/text/range';
import { clientFiles, linesOf, type Context } from '../context';
import { describe } from '../logger';
import { slices } from '../pace';
import { isSameRange, toRange, toWorkspaceEdit } from '../toProto';
import type { ActionContext, CodeActionSource } from './codeActions';

/** Quick fixes for the findings that touch a range, each offered once. */
export const QUICK_FIXES: CodeActionSource = {
  name: 'quick fixes',
  kinds: [CodeActionKind.QuickFix],
  offer: quickFixes,
};

async function quickFixes(
  { context, judge }: ActionContext,
  { textDocument, range, context: asked }: CodeActionParams,
): Promise<CodeAction[]> {
  const uri = normalizeUri(textDocument.uri);
  const project = await context.workspace.projectOf(uri);
  await judge.prepare(project, slices());
  const lines = await linesOf(context.workspace, project, uri);
  if (!lines) return [];
  const selected = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const findings = judge
    .findingsOf(project, uri)
    .filter(({ place }) => overlaps(place.range, selected) || touches(place.range, selected.start));
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    const place = toRange(finding.place.range, lines);
    // The client knows its own diagnostics only by their being equal to what it sent along.
    const mended = asked.diagnostics.filter(
      ({ code, range: sent }) => code === finding.rule && isSameRange(sent, place),
    );
    for (const fix of fixesFor(finding, project, context)) {
      const files = await clientFiles(context, project, fix.edits.keys());
      const edit = toWorkspaceEdit(fix.edits, files);
      const key = JSON.stringify([fix.title, edit]);
      const known = actions.get(key);
      actions.set(key, {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        ...diagnosticsOf([...(known?.diagnostics ?? []), ...mended]),
        ...(fix.preferred || known?.isPreferred ? { isPreferred: true } : {}),
        edit,
      });
    }
  }
  return [...actions.values()];
}

/** A fix that cannot be worked out must not take the others with it. */
function fixesFor(finding: Finding, project: Project, { logger }: Context): readonly Fix[] {
  try {
    return fixesOf(finding, project);
  } catch (error) {
    logger.error(`no fixes for ${finding.rule}: ${describe(error)}`);
    return [];
  }
}

function diagnosticsOf(mended: Diagnostic[]): Pick<CodeAction, 'diagnostics'> {
  return mended.length > 0 ? { diagnostics: mended } : {};
}
