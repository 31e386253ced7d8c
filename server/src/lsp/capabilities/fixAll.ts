import type { CodeAction } from 'vscode-languageserver';
import * as z from 'zod';
import {
  editsOfFile,
  fixAll,
  MENDED_UNASKED,
  obviousFix,
  safeFix,
} from '../../core/features/fixAll';
import { normalizeUri, type Project } from '../../core/project';
import { fixesOf, type Finding, type Fix } from '../../core/rules';
import { clientFiles } from '../context';
import { slices } from '../pace';
import { toWorkspaceEdit } from '../toProto';
import type { ActionContext, CodeActionSource } from './codeActions';

/** What `editor.codeActionsOnSave` and the menu of source actions ask for. */
const KIND = 'source.fixAll.warrant';

/** Mends, unasked, what is only written wrong (LSP 3.17 §CodeActionKind.SourceFixAll). */
export const FIX_ALL: CodeActionSource = {
  name: 'fix all',
  kinds: [KIND],
  async offer(running, { textDocument, context: { only } }) {
    // It is work, and shown only where source actions are asked for.
    if (!only) return [];
    const uri = normalizeUri(textDocument.uri);
    const { project, findings } = await findingsOf(running, uri);
    const some = findings.some(
      (finding) => MENDED_UNASKED.has(finding.rule) && isMended(finding, project, uri, safeFix),
    );
    return some ? [{ title: 'Fix all tags that are written wrong', kind: KIND, data: {} }] : [];
  },
  resolve: (running, action, uri) => resolved(running, action, uri, MENDED_UNASKED, safeFix),
};

/** Names the rule of which all is mended. */
const ALL_OF = z.object({ rule: z.string() });

/** An action that mends all findings of a rule in a file; nothing where there is but one that can be mended so. */
export function fixAllOf(
  rule: string,
  findings: readonly Finding[],
  project: Project,
  uri: string,
): CodeAction | undefined {
  let count = 0;
  for (const finding of findings) {
    if (finding.rule !== rule || !isMended(finding, project, uri, obviousFix)) continue;
    if (++count > 1) {
      const data: z.infer<typeof ALL_OF> = { rule };
      return { title: `Fix all ${rule} in this file`, kind: 'quickfix', data };
    }
  }
  return undefined;
}

/** Works out an action that {@link fixAllOf} has made. */
export function resolveFixAllOf(
  running: ActionContext,
  action: CodeAction,
  uri: string,
): Promise<CodeAction> {
  const { data, success } = ALL_OF.safeParse(action.data);
  return success
    ? resolved(running, action, uri, new Set([data.rule]), obviousFix)
    : Promise.resolve(action);
}

async function resolved(
  running: ActionContext,
  action: CodeAction,
  clientUri: string,
  rules: ReadonlySet<string>,
  choose: (fixes: readonly Fix[]) => Fix | undefined,
): Promise<CodeAction> {
  const uri = normalizeUri(clientUri);
  const { project, findings } = await findingsOf(running, uri);
  const edits = await fixAll(project, { uri, findings, rules, choose });
  const files = await clientFiles(running.context, project, [uri]);
  return { ...action, edit: toWorkspaceEdit(new Map([[uri, edits]]), files) };
}

async function findingsOf({ context, judge }: ActionContext, uri: string) {
  const project = await context.workspace.projectOf(uri);
  await judge.prepare(project, slices());
  return { project, findings: judge.findingsOf(project, uri) };
}

function isMended(
  finding: Finding,
  project: Project,
  uri: string,
  choose: (fixes: readonly Fix[]) => Fix | undefined,
): boolean {
  return editsOfFile(choose(fixesOf(finding, project)), uri) !== undefined;
}
