import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { RetagResult } from '../../../server/src/shared/protocol';
import {
  INSERT_TABLE,
  TABLE_STATES,
  TABLES,
  type ExportFileParams,
  type InsertTableParams,
  type ProtocolTable,
  type ProtocolTableState,
} from '../../../server/src/shared/tables';
import { chooseAccess } from './exporting';
import { manuscriptEditor } from './manuscriptEditor';
import { Place } from './place';
import { RefreshedTexts } from './refreshedTexts';
import { warn } from './warn';

/** Registers *Insert Table…* and *Refresh Tables…*. */
export function registerTableCommands(client: BaseLanguageClient): vscode.Disposable {
  const refreshed = new RefreshedTexts();
  return vscode.Disposable.from(
    refreshed,
    vscode.commands.registerCommand('warrant.insertTable', async () => {
      const editor = manuscriptEditor('to put a table into it');
      if (editor) await insertTable(client, new Place(client, editor));
    }),
    vscode.commands.registerCommand('warrant.refreshTables', async () => {
      const editor = manuscriptEditor('to bring its tables up to date');
      if (!editor) return;
      const include = await chooseAccess(client, editor.document.uri);
      if (include === undefined) return;
      await refreshTables(new Place(client, editor), editor, refreshed, include);
    }),
  );
}

async function insertTable(client: BaseLanguageClient, place: Place): Promise<void> {
  const tables = await place.ask<ProtocolTable[]>(TABLES);
  if (!tables) return;
  const items = tables.map(({ title, rows, detail, kind }) => ({
    label: title,
    description: rows === 0 ? 'nothing for it yet' : `${rows} ${rows === 1 ? 'row' : 'rows'}`,
    detail,
    table: kind,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Insert a table made from the tags',
    matchOnDetail: true,
  });
  if (!picked) return;
  const include = await chooseAccess(client, vscode.Uri.parse(place.params.uri));
  if (include === undefined) return;
  const wanted: Pick<InsertTableParams, 'table' | 'include'> = { table: picked.table, include };
  await place.apply(await place.ask<RetagResult>(INSERT_TABLE, wanted));
}

async function refreshTables(
  place: Place,
  editor: vscode.TextEditor,
  refreshed: RefreshedTexts,
  include: NonNullable<ExportFileParams['include']>,
): Promise<void> {
  const states = await place.ask<ProtocolTableState[]>(TABLE_STATES, { include });
  if (!states) return;
  if (states.length === 0) {
    warn('Warrant: this file has no table made from the tags; Insert Table… puts one in.');
    return;
  }
  const broken = states.filter(({ status }) => status === 'broken');
  if (broken.length > 0) {
    warn(`Warrant: ${broken.map((table) => `${nameOf(table)}: ${table.detail}`).join('; ')}.`);
  }
  const due = states.filter(({ status }) => status === 'outdated' || status === 'edited');
  if (due.length === 0) {
    if (broken.length === 0) tellUpToDate(states.length);
    return;
  }
  const picked = await pickTables(due, (state) => refreshed.compare(editor.document, state));
  await refreshed.close();
  if (!picked || picked.length === 0) return;
  const changes = { [place.params.uri]: picked.flatMap(({ edits }) => edits) };
  await place.apply({ ok: true, changes, notes: [] });
}

interface TableItem extends vscode.QuickPickItem {
  readonly state: ProtocolTableState;
}

/** Asks which tables to make anew. Those that their author has edited have to be chosen. */
function pickTables(
  states: readonly ProtocolTableState[],
  compare: (state: ProtocolTableState) => Promise<void>,
): Promise<readonly ProtocolTableState[] | undefined> {
  const pick = vscode.window.createQuickPick<TableItem>();
  const buttons = [{ iconPath: new vscode.ThemeIcon('diff'), tooltip: 'Show what would change' }];
  pick.title = 'Refresh tables';
  pick.placeholder = 'Tables that are not as the tags say';
  pick.canSelectMany = true;
  // Who looks at the differences comes back to choose.
  pick.ignoreFocusOut = true;
  pick.items = states.map((state) => ({
    label: nameOf(state),
    detail:
      state.status === 'edited'
        ? `$(warning) Edited by hand, which would be lost: ${state.detail}`
        : state.detail,
    buttons,
    state,
  }));
  pick.selectedItems = pick.items.filter(({ state }) => state.status === 'outdated');
  return new Promise((resolve) => {
    pick.onDidTriggerItemButton(({ item }) => void compare(item.state));
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map(({ state }) => state));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function nameOf({ title, range }: ProtocolTableState): string {
  return `${title} (line ${range.start.line + 1})`;
}

function tellUpToDate(count: number): void {
  const message = count === 1 ? 'The table is up to date' : `All ${count} tables are up to date`;
  vscode.window.setStatusBarMessage(`$(check) ${message}`, 4_000);
}
