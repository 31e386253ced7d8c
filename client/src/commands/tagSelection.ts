import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  TAG_SELECTION,
  type ProtocolKind,
  type TagSelectionParams,
  type TagSelectionResult,
} from '../../../server/src/shared/protocol';
import { manuscriptEditor } from './manuscriptEditor';
import { toRange } from './reveal';
import { ask } from './serverCommands';
import { shift, type Span, type SpanEdit } from './spans';
import { warn } from './warn';

const COMMANDS: readonly (readonly [command: string, kind: ProtocolKind])[] = [
  ['warrant.tagClaim', 'claim'],
  ['warrant.tagEvidence', 'evidence'],
  ['warrant.tagMechanism', 'mechanism'],
  ['warrant.tagStep', 'step'],
  ['warrant.tagConstruct', 'construct'],
];

/** Registers *Tag Selection as Claim*, and so on. */
export function registerTagCommands(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    ...COMMANDS.map(([command, kind]) =>
      vscode.commands.registerCommand(command, async () => {
        const editor = manuscriptEditor('to tag its text');
        if (editor) await tagSelections(client, editor, kind);
      }),
    ),
  );
}

/**
 * Tags every selection, in one step of undo, and selects the generated ids, so that typing replaces them. A selection
 * that cannot be tagged is left as it is, and the author is told why.
 */
async function tagSelections(
  client: BaseLanguageClient,
  editor: vscode.TextEditor,
  kind: ProtocolKind,
): Promise<void> {
  const { document } = editor;
  const spans = editor.selections.map((selection) => spanOf(document, selection));
  let waiting = spans.sort((a, b) => b.start - a.start);
  let ids: Span[] = [];
  const refusals = new Set<string>();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { version } = document;
    // As JSON, a range of the editor is a list.
    const { start, end } = rangeOf(document, next);
    const range = { start, end };
    const params: TagSelectionParams = { uri: document.uri.toString(), range, kind };
    const result = await ask<TagSelectionResult>(client, TAG_SELECTION, params);
    if (!result) return;
    if (!result.ok) {
      refusals.add(result.message);
      continue;
    }
    // The answer is about the text as it was when it was asked.
    if (document.version !== version) {
      refusals.add('the text was changed meanwhile; try again');
      break;
    }
    const edits = result.edits.map((edit): SpanEdit => {
      return { ...spanOf(document, toRange(edit.range)), newText: edit.newText };
    });
    const done = await editor.edit(
      (builder) => {
        for (const edit of result.edits) builder.replace(toRange(edit.range), edit.newText);
      },
      { undoStopBefore: ids.length === 0, undoStopAfter: waiting.length === 0 },
    );
    // Of a read-only document VS Code says that it was edited, though it was not.
    if (!done || document.version === version) {
      refusals.add('the file cannot be edited');
      break;
    }
    waiting = waiting.map((span) => shift(span, edits));
    ids = ids.map((span) => shift(span, edits));
    ids.push(spanOf(document, toRange(result.selection)));
  }
  if (ids.length > 0) {
    editor.selections = ids.map((span) => {
      const { start, end } = rangeOf(document, span);
      return new vscode.Selection(start, end);
    });
    // The command may have been started from a view.
    await vscode.window.showTextDocument(document, editor.viewColumn);
  }
  if (refusals.size > 0) warn(`Warrant: ${[...refusals].join('; ')}`);
}

function spanOf(document: vscode.TextDocument, { start, end }: vscode.Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
