import * as vscode from 'vscode';
import type { ProtocolLocation } from '../../../server/src/shared/protocol';

/** Opens the file of a place and selects its words, in the middle of the window. */
export async function reveal({ uri, range }: ProtocolLocation): Promise<void> {
  const selection = toRange(range);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A range of the protocol as one of the editor. */
export function toRange({ start, end }: ProtocolLocation['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
