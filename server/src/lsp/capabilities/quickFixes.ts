import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import { normalizeUri, type Project } from '../../core/project';
import type { Finding, Fix } from '../../core/rules';
import { fixesOf } from '../../core/rules/run';
import { overlaps, touches, type TextRange } from '../../core/text/range';
import { linesOf, type Context } from '../context';
import type { Judge } from '../judge';
import { describe } from '../logger';
import { slices } from '../pace';
import { isSameRange, toRange } from '../toProto';
import type { ActionContext, CodeActionSource } from './codeActions';
import { fixAllOf, resolveFixAllOf } from './fixAll';
import { toFixEdit } from './fixEdit';

/** Quick fixes for the findings that touch a range, or of which the other end does, each offered once. */
export const QUICK_FIXES: CodeActionSource = {
  name: 'quick fixes',
  kinds: [CodeActionKind.QuickFix],
  offer: quickFixes,
  resolve: resolveFixAllOf,
};

function quickFixes(running: ActionContext, params: CodeActionParams): Promise<CodeAction[]> {
  return fixesIn(running, params, async (uri) => {
    const project = await running.context.workspace.projectOf(uri);
    await running.judge.prepare(project, slices());
    return project;
  });
}

/** Quick fixes in files outside the manuscripts, such as bibliographies. */
export const QUICK_FIXES_BESIDE: CodeActionSource = {
  name: 'quick fixes beside',
  kinds: [CodeActionKind.QuickFix],
  offer: (running, params) =>
    fixesIn(running, params, async (uri) => {
      const { context, judge, tracked } = running;
      // The fixes are those of the text as it stands.
      await context.workspace.externalSettled();
      for (const project of await tracked.all()) {
        await judge.prepare(project, slices());
        if (judge.findingsOf(project, uri).length > 0) return project;
      }
      return undefined;
    }),
};

async function fixesIn(
  { context, judge }: ActionContext,
  { textDocument, range, context: asked }: CodeActionParams,
  projectOf: (uri: string) => Promise<Project | undefined>,
): Promise<CodeAction[]> {
  const uri = normalizeUri(textDocument.uri);
  const project = await projectOf(uri);
  if (!project) return [];
  const lines = await linesOf(context.workspace, project, uri);
  if (!lines) return [];
  const selected = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const own = judge.findingsOf(project, uri).filter(({ place }) => isAt(place.range, selected));
  const isAsked = asked.triggerKind !== CodeActionTriggerKind.Automatic;
  const others = isAsked ? atOtherEnd(judge, project, uri, selected) : [];
  const actions = new Map<string, CodeAction>();
  for (const finding of [...own, ...others.filter((other) => !own.includes(other))]) {
    const place = finding.place.uri === uri ? toRange(finding.place.range, lines) : undefined;
    // The client knows its own diagnostics only by their being equal to what it sent along.
    const mended = asked.diagnostics.filter(
      ({ code, range: sent }) => code === finding.rule && place && isSameRange(sent, place),
    );
    for (const fix of fixesFor(finding, project, context)) {
      const edit = await toFixEdit(context, project, fix, uri);
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
  const all = judge.findingsOf(project, uri);
  // All of a rule is mended in manuscripts only.
  const rules = new Set(project.file(uri) ? own.map(({ rule }) => rule) : []);
  return [
    ...actions.values(),
    ...[...rules].flatMap((rule) => fixAllOf(rule, all, project, uri) ?? []),
  ];
}

function isAt(range: TextRange, selected: TextRange): boolean {
  return overlaps(range, selected) || touches(range, selected.start);
}

/** The findings, in any file, of which another place that they name is at a range: the other end of a link, say. */
function atOtherEnd(
  judge: Judge,
  project: Project,
  uri: string,
  selected: TextRange,
): readonly Finding[] {
  return judge
    .allFindings(project)
    .filter(({ related }) =>
      related.some(({ place }) => place.uri === uri && isAt(place.range, selected)),
    );
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
