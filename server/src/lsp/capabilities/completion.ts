import {
  CompletionItemKind,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem as ProtoItem,
  type CompletionList as ProtoList,
  type CompletionParams,
  type InsertReplaceEdit,
  type Range,
} from 'vscode-languageserver';
import * as z from 'zod';
import { completionsAt, mayCite, type Asking } from '../../core/features/completion/completion';
import { documentationOf } from '../../core/features/completion/documentation';
import type {
  CompletionItem,
  CompletionList,
  CompletionSubject,
} from '../../core/features/completion/item';
import { yamlCompletions } from '../../core/features/completion/yaml';
import { KINDS } from '../../core/model';
import { libraryOf } from '../../core/sources/bibliography';
import type { CompletionSupport } from '../completionSupport';
import { projectSoon, targetSoon, type Context, type Target } from '../context';
import { toRange, toTextEdit } from '../toProto';

/** The command by which VS Code shows a list again, where a value is to follow what was inserted. */
const SUGGEST = 'editor.action.triggerSuggest';

/** What brings up a list while an author types; outside of the places where it helps, nothing comes up. */
export const TRIGGERS = ['{', '.', '#', '=', '"', "'", ' ', '@', '/', ':'] as const;

const KIND_OF: Readonly<Record<CompletionItem['role'], CompletionItemKind>> = {
  kind: CompletionItemKind.Class,
  attribute: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  element: CompletionItemKind.Reference,
  id: CompletionItemKind.Constant,
  source: CompletionItemKind.File,
  work: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};

/** What may be written at a position (LSP 3.17 §textDocument/completion). */
export async function completion(
  context: Context,
  { textDocument, position, context: asked }: CompletionParams,
): Promise<ProtoList | null> {
  const target = await targetSoon(context, textDocument.uri, position);
  if (!target) return null;
  const { support, completion: can } = context;
  const list = await listAt(context, target, {
    isAsked: asked?.triggerKind !== CompletionTriggerKind.TriggerCharacter,
    byWord: can.byWord,
  });
  if (!list) return null;
  const suggest = support.commands.has(SUGGEST);
  const word = toRange(list.word, target.lines);
  const ranges = { insert: { start: word.start, end: position }, replace: word };
  const editRange = can.insertReplace ? ranges : word;
  return {
    // Files that are still being read may hold more.
    isIncomplete: list.isIncomplete || !target.isWhole,
    ...(can.editRange ? { itemDefaults: { editRange } } : {}),
    items: list.items.map((item, index) => toItem(item, index, target, can, ranges, suggest)),
  };
}

async function listAt(
  { workspace, recent }: Context,
  { project, uri, offset }: Target,
  asking: Asking,
): Promise<CompletionList | undefined> {
  const vantage = { uri, offset, recent: recent.of(project) };
  if (IS_CONFIG.test(uri)) {
    const text = await workspace.textOf(uri);
    const yaml = { text, start: 0, isFrontMatter: false };
    return yamlCompletions({ project, vantage, works: [] }, yaml);
  }
  const works = mayCite({ project, vantage })
    ? await workspace.whenRead(() => libraryOf(project).works())
    : [];
  return completionsAt({ project, vantage, works }, asking);
}

const IS_CONFIG = /\/warrant\.ya?ml$/;

/** The documentation of an item, once somebody looks at it (LSP 3.17 §completionItem/resolve). */
export async function resolveCompletion(context: Context, item: ProtoItem): Promise<ProtoItem> {
  const { success, data } = carried.safeParse(item.data);
  if (!success) return item;
  const { project } = await projectSoon(context.workspace, data.uri);
  const value = documentationOf(project, data.subject);
  if (value === undefined) return item;
  return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

/** What an item carries until somebody looks at it. */
const carried = z.object({
  uri: z.string(),
  subject: z.discriminatedUnion('type', [
    z.object({ type: z.literal('kind'), name: z.string() }),
    z.object({ type: z.literal('attribute'), kind: z.enum(KINDS), name: z.string() }),
    z.object({
      type: z.literal('value'),
      kind: z.enum(KINDS),
      name: z.string(),
      value: z.string(),
    }),
    z.object({ type: z.enum(['element', 'source', 'work', 'selection']), name: z.string() }),
  ]) satisfies z.ZodType<CompletionSubject>,
});

function toItem(
  item: CompletionItem,
  index: number,
  { uri, lines }: Target,
  can: CompletionSupport,
  ranges: { readonly insert: Range; readonly replace: Range },
  suggest: boolean,
): ProtoItem {
  const { label, suffix, description, snippet, subject, edits } = item;
  const isSnippet = can.snippets && snippet !== undefined;
  const newText = isSnippet ? snippet : item.newText;
  const details = { ...(suffix && { detail: suffix }), ...(description && { description }) };
  return {
    label,
    kind: KIND_OF[item.role],
    ...(can.labelDetails ? { labelDetails: details } : description && { detail: description }),
    filterText: item.filterText,
    sortText: String(index).padStart(4, '0'),
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(can.editRange ? { textEditText: newText } : { textEdit: editOf(newText, can, ranges) }),
    ...(edits ? { additionalTextEdits: edits.map((edit) => toTextEdit(edit, lines)) } : {}),
    ...(item.asksOn && suggest ? { command: { title: 'Suggest', command: SUGGEST } } : {}),
    ...(subject ? { data: { uri, subject } } : {}),
  };
}

function editOf(
  newText: string,
  { insertReplace }: CompletionSupport,
  { insert, replace }: { readonly insert: Range; readonly replace: Range },
): InsertReplaceEdit | { readonly newText: string; readonly range: Range } {
  return insertReplace ? { newText, insert, replace } : { newText, range: replace };
}
