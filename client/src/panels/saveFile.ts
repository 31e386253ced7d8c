import * as vscode from 'vscode';
import { mayWriteNames } from '../commands/exporting';
import type { PanelFile } from './messages';

/** Asks where a file that a panel has made is to stand, writes it, and offers to open it. */
export async function saveFile(file: PanelFile): Promise<void> {
  if (file.realNames !== undefined && !(await mayWriteNames(file.realNames))) return;
  const name = `${file.name}.${file.extension}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    filters: { [file.format]: [file.extension] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, bytesOf(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`Warrant cannot write ${name}: ${reason}`);
    return;
  }
  const open = 'Open';
  const written = target.path.slice(target.path.lastIndexOf('/') + 1);
  if ((await vscode.window.showInformationMessage(`${written} is written.`, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', target);
  }
}

function bytesOf({ content, encoding }: PanelFile): Uint8Array {
  if (encoding === 'utf8') return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
