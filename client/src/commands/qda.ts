import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { RetagResult } from '../../../server/src/shared/protocol';
import {
  IMPORT_CODES,
  INSERT_EVIDENCE,
  QDA_OFFER,
  type ImportCodesParams,
  type InsertEvidenceParams,
  type ProtocolSelection,
  type QdaOffer,
} from '../../../server/src/shared/qda';
import { manuscriptEditor } from './manuscriptEditor';
import { Place } from './place';
import { warn } from './warn';

/** Registers *Insert Evidence from QDA Project…* and *Import Codebook as Constructs…*. */
export function registerQdaCommands(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('warrant.insertQdaEvidence', async () => {
      const editor = manuscriptEditor('to put evidence into it');
      if (editor) await insertEvidence(new Place(client, editor));
    }),
    vscode.commands.registerCommand('warrant.importCodebook', async () => {
      const editor = manuscriptEditor('to put constructs into it');
      if (editor) await importCodebook(new Place(client, editor));
    }),
  );
}

async function insertEvidence(place: Place): Promise<void> {
  const offer = await offerFor(place, ({ selections }) => selections.length, 'coded passages');
  if (!offer) return;
  const selection = await pickSelection(offer.selections);
  if (!selection) return;
  const wanted: Pick<InsertEvidenceParams, 'guid'> = { guid: selection.guid };
  await place.apply(await place.ask<RetagResult>(INSERT_EVIDENCE, wanted));
}

async function importCodebook(place: Place): Promise<void> {
  const offer = await offerFor(place, ({ codes }) => codes.length, 'codes');
  if (!offer) return;
  const items = offer.codes.map(({ id, name, above, description, passages, isUsed }) => ({
    label: name,
    description: [
      ...(above.length > 0 ? [`under ${above.join(' > ')}`] : []),
      passages === 1 ? '1 passage' : `${passages} passages`,
      ...(isUsed ? ['a construct already'] : []),
    ].join(' · '),
    ...(description === '' ? {} : { detail: description }),
    id,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Import codes as constructs',
    placeHolder: 'Codes of the QDA codebook',
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked || picked.length === 0) return;
  const wanted: Pick<ImportCodesParams, 'codes'> = { codes: picked.map(({ id }) => id) };
  await place.apply(await place.ask<RetagResult>(IMPORT_CODES, wanted));
}

/** What the QDA files have to offer; where that is nothing, the author is told why. */
async function offerFor(
  place: Place,
  countOf: (offer: QdaOffer) => number,
  what: string,
): Promise<QdaOffer | undefined> {
  const offer = await place.ask<QdaOffer>(QDA_OFFER);
  if (!offer) return undefined;
  if (offer.faults.length > 0) warn(`Warrant: ${offer.faults.join('; ')}.`);
  if (countOf(offer) > 0) return offer;
  if (offer.files === 0) {
    warn('Warrant: name a QDA project under qda: in warrant.yaml or the front matter first.');
  } else if (offer.faults.length === 0) {
    warn(`Warrant: the QDA project has no ${what}.`);
  }
  return undefined;
}

interface SelectionItem extends vscode.QuickPickItem {
  readonly selection?: ProtocolSelection;
}

const GROUPINGS = {
  code: { icon: 'tag', tooltip: 'Put passages together by code' },
  source: { icon: 'file-text', tooltip: 'Put passages together by source' },
} as const;

/** Asks for a passage, by code or by source; what is typed is looked for in its words, codes and source. */
function pickSelection(
  selections: readonly ProtocolSelection[],
): Promise<ProtocolSelection | undefined> {
  const pick = vscode.window.createQuickPick<SelectionItem>();
  const show = (by: keyof typeof GROUPINGS): void => {
    const other = by === 'code' ? 'source' : 'code';
    const { icon, tooltip } = GROUPINGS[other];
    pick.items = grouped(selections, by);
    pick.buttons = [{ iconPath: new vscode.ThemeIcon(icon), tooltip }];
    grouping = by;
  };
  let grouping: keyof typeof GROUPINGS = 'code';
  pick.title = 'Insert evidence from the QDA project';
  pick.placeholder = 'Words of a passage, a code or a source';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  show(grouping);
  return new Promise((resolve) => {
    pick.onDidTriggerButton(() => {
      show(grouping === 'code' ? 'source' : 'code');
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.selection);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function grouped(
  selections: readonly ProtocolSelection[],
  by: keyof typeof GROUPINGS,
): SelectionItem[] {
  const groups = new Map<string, ProtocolSelection[]>();
  for (const selection of selections) {
    const codes = selection.codes.length > 0 ? selection.codes : ['without a code'];
    for (const name of by === 'code' ? codes : [selection.source]) {
      groups.set(name, [...(groups.get(name) ?? []), selection]);
    }
  }
  return [...groups].flatMap(([label, members]) => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...members.map((selection) => itemFor(selection, by)),
  ]);
}

function itemFor(selection: ProtocolSelection, by: keyof typeof GROUPINGS): SelectionItem {
  const { text, source, place, codes, isUsed } = selection;
  const known = by === 'code' ? [source, place] : [codes.join(', '), place];
  return {
    label: text.replace(/\s+/g, ' ').trim(),
    detail: [...known, isUsed ? 'in the manuscript already' : '']
      .filter((part) => part !== '')
      .join(' · '),
    selection,
  };
}
