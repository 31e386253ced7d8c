import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ELEMENTS_AT,
  type PositionParams,
  type ProtocolElement,
} from '../../../server/src/shared/protocol';
import { isManuscript } from '../lsp/languages';
import type { ServerState } from '../lsp/serverState';
import type { ArgumentTree, TreeRow } from './argumentTree';
import { ViewOptions } from './viewOptions';

/** Which of the two commands the title of a view offers depends on it. */
const FOLLOWS = 'warrant.followsCursor';

/** How long the caret rests before views follow it, in milliseconds. */
const REST = 150;

/** Shows in the views what the caret stands in, where the author wants that; the focus stays in the editor. */
export class CursorFollower implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #server: ServerState;
  readonly #trees: readonly ArgumentTree[];
  readonly #options: ViewOptions<{ readonly isOn: boolean }>;
  readonly #subscriptions: vscode.Disposable;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    client: BaseLanguageClient,
    server: ServerState,
    trees: readonly ArgumentTree[],
    memento: vscode.Memento,
  ) {
    this.#client = client;
    this.#server = server;
    this.#trees = trees;
    this.#options = new ViewOptions(memento, FOLLOWS, { isOn: false });
    const follow = (): void => {
      this.#followSoon();
    };
    const turn = (isOn: boolean) => async (): Promise<void> => {
      await this.#options.set({ isOn });
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#options,
      this.#options.onDidChange(() => {
        this.#tell();
        follow();
      }),
      vscode.window.onDidChangeTextEditorSelection(follow),
      vscode.window.onDidChangeActiveTextEditor(follow),
      ...trees.flatMap((tree) => [tree.onDidShow(follow), tree.view.onDidChangeVisibility(follow)]),
      vscode.commands.registerCommand('warrant.followCursor', turn(true)),
      vscode.commands.registerCommand('warrant.stopFollowingCursor', turn(false)),
    );
    this.#tell();
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#subscriptions.dispose();
  }

  #tell(): void {
    void vscode.commands.executeCommand('setContext', FOLLOWS, this.#options.value.isOn);
  }

  #followSoon(): void {
    clearTimeout(this.#waiting);
    if (!this.#options.value.isOn) return;
    this.#waiting = setTimeout(() => void this.#follow(), REST);
  }

  async #follow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    // To reveal something in a view that is closed would open it.
    const trees = this.#trees.filter(({ view }) => view.visible);
    if (!editor || !isManuscript(editor.document) || trees.length === 0) return;
    if (this.#server.condition !== 'running') return;
    const { line, character } = editor.selection.active;
    const uri = editor.document.uri.toString();
    const params: PositionParams = { uri, position: { line, character } };
    try {
      const elements = await this.#client.sendRequest<ProtocolElement[]>(ELEMENTS_AT, params);
      for (const tree of trees) await revealIn(tree, elements);
    } catch {
      // The text has changed meanwhile, or the rows have: what comes next is followed again.
    }
  }
}

/** Selects the row of the innermost element that has one; a row of it that is selected already stays so. */
async function revealIn(tree: ArgumentTree, elements: readonly ProtocolElement[]): Promise<void> {
  for (const { key, kind } of elements) {
    const rows = tree.rowsOf(key);
    if (rows.length === 0) continue;
    const selected = tree.view.selection.map(({ id }) => id);
    if (rows.some(({ id }) => selected.includes(id))) return;
    const isOwn = ({ item: { role } }: TreeRow): boolean => role === kind;
    const row = rows.find(isOwn) ?? rows[0];
    if (row) await tree.view.reveal(row, { select: true, focus: false, expand: false });
    return;
  }
}
