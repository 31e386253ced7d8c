import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { QUOTATIONS, type ProtocolQuotations } from '../../../server/src/shared/quotations';
import { AskedState } from '../commands/applyChanges';
import { manuscriptEditor } from '../commands/manuscriptEditor';
import { Place } from '../commands/place';
import { reveal } from '../commands/reveal';
import { pickQuotation } from './quotationList';
import { QuotationWalk, type Checked } from './quotationWalk';

/** Registers *Check All Quotations*. */
export function registerQuotationCommands(client: BaseLanguageClient): vscode.Disposable {
  let running: QuotationWalk | undefined;
  return vscode.commands.registerCommand('warrant.checkQuotations', async () => {
    if (running) {
      running.focus();
      return;
    }
    const editor = manuscriptEditor('to check its quotations');
    if (!editor) return;
    const place = new Place(client, editor);
    const check = async (): Promise<Checked | undefined> => {
      const asked = new AskedState();
      const result = await place.ask<ProtocolQuotations>(QUOTATIONS);
      return result && { result, asked };
    };
    const walk = (checked: Checked, first: ProtocolQuotations['quotations'][number]) => {
      running = new QuotationWalk(check, editor.viewColumn);
      return running.run(checked, first).finally(() => {
        running?.dispose();
        running = undefined;
      });
    };
    await goThrough(check, walk);
  });
}

/** Sums up, and goes through those that are not as their source has them, as long as their author wants to. */
async function goThrough(
  check: () => Promise<Checked | undefined>,
  walk: (
    checked: Checked,
    first: ProtocolQuotations['quotations'][number],
  ) => ReturnType<QuotationWalk['run']>,
): Promise<void> {
  for (let checked = await check(); checked; checked = await check()) {
    const { sum, quotations } = checked.result;
    if (quotations.every(({ isVerbatim }) => isVerbatim)) {
      tell(sum);
      return;
    }
    const picked = await pickQuotation(checked.result);
    if (!picked) return;
    if (!picked.isInDoubt) return reveal(picked.location);
    const end = await walk(checked, picked);
    if (end === 'stopped') return;
    if (end === 'through') {
      const after = await check();
      if (after) tell(after.result.sum);
      return;
    }
  }
}

function tell(sum: string): void {
  void vscode.window.showInformationMessage(`Warrant: ${sum}.`);
}
