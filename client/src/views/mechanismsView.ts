import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { OUTLINE, type OutlineParams } from '../../../server/src/shared/protocol';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from './activeManuscript';
import { ArgumentTree, type TreeRow } from './argumentTree';
import { askForWords, pickOption } from './pickOption';
import { ViewOptions } from './viewOptions';

type Options = Required<Omit<OutlineParams, 'uri'>>;

const FIRST: Options = { groupBy: 'mechanism', show: 'all', sortBy: 'order', text: '' };

const GROUPINGS: Readonly<Record<Options['groupBy'], string>> = {
  mechanism: 'By Mechanism',
  step: 'By Phase or Step',
  file: 'By File',
};

const FILTERS: Readonly<Record<Options['show'], string>> = {
  all: 'All',
  unsupported: 'Unsupported: Claims and Steps without Grounds',
  contested: 'Contested: What Something Speaks Against',
  todo: 'To Do: What Is Missing, Unsupported or Unanswered',
};

const FILTER_WORDS: Readonly<Record<Options['show'], string>> = {
  all: '',
  unsupported: 'unsupported',
  contested: 'contested',
  todo: 'to do',
};

const ORDERS: Readonly<Record<Options['sortBy'], string>> = {
  order: 'By the Order of the Steps',
  text: 'As They Stand in the Text',
  name: 'By Name',
};

/** Set while the view shows a part only: what it says where that part is empty depends on it. */
const FILTERED = 'warrant.mechanisms.filtered';

/** The Mechanisms view: a tree of them, and the commands that group, sort and choose its rows. */
export class MechanismsView implements vscode.Disposable {
  readonly tree: ArgumentTree;
  readonly #options: ViewOptions<Options>;
  readonly #subscriptions: vscode.Disposable;

  constructor(
    client: BaseLanguageClient,
    server: ServerState,
    manuscript: ActiveManuscript,
    memento: vscode.Memento,
    dragAndDropController: vscode.TreeDragAndDropController<TreeRow>,
  ) {
    const options = new ViewOptions(memento, 'warrant.mechanisms', FIRST);
    this.#options = options;
    this.tree = new ArgumentTree(client, server, manuscript, {
      view: 'warrant.mechanisms',
      method: OUTLINE,
      params: () => options.value,
      manner: () => `${options.value.groupBy} ${this.#part}`,
      onDidChange: options.onDidChange,
      dragAndDropController,
      canSelectMany: true,
    });
    const command = (name: string, run: () => unknown): vscode.Disposable =>
      vscode.commands.registerCommand(`warrant.mechanisms.${name}`, run);
    const showAll = (): Promise<void> => options.set({ show: 'all', text: '' });
    this.#subscriptions = vscode.Disposable.from(
      options,
      this.tree,
      this.tree.onDidShow(() => {
        this.#describe();
      }),
      options.onDidChange(() => {
        this.#describe();
      }),
      command('group', () => this.#ask('Group mechanisms', 'groupBy', GROUPINGS)),
      command('sort', () => this.#ask('Sort mechanisms', 'sortBy', ORDERS)),
      command('filter', () => this.#ask('Show of the mechanisms', 'show', FILTERS)),
      command('filterAgain', () => this.#ask('Show of the mechanisms', 'show', FILTERS)),
      command('showAll', showAll),
      command('search', () => {
        askForWords('Search the mechanisms', options.value.text, (text) => {
          if (text !== options.value.text) void options.set({ text });
        });
      }),
    );
    this.#describe();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Which part of the rows is shown, in words; '' for all. */
  get #part(): string {
    const { show, text } = this.#options.value;
    const words = text.trim() === '' ? '' : `“${text.trim()}”`;
    return [FILTER_WORDS[show], words].filter((part) => part !== '').join(' · ');
  }

  async #ask<K extends 'groupBy' | 'sortBy' | 'show'>(
    title: string,
    key: K,
    choices: Readonly<Record<Options[K], string>>,
  ): Promise<void> {
    const chosen = await pickOption<Options[K]>(title, choices, this.#options.value[key]);
    if (chosen === undefined) return;
    const changes: Partial<Options> = {};
    changes[key] = chosen;
    await this.#options.set(changes);
  }

  /** Says beside the title what is shown, so that nobody takes a part for the whole. */
  #describe(): void {
    const { groupBy } = this.#options.value;
    const part = this.#part;
    const grouping = groupBy === 'mechanism' ? '' : GROUPINGS[groupBy].toLowerCase();
    this.tree.view.description = [grouping, part].filter((word) => word !== '').join(' · ');
    void vscode.commands.executeCommand('setContext', FILTERED, part !== '');
  }
}
