import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SUMMARY, type Summary } from '../../../server/src/shared/protocol';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from './activeManuscript';

/** How much of an argument the manuscript holds that the author looks at or looked at last; asked for once for all who show it. */
export class ManuscriptSummary implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #server: ServerState;
  readonly #manuscript: ActiveManuscript;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #current: Summary | null = null;
  #asked = 0;

  /** Fires when an answer has come, be it the same one, for another manuscript or for none. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient, server: ServerState, manuscript: ActiveManuscript) {
    this.#client = client;
    this.#server = server;
    this.#manuscript = manuscript;
    const update = (): void => void this.#update();
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      manuscript.onDidChange(update),
      server.onDidChange(update),
    );
    update();
  }

  /** The summary; null where there is no manuscript, or where it takes no part. */
  get current(): Summary | null {
    return this.#current;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    const mine = ++this.#asked;
    const uri = this.#manuscript.uri?.toString();
    const summary =
      uri !== undefined && this.#server.condition === 'running'
        ? await this.#client.sendRequest<Summary | null>(SUMMARY, { uri }).catch(() => null)
        : null;
    if (mine !== this.#asked) return;
    this.#current = summary;
    this.#changed.fire();
  }
}
