import * as vscode from 'vscode';

/** The markup that reading mode keeps out of sight. */
export class HiddenMarkup implements vscode.Disposable {
  readonly #ranges = new WeakMap<vscode.TextEditor, () => readonly vscode.Range[]>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();

  /** Fires when other markup of a document is hidden, or none. */
  readonly onDidChange = this.#changed.event;

  dispose(): void {
    this.#changed.dispose();
  }

  /** Takes note of what is hidden in an editor; asked when somebody wants to know, for it moves with the text. */
  set(editor: vscode.TextEditor, ranges: () => readonly vscode.Range[]): void {
    this.#ranges.set(editor, ranges);
    this.#changed.fire(editor.document);
  }

  /** Tells which places of a document are hidden wherever it is shown. */
  of(document: vscode.TextDocument): (position: vscode.Position) => boolean {
    const hidden = vscode.window.visibleTextEditors
      .filter((editor) => editor.document === document)
      .map((editor) => this.#ranges.get(editor)?.() ?? []);
    if (hidden.length === 0) return () => false;
    return (position) => hidden.every((ranges) => ranges.some((range) => range.contains(position)));
  }
}
