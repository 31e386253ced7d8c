import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHANGED } from '../../../server/src/shared/protocol';

/**
 * Fires when the server has judged anew, and when it has come or gone. A protocol connection has one handler for each
 * notification; whoever shows what the server knows listens here instead.
 */
export class ServerChanges implements vscode.Disposable {
  readonly #fired = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#fired.event;

  constructor(client: BaseLanguageClient) {
    const fire = (): void => {
      this.#fired.fire();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#fired,
      client.onNotification(CHANGED, fire),
      client.onDidChangeState(fire),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
