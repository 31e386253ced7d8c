import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from './activeManuscript';
import { ArgumentTree } from './argumentTree';
import { askForWords, pickOption } from './pickOption';
import type { RowDragAndDrop } from './rowDragAndDrop';
import { ViewOptions } from './viewOptions';

/** Values with what they are called; the first one holds until another is chosen. */
type Choices = Readonly<Record<string, string>>;

/** What makes one list differ from the others. */
export interface ListKind {
  /** The id of the view in `package.json`, with which its commands begin. */
  readonly view: string;
  /** The request that gives its rows. */
  readonly method: string;
  /** What it lists, in the plural. */
  readonly things: string;
  readonly groupBy: Choices;
  readonly sortBy: Choices;
  readonly show: Choices;
}

/** How a list is shown, by the parameters of its request. */
interface Options {
  readonly groupBy: string;
  readonly sortBy: string;
  readonly show: string;
  readonly text: string;
}

/** A view that lists what a manuscript holds, and the commands that group, sort and choose its rows. */
export class ListView implements vscode.Disposable {
  readonly tree: ArgumentTree;
  readonly #kind: ListKind;
  readonly #options: ViewOptions<Options>;
  readonly #subscriptions: vscode.Disposable;

  constructor(
    client: BaseLanguageClient,
    server: ServerState,
    manuscript: ActiveManuscript,
    memento: vscode.Memento,
    dragAndDropController: RowDragAndDrop,
    kind: ListKind,
  ) {
    const { view, method, things } = kind;
    const options = new ViewOptions<Options>(memento, view, {
      groupBy: firstOf(kind.groupBy),
      sortBy: firstOf(kind.sortBy),
      show: firstOf(kind.show),
      text: '',
    });
    this.#kind = kind;
    this.#options = options;
    this.tree = new ArgumentTree(client, server, manuscript, {
      view,
      method,
      params: () => this.#params,
      manner: () => `${options.value.groupBy} ${this.#part}`,
      onDidChange: options.onDidChange,
      dragAndDropController,
      canSelectMany: true,
    });
    const command = (name: string, run: () => unknown): vscode.Disposable =>
      vscode.commands.registerCommand(`${view}.${name}`, run);
    const filter = (): Promise<void> => this.#ask(`Show of the ${things}`, 'show');
    this.#subscriptions = vscode.Disposable.from(
      options,
      this.tree,
      this.tree.onDidShow(() => {
        this.#describe();
      }),
      options.onDidChange(() => {
        this.#describe();
      }),
      command('group', () => this.#ask(`Group ${things}`, 'groupBy')),
      command('sort', () => this.#ask(`Sort ${things}`, 'sortBy')),
      command('filter', filter),
      command('filterAgain', filter),
      command('showAll', () => options.set({ show: firstOf(kind.show), text: '' })),
      command('search', () => {
        askForWords(`Search the ${things}`, options.value.text, (text) => {
          if (text !== options.value.text) void options.set({ text });
        });
      }),
    );
    this.#describe();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The options, those left out that an older version has kept and that there are no longer. */
  get #params(): Partial<Options> {
    const { groupBy, sortBy, show, text } = this.#options.value;
    const known = { groupBy, sortBy, show };
    const fitting = (['groupBy', 'sortBy', 'show'] as const).filter((name) =>
      Object.hasOwn(this.#kind[name], known[name]),
    );
    return { ...Object.fromEntries(fitting.map((name) => [name, known[name]])), text };
  }

  /** Which part of the rows is shown, in words; '' for all. */
  get #part(): string {
    const text = this.#options.value.text.trim();
    return [this.#words('show'), text === '' ? '' : `“${text}”`]
      .filter((part) => part !== '')
      .join(' · ');
  }

  /** What is chosen, in words; '' where it is as it is at first. */
  #words(name: 'groupBy' | 'show'): string {
    const choices = this.#kind[name];
    const chosen = this.#options.value[name];
    return chosen === firstOf(choices) ? '' : (choices[chosen]?.toLowerCase() ?? '');
  }

  async #ask(title: string, name: 'groupBy' | 'sortBy' | 'show'): Promise<void> {
    const chosen = await pickOption(title, this.#kind[name], this.#options.value[name]);
    if (chosen !== undefined) await this.#options.set({ [name]: chosen });
  }

  /** Says beside the title what is shown, so that nobody takes a part for the whole. */
  #describe(): void {
    const part = this.#part;
    const words = [this.#words('groupBy'), part].filter((word) => word !== '');
    this.tree.view.description = words.join(' · ');
    const { view } = this.#kind;
    void vscode.commands.executeCommand('setContext', `${view}.filtered`, part !== '');
  }
}

function firstOf(choices: Choices): string {
  return Object.keys(choices)[0] ?? '';
}
