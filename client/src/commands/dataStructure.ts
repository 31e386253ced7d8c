import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DATA_STRUCTURE,
  type DataStructureResult,
  type ExportFileParams,
} from '../../../server/src/shared/tables';
import { askAccess, mayWriteNames } from './exporting';
import { manuscriptEditor } from './manuscriptEditor';
import { ask } from './serverCommands';
import { warn } from './warn';

const OPEN = 'Open';

/** Registers *Export Data Structure as SVG…*. */
export function registerDataStructure(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('warrant.exportDataStructure', async () => {
    const editor = manuscriptEditor('to draw its data structure');
    if (!editor) return;
    const { uri } = editor.document;
    let params: ExportFileParams = { uri: uri.toString() };
    let result = await ask<DataStructureResult>(client, DATA_STRUCTURE, params);
    if (!result) return;
    const include = await askAccess(uri, result.heldBack);
    if (include === undefined) return;
    if (include !== 'open') {
      params = { ...params, include };
      result = await ask<DataStructureResult>(client, DATA_STRUCTURE, params);
    }
    if (result?.ok === false && result.hasRealNames === true) {
      if (!(await mayWriteNames(result.message))) return;
      const allowed: ExportFileParams = { ...params, allowRealNames: true };
      result = await ask<DataStructureResult>(client, DATA_STRUCTURE, allowed);
    }
    if (!result) return;
    if (!result.ok) {
      warn(`Warrant: ${result.message}.`);
      return;
    }
    const file = await vscode.window.showSaveDialog({
      title: 'Save the data structure',
      defaultUri: besideOf(uri),
      filters: { 'Scalable Vector Graphics': ['svg'] },
    });
    if (!file) return;
    await save(file, result.svg, result.notes);
  });
}

async function save(file: vscode.Uri, svg: string, notes: readonly string[]): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(svg));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`Warrant: the figure was not saved: ${reason}`);
    return;
  }
  const also = notes.length > 0 ? ` ${notes.join('; ')}.` : '';
  const answer = await vscode.window.showInformationMessage(
    `The data structure was saved as ${vscode.workspace.asRelativePath(file)}.${also}`,
    OPEN,
  );
  if (answer === OPEN) await vscode.commands.executeCommand('vscode.open', file);
}

/** The name that is offered; a document that was never saved has no folder. */
function besideOf(uri: vscode.Uri): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (uri.scheme !== 'untitled') return vscode.Uri.joinPath(uri, '..', 'data-structure.svg');
  return folder
    ? vscode.Uri.joinPath(folder, 'data-structure.svg')
    : vscode.Uri.file('data-structure.svg');
}
