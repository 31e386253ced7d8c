import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  SUGGESTION_COUNTS,
  type SuggestionCounts,
  type SuggestionCountsParams,
} from '../../../server/src/shared/protocol';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from '../views/activeManuscript';

/** How long after a change of the text, or of the settings, it is counted again, in milliseconds: nobody waits for it. */
const CALM = 1_500;

/** How long after an author has turned to a manuscript, in milliseconds. */
const SOON = 200;

/** Keeps track of how much is suggested for the manuscript in front. */
export class ManuscriptCounts implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #server: ServerState;
  readonly #manuscript: ActiveManuscript;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Infinity;
  #asked = 0;
  #uri: string | undefined;
  #current: SuggestionCounts | undefined;

  /** Fires when it was counted again. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient, server: ServerState, manuscript: ActiveManuscript) {
    this.#client = client;
    this.#server = server;
    this.#manuscript = manuscript;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      manuscript.onDidChange(() => {
        this.#forget();
        this.#later(SOON);
      }),
      server.onDidTurn(() => {
        this.#later(SOON);
      }),
      server.onDidChange(() => {
        this.#later(CALM);
        void this.#lookForTag();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('warrant.suggestions')) this.#later(SOON);
      }),
    );
    this.#later(SOON);
  }

  /** What was counted in the manuscript in front; nothing where there is none, or suggestions are switched off. */
  get current(): SuggestionCounts | undefined {
    return this.#current;
  }

  /** The manuscript that {@link current} is about. */
  get uri(): string | undefined {
    return this.#uri;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asked++;
    this.#subscriptions.dispose();
  }

  /** What was counted of another manuscript is not shown meanwhile. */
  #forget(): void {
    this.#asked++;
    this.#set(undefined, undefined);
  }

  /** Who types on is counted again every so often; what is due sooner stays so. */
  #later(milliseconds: number): void {
    const due = Date.now() + milliseconds;
    if (due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Infinity;
      void this.#count();
    }, milliseconds);
  }

  /** Once the first tag is there, nobody is told any longer that there is none. */
  async #lookForTag(): Promise<void> {
    const uri = this.#uri;
    if (uri === undefined || this.#current?.tags !== 0) return;
    const asked = this.#asked;
    const counts = await this.#ask({ uri, ifTagged: true });
    if (counts && asked === this.#asked) this.#set(uri, counts);
  }

  async #count(): Promise<void> {
    const mine = ++this.#asked;
    const uri = this.#manuscript.isInFront ? this.#manuscript.uri?.toString() : undefined;
    const counts = uri === undefined ? undefined : await this.#ask({ uri });
    if (mine === this.#asked) this.#set(uri, counts);
  }

  async #ask(params: SuggestionCountsParams): Promise<SuggestionCounts | undefined> {
    if (this.#server.condition !== 'running') return undefined;
    const counts = await this.#client
      .sendRequest<SuggestionCounts | null>(SUGGESTION_COUNTS, params)
      .catch(() => null);
    return counts ?? undefined;
  }

  #set(uri: string | undefined, counts: SuggestionCounts | undefined): void {
    this.#uri = uri;
    this.#current = counts;
    this.#changed.fire();
  }
}
