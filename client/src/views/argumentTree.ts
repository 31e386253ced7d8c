import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ProtocolRow, RowsParams } from '../../../server/src/shared/rows';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from './activeManuscript';
import { missingBadge } from './missingBadges';
import { iconOf } from './rowIcons';
import { spoken } from './spokenRow';

/** A row as the tree holds it. */
export interface TreeRow {
  readonly item: ProtocolRow;
  /** Stays the same while the thing stays what it is, so that the tree keeps what is folded open. */
  readonly id: string;
  readonly parent?: TreeRow;
}

/** What makes one view differ from the others. */
export interface TreeKind {
  /** The id of the view in `package.json`. */
  readonly view: string;
  /** The request that gives its rows. */
  readonly method: string;
  /** What is asked besides the file. */
  readonly params?: () => object;
  /** Tells ways to show the rows apart, each of which keeps of its own what is folded. */
  readonly manner?: () => string;
  /** Fires when other rows are wanted, beside what the server and the author change. */
  readonly onDidChange?: vscode.Event<unknown>;
  readonly dragAndDropController?: vscode.TreeDragAndDropController<TreeRow>;
  readonly canSelectMany?: boolean;
}

/**
 * A tree view over rows that the server works out. They are asked for whenever anything changes, while the view can be
 * seen, and the tree is drawn anew only when other rows have come: one that is drawn anew before it has been drawn to its
 * end can be left with rows whose children are missing.
 */
