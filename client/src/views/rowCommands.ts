import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  EVIDENCE_FOR,
  LINK_TARGETS,
  type LinkParams,
  type LinkTargetsParams,
  type ProtocolLinkTarget,
  type ProtocolLocation,
  type RetagResult,
  type ProtocolElement,
} from '../../../server/src/shared/protocol';
import { applyChanges, AskedState } from '../commands/applyChanges';
import { choose, pickTarget } from '../commands/picks';
import { reveal } from '../commands/reveal';
import { ask } from '../commands/serverCommands';
import { warn } from '../commands/warn';
import { isManuscript } from '../lsp/languages';
import type { ArgumentTree, TreeRow } from './argumentTree';
import { chosenRows } from './chosenRows';
import { linkRows } from './linkRows';

/** A row that stands for an element with a place in the text. */
interface ElementRow {
  readonly label: string;
  readonly element: ProtocolElement;
  readonly location: ProtocolLocation;
}

/** Registers what can be done with rows: from their menus, by their buttons, and by the keyboard with the rows selected. */
export function registerRowCommands(
  client: BaseLanguageClient,
  trees: readonly ArgumentTree[],
): vscode.Disposable {
  const command = (name: string, run: (rows: readonly TreeRow[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(name, (given?: TreeRow | string, rows?: readonly TreeRow[]) =>
      run(chosenRows(trees, given, rows)),
    );
  return vscode.Disposable.from(
    command('warrant.row.reveal', async ([row]) => {
      if (row?.item.location) await reveal(row.item.location);
    }),
    command('warrant.row.addEvidence', async (rows) => {
      const [row] = elementRows(rows);
      if (row) await addEvidence(client, row);
      else warn('Warrant: select a claim, a step or a mechanism in the view first.');
    }),
    command('warrant.row.link', async (rows) => {
      const chosen = elementRows(rows);
      if (chosen.length > 0) await link(client, chosen);
      else warn('Warrant: select a claim, evidence or a step in the view first.');
    }),
    command('warrant.row.openMap', ([row]) =>
      vscode.commands.executeCommand('warrant.openMap', row?.item.element),
    ),
  );
}

function elementRows(rows: readonly TreeRow[]): ElementRow[] {
  return rows.flatMap(({ item: { label, element, location } }) =>
    element && location ? [{ label, element, location }] : [],
  );
}

/** Tags what is selected in a manuscript as evidence for an element, or links evidence that is tagged already. */
async function addEvidence(client: BaseLanguageClient, row: ElementRow): Promise<void> {
  const editor = selectedText(row.location);
  if (editor) {
    const words = shorten(editor.document.getText(editor.selection));
    const how = await choose<'tag' | 'pick'>(`Evidence for ${row.label}`, {
      [`Tag “${words}” as evidence for it`]: 'tag',
      'Choose among the evidence that is tagged already…': 'pick',
    });
    if (how === undefined) return;
    if (how === 'tag') {
      await tagSelection(client, editor, row);
      return;
    }
  }
  const targets = await targetsOf(client, row);
  const evidence = targets?.filter(({ kind }) => kind === 'evidence');
  if (!evidence) return;
  if (evidence.length === 0) {
    warn(
      'Warrant: nothing is tagged as evidence yet; select a quotation in the text, then add it here.',
    );
    return;
  }
  const picked = await pickTarget(`Evidence for ${row.label}`, evidence);
  if (!picked) return;
  const { target, stance } = picked;
  const { element, location } = row;
  const params = { uri: location.uri, elements: [target.key], target: element.key, stance };
  await linkRows(client, params);
}

/** Links rows to something that the author picks among what the first of them can be linked to. */
async function link(client: BaseLanguageClient, rows: readonly ElementRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const targets = await targetsOf(client, first);
  if (!targets) return;
  if (targets.length === 0) {
    warn('Warrant: nothing is tagged yet that this could be linked to; tag a claim first.');
    return;
  }
  const title = rows.length > 1 ? `Link these ${rows.length} to` : `Link ${first.label} to`;
  const picked = await pickTarget(title, targets);
  if (!picked) return;
  const { target, stance } = picked;
  const { uri } = first.location;
  const keys = rows.map(({ element }) => element.key);
  // One claim is linked to its premise, and a mechanism to its part, as in the text.
  const isOneOfAKind = rows.length === 1 && first.element.kind === target.kind;
  const isTurned = isOneOfAKind && (target.kind === 'claim' || target.kind === 'mechanism');
  const ends = isTurned
    ? { elements: [target.key], target: first.element.key }
    : { elements: keys, target: target.key };
  await linkRows(client, { uri, ...ends, stance });
}

function targetsOf(
  client: BaseLanguageClient,
  { element, location: { uri, range } }: ElementRow,
): Promise<ProtocolLinkTarget[] | undefined> {
  const params: LinkTargetsParams = { uri, range, element: element.key };
  return ask<ProtocolLinkTarget[]>(client, LINK_TARGETS, params);
}

async function tagSelection(
  client: BaseLanguageClient,
  editor: vscode.TextEditor,
  { element }: ElementRow,
): Promise<void> {
  const asked = new AskedState();
  const { document, selection, viewColumn } = editor;
  const { start, end } = selection;
  const params: LinkParams = {
    uri: document.uri.toString(),
    range: { start, end },
    target: element.key,
  };
  const result = await ask<RetagResult>(client, EVIDENCE_FOR, params);
  if (await applyChanges(result, asked, [document])) {
    await vscode.window.showTextDocument(document, viewColumn);
  }
}

/** The manuscript in which the author has selected something; that a row has revealed its own words is no choice. */
function selectedText({ uri, range }: ProtocolLocation): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isManuscript(editor.document) || editor.selection.isEmpty) return undefined;
  const { start, end } = editor.selection;
  const isOwn =
    editor.document.uri.toString() === uri &&
    start.isEqual(new vscode.Position(range.start.line, range.start.character)) &&
    end.isEqual(new vscode.Position(range.end.line, range.end.character));
  return isOwn ? undefined : editor;
}

/** How much of a selection a question repeats. */
const LENGTH = 50;

function shorten(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > LENGTH ? `${folded.slice(0, LENGTH)}…` : folded;
}
