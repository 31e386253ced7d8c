import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ELEMENTS_AT,
  type PositionParams,
  type ProtocolElementAt,
} from '../../../server/src/shared/protocol';
import { isManuscript } from '../lsp/languages';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from '../views/activeManuscript';
import type { ToAnyPanel } from './messages';

/** What a panel about a manuscript follows. */
export interface FollowOptions {
  readonly client: BaseLanguageClient;
  readonly server: ServerState;
  readonly manuscript: ActiveManuscript;
  /** What the panel had shown, where it comes back before an editor does. */
  readonly uri?: string | undefined;
  /** The panel is to ask anew: another manuscript is in front, or the server has judged anew. */
  readonly refresh: () => void;
  readonly send: (message: ToAnyPanel) => void;
}

/** How long the caret rests before a panel follows it, in milliseconds: who holds an arrow key down shall not wait. */
const REST = 60;

/** Tells a panel when to ask anew, and where the caret is. */
export class ManuscriptFollower implements vscode.Disposable {
  readonly #options: FollowOptions;
  readonly #subscriptions: vscode.Disposable;
  #asked = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: FollowOptions) {
    this.#options = options;
    const { server, manuscript, refresh } = options;
    this.#subscriptions = vscode.Disposable.from(
      server.onDidChange(refresh),
      manuscript.onDidChange(refresh),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.#follow(textEditor);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.#follow(editor);
      }),
    );
  }

  /** The manuscript whose project is shown, as a URI. */
  get uri(): string | undefined {
    return this.#options.manuscript.uri?.toString() ?? this.#options.uri;
  }

  /** Tells where the caret is now, for a panel that has just begun to listen. */
  tellCaret(): void {
    const shown = this.#options.manuscript.uri?.toString();
    const editor =
      vscode.window.activeTextEditor ??
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === shown);
    if (editor) void this.#tell(editor);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#subscriptions.dispose();
  }

  #follow(editor: vscode.TextEditor): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#tell(editor), REST);
  }

  async #tell({ document, selection: { active } }: vscode.TextEditor): Promise<void> {
    const { client, server, send } = this.#options;
    if (!isManuscript(document) || server.condition !== 'running') return;
    const params: PositionParams = {
      uri: document.uri.toString(),
      position: { line: active.line, character: active.character },
    };
    const mine = ++this.#asked;
    try {
      const elements = await client.sendRequest<ProtocolElementAt[]>(ELEMENTS_AT, params);
      if (mine === this.#asked) send({ type: 'caret', elements });
    } catch (error) {
      client.error(`${ELEMENTS_AT} failed`, error, false);
    }
  }
}
