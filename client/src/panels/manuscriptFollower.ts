import * as vscode from 'vscode';
import { isManuscript } from '../lsp/languages';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from '../views/activeManuscript';
import type { ToAnyPanel } from './messages';

/** What a panel about a manuscript follows. */
export interface FollowOptions {
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
    if (editor) this.#tell(editor);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#subscriptions.dispose();
  }

  #follow(editor: vscode.TextEditor): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#tell(editor), REST);
  }

  #tell({ document, selection: { active } }: vscode.TextEditor): void {
    if (!isManuscript(document)) return;
    const position = { line: active.line, character: active.character };
    this.#options.send({ type: 'cursor', uri: document.uri.toString(), position });
  }
}
