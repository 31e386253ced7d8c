import * as vscode from 'vscode';
import type { ProtocolTextEdit } from '../../../server/src/shared/protocol';
import { toRange } from '../commands/reveal';
import type { SpanEdit } from '../commands/spans';
import { moved } from './passSteps';

/** An edit that was made, so that it can be taken back: where its text stands now, and what stood there before. */
interface Made {
  span: { readonly start: number; readonly end: number };
  readonly text: string;
  readonly before: string;
}

/** The edits of a tagging pass, each step of which is one step of undo, in the editor as in the pass. */
export class PassEdits {
  readonly #steps: Made[][] = [];

  /**
   * Makes the edits of one step.
   * @returns whether they were made; a read-only document takes none
   */
  async make(editor: vscode.TextEditor, edits: readonly ProtocolTextEdit[]): Promise<boolean> {
    const { document } = editor;
    const step = edits
      .map((edit) => {
        const range = toRange(edit.range);
        return { range, start: document.offsetAt(range.start), text: edit.newText };
      })
      .sort((a, b) => a.start - b.start);
    let grown = 0;
    const made = step.map(({ range, start, text }): Made => {
      const before = document.getText(range);
      const first = start + grown;
      grown += text.length - before.length;
      return { span: { start: first, end: first + text.length }, text, before };
    });
    const done = await replace(
      editor,
      step.map(({ range, text }) => ({ range, text })),
    );
    if (done) this.#steps.push(made);
    return done;
  }

  /** Takes the last step back, where its text still stands as it was written. */
  async takeBack(editor: vscode.TextEditor): Promise<boolean> {
    const { document } = editor;
    const made = this.#steps.pop();
    if (!made) return false;
    const all = made.map(({ span, text, before }) => {
      const range = new vscode.Range(
        document.positionAt(span.start),
        document.positionAt(span.end),
      );
      return { range, text: before, isThere: document.getText(range) === text };
    });
    return all.every(({ isThere }) => isThere) && replace(editor, all);
  }

  /** Takes note of an edit of the text by others. */
  edited(edits: readonly SpanEdit[]): void {
    for (const made of this.#steps.flat()) made.span = moved(made.span, edits);
  }
}

async function replace(
  editor: vscode.TextEditor,
  edits: readonly { readonly range: vscode.Range; readonly text: string }[],
): Promise<boolean> {
  const { version } = editor.document;
  const done = await editor.edit((builder) => {
    for (const { range, text } of edits) builder.replace(range, text);
  });
  // Of a read-only document VS Code says that it was edited, though it was not.
  return done && editor.document.version !== version;
}