export class ArgumentTree implements vscode.TreeDataProvider<TreeRow>, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #server: ServerState;
  readonly #manuscript: ActiveManuscript;
  readonly #kind: TreeKind;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #shown = new vscode.EventEmitter<void>();
  /** What the user has folded open or shut, by the row; a row that an unfinished tag has taken away comes back as it was. */
  readonly #folded = new Map<string, vscode.TreeItemCollapsibleState>();
  /** What was shown last, kept while there is no newer answer. */
  #rows: TreeRow[] = [];
  /** The answer that the rows were made from, by which a different one is told. */
  #answer = '';
  /** The answer that the tree was given. */
  #drawn: string | undefined;
  /** How many wait for rows to draw them. */
  #waiting = 0;
  /** The question that is open; a later one takes its place. */
  #asking: Promise<void> | undefined;
  #isStale = true;
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;
  /** Fires when the rows have come that are to be shown. */
  readonly onDidShow = this.#shown.event;
  /** The view itself, for its selection, its message and its badge. */
  readonly view: vscode.TreeView<TreeRow>;

  constructor(
    client: BaseLanguageClient,
    server: ServerState,
    manuscript: ActiveManuscript,
    kind: TreeKind,
  ) {
    this.#client = client;
    this.#server = server;
    this.#manuscript = manuscript;
    this.#kind = kind;
    const refresh = (): void => {
      this.refresh();
    };
    const { dragAndDropController, canSelectMany = false } = kind;
    this.view = vscode.window.createTreeView(kind.view, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany,
      ...(dragAndDropController ? { dragAndDropController } : {}),
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#shown,
      this.view,
      this.view.onDidExpandElement(({ element }) => {
        this.#folded.set(element.id, vscode.TreeItemCollapsibleState.Expanded);
      }),
      this.view.onDidCollapseElement(({ element }) => {
        this.#folded.set(element.id, vscode.TreeItemCollapsibleState.Collapsed);
      }),
      manuscript.onDidChange(refresh),
      server.onDidChange(refresh),
      kind.onDidChange?.(refresh) ?? NOTHING,
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isStale) this.refresh();
      }),
    );
  }

  /** The id of the view in `package.json`. */
  get name(): string {
    return this.#kind.view;
  }

  /** The rows at the top, as they were shown last. */
  get rows(): readonly TreeRow[] {
    return this.#rows;
  }

  /** The rows that stand for an element, in the order in which they are shown. */
  rowsOf(key: string): TreeRow[] {
    const find = (rows: readonly TreeRow[]): TreeRow[] =>
      rows.flatMap((row) => {
        const below = find(childrenOf(row));
        return row.item.element?.key === key ? [row, ...below] : below;
      });
    return find(this.#rows);
  }

  /** Asks for the rows anew, as soon as they can be seen. */
  refresh(): void {
    this.#isStale = true;
    if (!this.view.visible) return;
    void this.#update().then(() => {
      if (this.#waiting === 0 && this.#drawn !== this.#answer) this.#changed.fire();
    });
  }

  async getChildren(row?: TreeRow): Promise<TreeRow[]> {
    if (row) return childrenOf(row);
    this.#waiting++;
    await (this.#isStale ? this.#update() : this.#asking);
    this.#waiting--;
    this.#drawn = this.#answer;
    return this.#rows;
  }

  getTreeItem({ item, id, parent }: TreeRow): vscode.TreeItem {
    const state = item.children.length > 0 ? this.#folded.get(id) : undefined;
    const tree = new vscode.TreeItem(item.label, state ?? collapsibleState(item, parent));
    tree.id = id;
    const badge = missingBadge(item);
    tree.description = item.description;
    tree.tooltip = badge ? `${tooltipOf(item)}\n${badge.words}` : tooltipOf(item);
    if (badge) tree.resourceUri = badge.uri;
    tree.iconPath = iconOf(item);
    tree.contextValue = contextOf(item);
    tree.accessibilityInformation = { label: spoken(item, badge?.words ?? '') };
    if (item.location) {
      tree.command = { command: 'warrant.reveal', title: 'Go to Text', arguments: [item.location] };
    }
    return tree;
  }

  getParent({ parent }: TreeRow): TreeRow | undefined {
    return parent;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #update(): Promise<void> {
    this.#isStale = false;
    const asking: Promise<void> = this.#ask().then((answer) => {
      // What was asked for later will come.
      if (this.#asking !== asking) return this.#asking;
      this.#asking = undefined;
      if (answer) this.#take(answer.rows, answer.manner);
      return undefined;
    });
    this.#asking = asking;
    return asking;
  }

  async #ask(): Promise<{ rows: readonly ProtocolRow[]; manner: string } | undefined> {
    const manner = this.#kind.manner?.() ?? '';
    // While it starts, the view stays empty without a word; what is said after that depends on the context.
    if (this.#server.condition !== 'running') return { rows: [], manner };
    const uri = this.#manuscript.uri?.toString();
    const params: RowsParams = { ...this.#kind.params?.(), ...(uri === undefined ? {} : { uri }) };
    const { method } = this.#kind;
    try {
      return { rows: await this.#client.sendRequest<ProtocolRow[]>(method, params), manner };
    } catch (error) {
      this.#client.error(`${method} failed`, error, false);
      return undefined;
    }
  }

  #take(rows: readonly ProtocolRow[], manner: string): void {
    const answer = JSON.stringify([manner, rows]);
    if (answer !== this.#answer) {
      this.#answer = answer;
      this.#rows = toRows(rows, manner);
    }
    this.#shown.fire();
  }
}

const NOTHING = new vscode.Disposable(() => undefined);

/** The rows below a row. */
export function childrenOf(row: TreeRow): TreeRow[] {
  return toRows(row.item.children, row.id, row);
}

function toRows(items: readonly ProtocolRow[], path: string, parent?: TreeRow): TreeRow[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = `${path}/${item.role}:${item.element?.id ?? item.label}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    const id = times === 0 ? name : `${name}#${times}`;
    return parent ? { item, id, parent } : { item, id };
  });
}

function collapsibleState(item: ProtocolRow, parent?: TreeRow): vscode.TreeItemCollapsibleState {
  if (item.children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return (item.isOpen ?? parent === undefined)
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

function tooltipOf({ tooltip, label, element }: ProtocolRow): string {
  if (tooltip !== undefined) return tooltip;
  return element?.id === undefined ? label : `${label} (#${element.id})`;
}

/** What menus ask for in their `when`, as words: role, kind, and whether the row has a text to go to. */
function contextOf({ role, element, location }: ProtocolRow): string {
  const words = [`role:${role}`, element ? `kind:${element.kind}` : '', location ? 'text' : ''];
  return words.filter((word) => word !== '').join(' ');
}
