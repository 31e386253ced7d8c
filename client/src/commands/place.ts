import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { RangeParams, RetagResult } from '../../../server/src/shared/protocol';
import { toRange } from './reveal';
import { ask } from './serverCommands';
import { warn } from './warn';

/** The selection that a command was started on. What is answered about it holds as long as the text is the same. */
export class Place {
  readonly #client: BaseLanguageClient;
  readonly #editor: vscode.TextEditor;
  readonly #version: number;
  /** The file, and the selection in it. */
  readonly params: RangeParams;

  constructor(client: BaseLanguageClient, editor: vscode.TextEditor) {
    this.#client = client;
    this.#editor = editor;
    this.#version = editor.document.version;
    // As JSON, a range of the editor is a list.
    const { start, end } = editor.selection;
    this.params = { uri: editor.document.uri.toString(), range: { start, end } };
  }

  /** Asks the server, with what is to be known besides the place. */
  ask<T>(method: string, more: object = {}): Promise<T | undefined> {
    return ask<T>(this.#client, method, { ...this.params, ...more });
  }

  /** Makes the edits, in one step of undo, or says why there are none. */
  async apply(result: RetagResult | undefined): Promise<void> {
    if (!result) return;
    if (!result.ok) {
      warn(`Warrant: ${result.message}.`);
      return;
    }
    const { document } = this.#editor;
    if (document.version !== this.#version) {
      warn('Warrant: the text was changed meanwhile; try again.');
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    for (const [uri, edits] of Object.entries(result.changes)) {
      edit.set(
        vscode.Uri.parse(uri),
        edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
      );
    }
    if (!(await vscode.workspace.applyEdit(edit))) {
      warn('Warrant: the file cannot be edited.');
      return;
    }
    const editor = await vscode.window.showTextDocument(document, this.#editor.viewColumn);
    if (result.selection) {
      const { start, end } = toRange(result.selection);
      editor.selection = new vscode.Selection(start, end);
    }
    if (result.notes.length > 0) {
      void vscode.window.showInformationMessage(`Warrant: ${result.notes.join('; ')}.`);
    }
  }
}
