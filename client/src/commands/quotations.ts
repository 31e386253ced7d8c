import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  QUOTATIONS,
  type ProtocolQuotation,
  type ProtocolQuotations,
} from '../../../server/src/shared/quotations';
import { manuscriptEditor } from './manuscriptEditor';
import { Place } from './place';
import { reveal } from './reveal';

/** Registers *Check All Quotations*. */
export function registerQuotationCommands(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('warrant.checkQuotations', async () => {
    const editor = manuscriptEditor('to check its quotations');
    if (!editor) return;
    const checked = await new Place(client, editor).ask<ProtocolQuotations>(QUOTATIONS);
    if (checked) await walk(checked);
  });
}

/** Sums up, and leads to one of those that are not as their source has them. */
async function walk({ sum, quotations }: ProtocolQuotations): Promise<void> {
  const rest = quotations.filter(({ isVerbatim }) => !isVerbatim);
  if (rest.length === 0) {
    void vscode.window.showInformationMessage(`Warrant: ${sum}.`);
    return;
  }
  const picked = await vscode.window.showQuickPick(rest.map(itemOf), {
    title: sum,
    placeHolder: 'Quotations that are not verbatim, or were not looked up',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await reveal(picked.quotation.location);
}

/** So many characters of a quotation are shown in the list. */
const MOST_SHOWN = 60;

function itemOf(quotation: ProtocolQuotation) {
  const { text, outcome, isGrave, detail } = quotation;
  const icon = isGrave ? 'warning' : 'info';
  const words = text.replace(/\s+/g, ' ');
  // What is wrong stands behind the words, and is to be seen.
  const shown = words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN).trimEnd()}…` : words;
  return {
    label: `$(${icon}) ${shown}`,
    description: outcome,
    detail,
    quotation,
  };
}
