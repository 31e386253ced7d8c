import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { RangeParams, RetagResult } from '../../../server/src/shared/protocol';
import { applyChanges, AskedState } from './applyChanges';
import { toRange } from './reveal';
import { ask } from './serverCommands';

/** The selection that a command was started on. What is answered about it holds as long as the text is the same. */
export class Place {
  readonly #client: BaseLanguageClient;
  readonly #editor: vscode.TextEditor;
  readonly #asked = new AskedState();
  /** The file, and the selection in it. */
  readonly params: RangeParams;

  constructor(client: BaseLanguageClient, editor: vscode.TextEditor) {
    this.#client = client;
    this.#editor = editor;
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
    const { document, viewColumn } = this.#editor;
    if (!(await applyChanges(result, this.#asked, [document]))) return;
    const editor = await vscode.window.showTextDocument(document, viewColumn);
    if (result?.ok && result.selection) {
      const { start, end } = toRange(result.selection);
      editor.selection = new vscode.Selection(start, end);
    }
  }
}
