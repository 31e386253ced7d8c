import * as vscode from 'vscode';
import type { ProtocolLocation } from '../../../server/src/shared/protocol';
import { toRange } from '../commands/reveal';

/**
 * Shows the words of a place in an editor that leaves the panel in sight: in the one that shows the file already, else
 * in the group where manuscripts stand, else beside the panel.
 * @param focus whether the author goes there, or stays in the panel
 */
export async function revealBeside(
  { uri, range }: ProtocolLocation,
  focus: boolean,
): Promise<void> {
  const selection = toRange(range);
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const editor = await vscode.window.showTextDocument(document, {
      selection,
      viewColumn: columnFor(document),
      preserveFocus: !focus,
    });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showWarningMessage(`Warrant cannot open the text: ${reason}`);
  }
}

function columnFor(document: vscode.TextDocument): vscode.ViewColumn {
  const editors = vscode.window.visibleTextEditors.filter(
    ({ viewColumn }) => viewColumn !== undefined,
  );
  const same = editors.find((editor) => editor.document === document);
  const other = editors.find(({ document: { languageId } }) => languageId === document.languageId);
  const column = (same ?? other ?? editors[0])?.viewColumn;
  if (column !== undefined) return column;
  const groups = vscode.window.tabGroups.all.filter(({ isActive }) => !isActive);
  return groups[0]?.viewColumn ?? vscode.ViewColumn.Beside;
}
