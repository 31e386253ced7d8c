import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ServerState } from '../../lsp/serverState';
import type { ActiveManuscript } from '../../views/activeManuscript';
import { ManuscriptFollower } from '../manuscriptFollower';
import type { AnyPanelState } from '../messages';
import { PanelHost, type PanelPort, type PanelSession } from '../panelHost';

/** The command that opens the mechanism map. */
const OPEN = 'warrant.openMap';

/** Registers the mechanism map and its command. */
export function registerMap(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  server: ServerState,
  manuscript: ActiveManuscript,
): vscode.Disposable {
  const host = new PanelHost<'map'>({
    name: 'map',
    title: 'Mechanism Map',
    extension: context.extensionUri,
    log: (message) => client.warn(message, undefined, false),
    connect: (port, state) => new MapSession(port, state, server, manuscript),
  });
  return vscode.Disposable.from(
    host,
    vscode.commands.registerCommand(OPEN, () => host.open()),
  );
}

/** One open map. */
class MapSession implements PanelSession<'map'> {
  readonly #port: PanelPort<'map'>;
  readonly #follower: ManuscriptFollower;

  constructor(
    port: PanelPort<'map'>,
    { uri }: AnyPanelState,
    server: ServerState,
    manuscript: ActiveManuscript,
  ) {
    this.#port = port;
    this.#follower = new ManuscriptFollower({
      server,
      manuscript,
      uri,
      refresh: () => this.#refresh(),
      send: (message) => this.#port.send(message),
    });
  }

  started(): void {
    this.#refresh();
    this.#follower.tellCaret();
  }

  receive(): void {
    // It says nothing beyond what every panel says.
  }

  dispose(): void {
    this.#follower.dispose();
  }

  #refresh(): void {
    this.#port.send({ type: 'unavailable', reason: 'There is nothing to draw yet.' });
  }
}
