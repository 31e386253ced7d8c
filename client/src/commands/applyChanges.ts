import * as vscode from 'vscode';
import type { RetagResult } from '../../../server/src/shared/protocol';
import { toRange } from './reveal';
import { warn } from './warn';

/** The state of the open documents when something was asked about them; what is answered holds as long as it lasts. */
export class AskedState {
  readonly #versions = new Map(
    vscode.workspace.textDocuments.map(({ uri, version }) => [uri.toString(), version]),
  );

  /** Whether a document has the text that it had. */
  isCurrent({ uri, version }: vscode.TextDocument): boolean {
    const before = this.#versions.get(uri.toString());
    return before === undefined || before === version;
  }
}

/**
 * Makes edits of one or more files in one step of undo, or says why there are none.
 * @param about documents that must not have changed either, though they may not be edited
 */
export async function applyChanges(
  result: RetagResult | undefined,
  asked: AskedState,
  about: readonly vscode.TextDocument[] = [],
): Promise<boolean> {
  if (!result) return false;
  if (!result.ok) {
    warn(`Warrant: ${result.message}.`);
    return false;
  }
  const uris = new Set(Object.keys(result.changes).map((uri) => vscode.Uri.parse(uri).toString()));
  const touched = vscode.workspace.textDocuments.filter(({ uri }) => uris.has(uri.toString()));
  if (![...touched, ...about].every((document) => asked.isCurrent(document))) {
    warn('Warrant: the text was changed meanwhile; try again.');
    return false;
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
    return false;
  }
  if (result.notes.length > 0) {
    void vscode.window.showInformationMessage(`Warrant: ${result.notes.join('; ')}.`);
  }
  return true;
}
