import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  HELD_BACK,
  type ExportParams,
  type HeldBackParams,
  type HeldBackResult,
} from '../../../server/src/shared/exports';
import { ask } from './serverCommands';

type Access = NonNullable<ExportParams['include']>;

/**
 * Who is to read what is exported: what others may not read is held back, unless the setting allows it and the author says
 * so this time.
 * @returns undefined where the author wants no export after all
 */
export async function chooseAccess(
  client: BaseLanguageClient,
  uri: vscode.Uri | undefined,
): Promise<Access | undefined> {
  const allowed = allowedAccess(uri);
  if (allowed === 'open') return allowed;
  const params: HeldBackParams = uri ? { uri: uri.toString() } : {};
  const found = await ask<HeldBackResult>(client, HELD_BACK, params);
  if (!found) return undefined;
  const number = found.restricted + (allowed === 'confidential' ? found.confidential : 0);
  if (number === 0) return 'open';
  const include = 'Include';
  const leaveOut = 'Leave Out';
  const answer = await vscode.window.showWarningMessage(
    `Is ${allowed} evidence to be included?`,
    {
      modal: true,
      detail: `${number === 1 ? '1 piece of evidence is' : `${number} pieces of evidence are`} ${allowed === 'restricted' ? 'restricted' : 'restricted or confidential'}. Whoever gets the file can read it.`,
    },
    leaveOut,
    include,
  );
  if (answer === undefined) return undefined;
  return answer === include ? allowed : 'open';
}

/** What the setting allows at most. */
export function allowedAccess(uri: vscode.Uri | undefined): Access {
  const settings = vscode.workspace.getConfiguration('warrant', uri);
  const setting = settings.get<string>('export.include', 'open');
  return setting === 'restricted' || setting === 'confidential' ? setting : 'open';
}

/**
 * Asks whether real names may be written; who presses Enter is shown where they are.
 * @param reason what stands in it, in a sentence without a full stop
 */
export async function mayWriteNames(reason: string): Promise<boolean> {
  const where = 'Show Where';
  const write = 'Write All the Same';
  const answer = await vscode.window.showWarningMessage(
    'Are real names to be written?',
    { modal: true, detail: `${reason}.` },
    where,
    write,
  );
  if (answer === where) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  return answer === write;
}
