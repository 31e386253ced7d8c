import * as vscode from 'vscode';
import { isManuscript } from '../lsp/languages';

/** Follows which manuscript the author looks at; it stays while the focus is in a view or in another kind of file. */
export class ActiveManuscript implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #uri: vscode.Uri | undefined;

  /** Fires when the author turns to another manuscript. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#follow(vscode.window.activeTextEditor);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#follow(editor);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.toString() !== this.#uri?.toString()) return;
        this.#uri = undefined;
        this.#changed.fire();
      }),
    );
  }

  /** The manuscript, if there was one since the window was opened. */
  get uri(): vscode.Uri | undefined {
    return this.#uri;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    if (!editor || !isManuscript(editor.document)) return;
    if (editor.document.uri.toString() === this.#uri?.toString()) return;
    this.#uri = editor.document.uri;
    this.#changed.fire();
  }
}
