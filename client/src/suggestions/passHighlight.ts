import * as vscode from 'vscode';

/** Marks the passage that a pass asks about, since the selection alone is faint while the keyboard is elsewhere. */
export class PassHighlight implements vscode.Disposable {
  readonly #passage = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  readonly #cue = vscode.window.createTextEditorDecorationType({
    fontWeight: 'bold',
    borderColor: new vscode.ThemeColor('warrant.suggestionForeground'),
    borderStyle: 'solid',
    borderWidth: '0 0 1px 0',
  });

  /** Marks a passage, and the words in it that led to its being suggested. */
  show(editor: vscode.TextEditor, passage: vscode.Range, cue: vscode.Range): void {
    editor.setDecorations(this.#passage, [passage]);
    editor.setDecorations(this.#cue, cue.isEqual(passage) ? [] : [cue]);
  }

  dispose(): void {
    this.#passage.dispose();
    this.#cue.dispose();
  }
}
