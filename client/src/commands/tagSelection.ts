import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  TAG_SELECTION,
  type ProtocolKind,
  type TagSelectionParams,
  type TagSelectionResult,
} from '../../../server/src/shared/protocol';
import { isManuscript } from '../lsp/languages';
import { toRange } from './reveal';

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
      vscode.commands.registerTextEditorCommand(command, (editor) => {
        void tagSelection(client, editor, kind);
      }),
    ),
  );
}

/** Tags the selection in one undoable step and selects the generated id, so that typing replaces it. */
async function tagSelection(
  client: BaseLanguageClient,
  editor: vscode.TextEditor,
  kind: ProtocolKind,
): Promise<void> {
  const { document, selection } = editor;
  if (!isManuscript(document)) {
    await vscode.window.showWarningMessage('Warrant tags Markdown, Quarto and R Markdown files.');
    return;
  }
  const { version } = document;
  const params: TagSelectionParams = { uri: document.uri.toString(), range: selection, kind };
  const result = await client.sendRequest<TagSelectionResult>(TAG_SELECTION, params);
  if (!result.ok) {
    await vscode.window.showWarningMessage(`Warrant: ${result.message}`);
    return;
  }
  // The answer is about the text as it was when it was asked.
  if (document.version !== version) return;
  const done = await editor.edit((builder) => {
    for (const { range, newText } of result.edits) builder.replace(toRange(range), newText);
  });
  if (!done) return;
  const { start, end } = toRange(result.selection);
  editor.selection = new vscode.Selection(start, end);
}
