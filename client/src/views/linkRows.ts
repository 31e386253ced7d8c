import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  LINK_ELEMENTS,
  type LinkElementsParams,
  type RetagResult,
} from '../../../server/src/shared/protocol';
import { applyChanges, AskedState } from '../commands/applyChanges';
import { ask } from '../commands/serverCommands';

/** How long the status bar says what was done, in milliseconds. */
const SHORTLY = 5_000;

/** Links what is put on an element to it, in one step of undo; where that cannot be done, the author is told why. */
export async function linkRows(
  client: BaseLanguageClient,
  params: LinkElementsParams,
): Promise<void> {
  const asked = new AskedState();
  const result = await ask<RetagResult>(client, LINK_ELEMENTS, params);
  if (!(await applyChanges(result, asked))) return;
  const files = result?.ok ? Object.keys(result.changes) : [];
  const names = files.map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
  vscode.window.setStatusBarMessage(`$(link) Linked in ${names.join(', ')}`, SHORTLY);
}
