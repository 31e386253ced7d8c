import type { BaseLanguageClient } from 'vscode-languageclient';
import { MAP, type MapParams, type MapResult } from '../../../../server/src/shared/map';
import type { ServerState } from '../../lsp/serverState';
import type { ActiveManuscript } from '../../views/activeManuscript';
import { ManuscriptFollower } from '../manuscriptFollower';
import type { MapChoice, Panels } from '../messages';
import type { PanelPort, PanelSession } from '../panelHost';

/** What a map is filled from. */
export interface MapSources {
  readonly client: BaseLanguageClient;
  readonly server: ServerState;
  readonly manuscript: ActiveManuscript;
  /** The manuscript that it had shown. */
  readonly uri: string | undefined;
}

/** One open map: asks the server for what the reader has chosen to see, at each change. */
export class MapSession implements PanelSession<'map'> {
  readonly #port: PanelPort<'map'>;
  readonly #sources: MapSources;
  readonly #follower: ManuscriptFollower;
  #choice: MapChoice | undefined;
  /** A mechanism to be shown as soon as the panel listens. */
  #wanted: string | undefined;
  #asked = 0;

  constructor(port: PanelPort<'map'>, sources: MapSources) {
    this.#port = port;
    this.#sources = sources;
    this.#follower = new ManuscriptFollower({
      ...sources,
      refresh: () => void this.#refresh(),
      send: (message) => this.#port.send(message),
    });
  }

  started(): void {
    if (this.#wanted !== undefined) this.focus(this.#wanted);
    this.#follower.tellCaret();
  }

  receive({ choice }: Panels['map']['fromPanel']): void {
    this.#choice = choice;
    void this.#refresh();
  }

  /** Shows one mechanism, by the id of something in it. */
  focus(id: string): void {
    this.#wanted = this.#port.isListening ? undefined : id;
    this.#port.send({ type: 'focus', id });
  }

  dispose(): void {
    this.#follower.dispose();
  }

  async #refresh(): Promise<void> {
    const { client, server } = this.#sources;
    const choice = this.#choice;
    if (!choice || !this.#port.isListening || server.condition !== 'running') return;
    const { uri } = this.#follower;
    const params: MapParams = { ...choice, ...(uri === undefined ? {} : { uri }) };
    const mine = ++this.#asked;
    try {
      const result = await client.sendRequest<MapResult>(MAP, params);
      if (mine === this.#asked) this.#port.send({ type: 'map', uri, choice, ...result });
    } catch (error) {
      client.error(`${MAP} failed`, error, false);
      if (mine !== this.#asked) return;
      this.#port.send({
        type: 'unavailable',
        reason: 'The map could not be made; the log says why.',
      });
    }
  }
}
