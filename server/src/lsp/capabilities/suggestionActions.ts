import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
} from 'vscode-languageserver';
import * as z from 'zod';
import { suggestionsIn, type Suggestion } from '../../core/cues';
import { claimsBeside } from '../../core/features/suggestions/claimsBeside';
import { tagSuggestion } from '../../core/features/suggestions/tagSuggestion';
import { KINDS, type LiveFacts } from '../../core/model';
import { normalizeUri } from '../../core/project';
import { overlaps, touches } from '../../core/text/range';
import { NEVER_SUGGEST, TAG_AS_ANOTHER_KIND, TAGGING_PASS } from '../../shared/protocol';
import { clientFiles, type Context } from '../context';
import { toRange, toWorkspaceEdit } from '../toProto';
import type { ActionContext, CodeActionSource } from './codeActions';
import { suggestibleFile, toClaim } from './suggestions';

/** So many claims beside a quotation are offered, each by an action of its own. */
const CLAIMS = 3;

/**
 * A light bulb on a sentence that looks like something to tag. Where the author asks for actions, what is less sure is
 * offered as well.
 */
export const SUGGESTION_ACTIONS: CodeActionSource = {
  name: 'suggestions',
  kinds: [CodeActionKind.QuickFix],
  offer,
  resolve,
};

const dataSchema = z.object({
  start: z.number(),
  end: z.number(),
  kind: z.enum(KINDS),
  type: z.string().optional(),
  supports: z.array(z.string()).optional(),
});

type Data = z.infer<typeof dataSchema>;

async function offer(
  { context }: ActionContext,
  { textDocument: { uri }, range, context: asked }: CodeActionParams,
): Promise<CodeAction[]> {
  const suggestible = await suggestibleFile(context, uri);
  if (!suggestible) return [];
  const { file, options } = suggestible;
  const { facts } = file;
  const { lines } = facts.current;
  const selected = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const tier = asked.triggerKind === CodeActionTriggerKind.Invoked ? 2 : 1;
  return suggestionsIn(facts, { ...options, range: selected, tier })
    .filter(({ sentence }) => overlaps(sentence, selected) || touches(sentence, selected.start))
    .flatMap((one) => actionsFor(context, facts, uri, one));
}

function actionsFor(
  context: Context,
  facts: LiveFacts,
  uri: string,
  suggestion: Suggestion,
): CodeAction[] {
  const { kind, type, range } = suggestion;
  const data: Data = { ...range, kind, ...(type === undefined ? {} : { type }) };
  const looks = looksLike(suggestion);
  const claims =
    kind === 'evidence' ? claimsBeside(facts, range).slice(0, CLAIMS).map(toClaim) : [];
  return [
    ...claims.map(({ id, text }) =>
      action(`${looks}: tag it as evidence for “${text}” (#${id})`, { ...data, supports: [id] }),
    ),
    action(`${looks}: tag it as ${kind}`, data),
    ...commands(context, uri, facts, suggestion),
  ];
}

/** What a suggested passage looks like, with how sure that is. */
function looksLike({ label, tier }: Suggestion): string {
  const article = /^[aeiou]/.test(label) ? 'an' : 'a';
  const what = label === 'evidence' ? 'evidence' : `${article} ${label}`;
  return `${tier === 1 ? 'Looks like' : 'May be'} ${what}`;
}

function action(title: string, data: Data): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, data };
}

/** What only a client can do that has commands for it. */
function commands(
  { support }: Context,
  uri: string,
  { current: { lines } }: LiveFacts,
  { range, phrase, never, kind }: Suggestion,
): CodeAction[] {
  const place = { uri, range: toRange(range, lines) };
  const all = [
    {
      title: 'Tag as another kind…',
      command: TAG_AS_ANOTHER_KIND,
      arguments: [{ ...place, kind }],
    },
    {
      title:
        phrase === ''
          ? 'Never suggest anything for this sentence'
          : `Never suggest anything for “${phrase}”`,
      command: NEVER_SUGGEST,
      arguments: [never, uri],
    },
    { title: 'Start a tagging pass here', command: TAGGING_PASS, arguments: [place] },
  ];
  return all
    .filter(({ command }) => support.commands.has(command))
    .map((command) => ({ title: command.title, kind: CodeActionKind.QuickFix, command }));
}

async function resolve(
  { context }: ActionContext,
  offered: CodeAction,
  uri: string,
): Promise<CodeAction> {
  const { start, end, kind, type, supports } = dataSchema.parse(offered.data);
  const known = normalizeUri(uri);
  // Which ids are free, only the whole project knows.
  const project = await context.workspace.projectOf(known);
  const result = tagSuggestion(
    project,
    known,
    { start, end },
    {
      kind,
      ...(type === undefined ? {} : { type }),
      ...(supports === undefined ? {} : { supports }),
    },
  );
  if (!result.ok) return { ...offered, disabled: { reason: result.message } };
  const files = await clientFiles(context, project, [known]);
  return { ...offered, edit: toWorkspaceEdit(new Map([[known, result.edits]]), files) };
}
