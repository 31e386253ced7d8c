import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { OUTLINE, type OutlineItem, type OutlineParams } from '../../../server/src/shared/protocol';
import type { ServerState } from '../lsp/serverState';
import type { ActiveManuscript } from './activeManuscript';

/** Icons by role, from VS Code's own set. */
const ICONS: Readonly<Record<OutlineItem['role'], string>> = {
  mechanism: 'gear',
  trigger: 'zap',
  step: 'debug-step-over',
  outcome: 'target',
  evidence: 'quote',
  claim: 'pass',
  'unsupported-claim': 'warning',
  group: 'list-tree',
  missing: 'circle-large-outline',
};

const WARNING = new vscode.ThemeColor('problemsWarningIcon.foreground');
const PASSED = new vscode.ThemeColor('testing.iconPassed');

/** What is complete looks like its role; where something is missing, here or below, the icon warns. */
function iconOf({ role, missing }: OutlineItem): vscode.ThemeIcon {
  const warns = missing > 0 || role === 'unsupported-claim';
  const colour = warns ? WARNING : role === 'claim' ? PASSED : undefined;
  return new vscode.ThemeIcon(ICONS[role], colour);
}

interface Row {
  readonly item: OutlineItem;
  /** Stays the same while the thing stays what it is, so that the tree keeps what is folded open. */
  readonly id: string;
  readonly parent?: Row;
}

/** The tree of mechanisms: what sets each off, its steps, what comes of it, what it rests on and what is missing. */
export class MechanismsView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #server: ServerState;
  readonly #manuscript: ActiveManuscript;
  readonly #changed = new vscode.EventEmitter<void>();
  /** What the user has folded open or shut, by the row; a row that an unfinished tag has taken away comes back as it was. */
  readonly #folded = new Map<string, vscode.TreeItemCollapsibleState>();
  /** What was shown last, kept while there is no newer answer. */
  #rows: Row[] = [];
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient, server: ServerState, manuscript: ActiveManuscript) {
    this.#client = client;
    this.#server = server;
    this.#manuscript = manuscript;
    const refresh = (): void => {
      this.#changed.fire();
    };
    const tree = vscode.window.createTreeView('warrant.mechanisms', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      tree,
      tree.onDidExpandElement(({ element }) => {
        this.#folded.set(element.id, vscode.TreeItemCollapsibleState.Expanded);
      }),
      tree.onDidCollapseElement(({ element }) => {
        this.#folded.set(element.id, vscode.TreeItemCollapsibleState.Collapsed);
      }),
      manuscript.onDidChange(refresh),
      server.onDidChange(refresh),
    );
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return toRows(row.item.children, row);
    // While it starts, the view stays empty without a word; what is said after that depends on the context.
    if (this.#server.condition !== 'running') return (this.#rows = []);
    const uri = this.#manuscript.uri?.toString();
    const params: OutlineParams = uri === undefined ? {} : { uri };
    try {
      this.#rows = toRows(await this.#client.sendRequest<OutlineItem[]>(OUTLINE, params));
    } catch (error) {
      this.#client.error(`${OUTLINE} failed`, error, false);
    }
    return this.#rows;
  }

  getTreeItem({ item, id, parent }: Row): vscode.TreeItem {
    const state = item.children.length > 0 ? this.#folded.get(id) : undefined;
    const tree = new vscode.TreeItem(item.label, state ?? collapsibleState(item, parent));
    tree.id = id;
    const missing = item.missing > 0 && item.role !== 'missing' ? `${item.missing} missing` : '';
    tree.description = [missing, item.description].filter((part) => part !== '').join(' · ');
    tree.tooltip = item.id === undefined ? item.label : `${item.label} (#${item.id})`;
    tree.iconPath = iconOf(item);
    tree.contextValue = item.role;
    tree.accessibilityInformation = {
      label: [item.role.replace('-', ' '), item.label, tree.description].join(', '),
    };
    if (item.location) {
      tree.command = { command: 'warrant.reveal', title: 'Go to Text', arguments: [item.location] };
    }
    return tree;
  }

  getParent({ parent }: Row): Row | undefined {
    return parent;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

function toRows(items: readonly OutlineItem[], parent?: Row): Row[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = `${parent?.id ?? ''}/${item.role}:${item.id ?? item.label}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    const id = times === 0 ? name : `${name}#${times}`;
    return parent ? { item, id, parent } : { item, id };
  });
}

function collapsibleState(item: OutlineItem, parent?: Row): vscode.TreeItemCollapsibleState {
  if (item.children.length === 0) return vscode.TreeItemCollapsibleState.None;
  const open = parent === undefined || (item.role === 'step' && item.missing > 0);
  return open
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}
