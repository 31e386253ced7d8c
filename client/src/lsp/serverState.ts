import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { CHANGED } from '../../../server/src/shared/protocol';

/** Whether the server can answer. It counts as starting from the moment at which the extension is activated. */
export type ServerCondition = 'starting' | 'running' | 'stopped';

/**
 * What the server's views need to know of it. A protocol connection has one handler for each notification; whoever
 * shows what the server knows listens here instead.
 */
export class ServerState implements vscode.Disposable {
  readonly #judged = new vscode.EventEmitter<void>();
  readonly #turned = new vscode.EventEmitter<ServerCondition>();
  readonly #subscriptions: vscode.Disposable;
  #condition: ServerCondition = 'starting';

  /** Fires when the server has judged anew, and when it has come or gone. */
  readonly onDidChange = this.#judged.event;
  /** Fires when the server has come or gone. */
  readonly onDidTurn = this.#turned.event;

  constructor(client: BaseLanguageClient) {
    this.#subscriptions = vscode.Disposable.from(
      this.#judged,
      this.#turned,
      client.onNotification(CHANGED, () => {
        this.#judged.fire();
      }),
      client.onDidChangeState(({ newState }) => {
        this.#turn(conditionOf(newState));
      }),
    );
  }

  get condition(): ServerCondition {
    return this.#condition;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #turn(condition: ServerCondition): void {
    this.#condition = condition;
    // The welcome texts of views depend on it.
    void vscode.commands.executeCommand('setContext', 'warrant.server', condition);
    this.#turned.fire(condition);
    this.#judged.fire();
  }
}

function conditionOf(state: State): ServerCondition {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'stopped';
}
