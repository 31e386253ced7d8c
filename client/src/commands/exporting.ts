import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  HELD_BACK,
  type ExportParams,
  type HeldBackParams,
  type HeldBackResult,
} from '../../../server/src/shared/exports';
import { revealBeside } from '../panels/revealBeside';
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
  if (allowedAccess(uri) === 'open') return 'open';
  const params: HeldBackParams = uri ? { uri: uri.toString() } : {};
  const found = await ask<HeldBackResult>(client, HELD_BACK, params);
  return found && askAccess(uri, found);
}

/**
 * Asks, where the setting allows it, whether evidence that others may not read is to be in what is exported.
 * @param found how much of it there is
 * @returns undefined where the author wants no export after all
 */
export async function askAccess(
  uri: vscode.Uri | undefined,
  found: HeldBackResult,
): Promise<Access | undefined> {
  const allowed = allowedAccess(uri);
  if (allowed === 'open') return allowed;
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
  if (answer === where) await showNames();
  return answer === write;
}

/** Lists the real names that are reported, and goes to the first one: one in a text that is in sight, if there is any. */
async function showNames(): Promise<void> {
  await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  const shown = new Set(
    vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()),
  );
  const files = vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) => {
    const [first] = diagnostics
      .filter(isRealName)
      .map(({ range }) => range)
      .sort((a, b) => a.start.compareTo(b.start));
    return first ? [{ uri: uri.toString(), range: first }] : [];
  });
  const place = files.find(({ uri }) => shown.has(uri)) ?? files[0];
  if (place) await revealBeside(place, true);
}

function isRealName({ source, code }: vscode.Diagnostic): boolean {
  return source === 'warrant' && (typeof code === 'object' ? code.value : code) === 'real-name';
}
