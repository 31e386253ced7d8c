import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ServerState } from '../../lsp/serverState';
import type { ActiveManuscript } from '../../views/activeManuscript';
import { PanelHost } from '../panelHost';
import { MatrixSession } from './matrixSession';

/** The command that opens the claim–evidence matrix. */
const OPEN = 'warrant.openMatrix';

/** Registers the claim–evidence matrix and its command. */
export function registerMatrix(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  server: ServerState,
  manuscript: ActiveManuscript,
): vscode.Disposable {
  const host = new PanelHost<'matrix'>({
    name: 'matrix',
    title: 'Claim–Evidence Matrix',
    extension: context.extensionUri,
    log: (message) => client.warn(message, undefined, false),
    connect: (port, { uri }) => new MatrixSession(port, { client, server, manuscript, uri }),
  });
  return vscode.Disposable.from(
    host,
    vscode.commands.registerCommand(OPEN, () => host.open()),
  );
}
