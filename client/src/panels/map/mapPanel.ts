import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ServerState } from '../../lsp/serverState';
import type { ActiveManuscript } from '../../views/activeManuscript';
import { PanelHost } from '../panelHost';
import { MapSession } from './mapSession';

/** The command that opens the mechanism map. */
const OPEN = 'warrant.openMap';

/** Registers the mechanism map and its command. */
export function registerMap(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  server: ServerState,
  manuscript: ActiveManuscript,
): vscode.Disposable {
  let session: MapSession | undefined;
  const host = new PanelHost<'map'>({
    name: 'map',
    title: 'Mechanism Map',
    extension: context.extensionUri,
    log: (message) => client.warn(message, undefined, false),
    connect: (port, { uri }) =>
      (session = new MapSession(port, { client, server, manuscript, uri })),
  });
  return vscode.Disposable.from(
    host,
    vscode.commands.registerCommand(OPEN, (element?: unknown) => {
      host.open();
      const id = idOf(element);
      if (id !== undefined) session?.focus(id);
    }),
  );
}

/** The id of the element that a view hands to the command; titles and menus hand something else, or nothing. */
function idOf(element: unknown): string | undefined {
  if (typeof element !== 'object' || element === null || !('id' in element)) return undefined;
  return typeof element.id === 'string' ? element.id : undefined;
}
