import * as vscode from 'vscode';
import { isManuscript } from '../lsp/languages';

/** Follows which manuscript the author looks at; it stays while the focus is in a view or in another kind of file. */
export class ActiveManuscript implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #uri: vscode.Uri | undefined;
  #isInFront = false;

  /** Fires when the author turns to another manuscript, or from it to another kind of file. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#follow(vscode.window.activeTextEditor);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#follow(editor);
      }),
      // A document whose language is changed is closed, and opened in the new one.
      vscode.workspace.onDidOpenTextDocument((document) => {
        const editor = vscode.window.activeTextEditor;
        if (editor?.document === document) this.#follow(editor);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.toString() === this.#uri?.toString()) this.#turnTo(undefined, false);
      }),
    );
  }

  /** The manuscript, if there was one since the window was opened. */
  get uri(): vscode.Uri | undefined {
    return this.#uri;
  }

  /** Whether the author looks at it now: no other kind of file stands before it, but for what configures it. */
  get isInFront(): boolean {
    return this.#isInFront;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    // Without an editor the author looks at a preview, or at nothing.
    if (!editor) return;
    if (isManuscript(editor.document)) this.#turnTo(editor.document.uri, true);
    else if (configures(editor.document.uri, this.#uri)) this.#turnTo(this.#uri, true);
    else if (isShownAsEditor(editor)) this.#turnTo(this.#uri, false);
  }

  #turnTo(uri: vscode.Uri | undefined, isInFront: boolean): void {
    if (uri?.toString() === this.#uri?.toString() && isInFront === this.#isInFront) return;
    this.#uri = uri;
    this.#isInFront = isInFront;
    this.#changed.fire();
  }
}

/** Whether a file says what belongs to a manuscript: an author who edits that is still at work on it. */
function configures({ path }: vscode.Uri, manuscript: vscode.Uri | undefined): boolean {
  const folder = /^(.*\/)(?:warrant|_quarto)\.ya?ml$/.exec(path)?.[1];
  return folder !== undefined && manuscript?.path.startsWith(folder) === true;
}

/** The output panel and input boxes are text editors as well, which stand beside the manuscript. */
function isShownAsEditor({ viewColumn }: vscode.TextEditor): boolean {
  return viewColumn !== undefined;
}
