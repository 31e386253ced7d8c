import * as vscode from 'vscode';
import type { ProtocolQuotation, ProtocolQuotations } from '../../../server/src/shared/quotations';

/** So many characters of a quotation are shown in the list. */
const MOST_SHOWN = 60;

interface Item extends vscode.QuickPickItem {
  readonly quotation?: ProtocolQuotation;
}

/** Shows the sum, and the quotations that are not verbatim: those in doubt first, then those that were not looked up. */
export async function pickQuotation({
  sum,
  quotations,
}: ProtocolQuotations): Promise<ProtocolQuotation | undefined> {
  const rest = quotations.filter(({ isVerbatim }) => !isVerbatim);
  const doubtful = rest.filter(({ isInDoubt }) => isInDoubt);
  const others = rest.filter(({ isInDoubt }) => !isInDoubt);
  const items: Item[] = [
    ...doubtful.map(itemOf),
    ...(doubtful.length > 0 && others.length > 0
      ? [{ label: 'Not Looked Up', kind: vscode.QuickPickItemKind.Separator }]
      : []),
    ...others.map(itemOf),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: sum,
    placeHolder:
      doubtful.length > 0
        ? 'Go through those in doubt, beginning with …'
        : 'Quotations that were not looked up',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.quotation;
}

function itemOf(quotation: ProtocolQuotation): Item {
  const { text, outcome, isGrave, detail } = quotation;
  const icon = isGrave ? 'warning' : 'info';
  const words = text.replace(/\s+/g, ' ');
  // What is wrong stands behind the words, and is to be seen.
  const shown = words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN).trimEnd()}…` : words;
  return { label: `$(${icon}) ${shown}`, description: outcome, detail, quotation };
}
