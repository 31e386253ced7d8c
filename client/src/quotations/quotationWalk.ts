import * as vscode from 'vscode';
import type { ProtocolQuotation, ProtocolQuotations } from '../../../server/src/shared/quotations';
import { applyChanges, type AskedState } from '../commands/applyChanges';
import { toRange } from '../commands/reveal';
import { PassHighlight } from '../suggestions/passHighlight';
import { PassPrompt } from '../suggestions/passPrompt';
import { inDoubt, indexAfter, walkQuestion, type WalkAnswer } from './walkQuestion';

/** What became of the quotations, and the texts of which that was said. */
export interface Checked {
  readonly result: ProtocolQuotations;
  readonly asked: AskedState;
}

/** How a walk ended: all were looked at, the list is wanted, or its author had enough. */
export type WalkEnd = 'through' | 'list' | 'stopped';

/**
 * A walk through the quotations in doubt, in all files of a manuscript. The texts may be edited meanwhile: after each answer
 * the server is asked anew, and what is mended is passed over.
 */
export class QuotationWalk implements vscode.Disposable {
  readonly #check: () => Promise<Checked | undefined>;
  readonly #viewColumn: vscode.ViewColumn | undefined;
  readonly #prompt = new PassPrompt<WalkAnswer>({ do: 'stop' });
  #highlight = new PassHighlight();

  /** @param check says what became of the quotations, as the texts stand now */
  constructor(check: () => Promise<Checked | undefined>, viewColumn?: vscode.ViewColumn) {
    this.#check = check;
    this.#viewColumn = viewColumn;
  }

  /** Brings the keyboard back to the question that is open. */
  focus(): void {
    this.#prompt.focus();
  }

  dispose(): void {
    this.#prompt.dispose();
    this.#highlight.dispose();
  }

  /** Walks from one of the quotations in doubt. */
  async run(checked: Checked, first: ProtocolQuotation): Promise<WalkEnd> {
    let { asked } = checked;
    let list = inDoubt(checked.result.quotations);
    let at = Math.max(0, list.indexOf(first));
    for (let one = list[at]; one; one = list[at]) {
      await this.#show(one);
      const answer = await this.#prompt.ask(walkQuestion(one, { at, of: list.length }));
      if (answer.do === 'stop') return 'stopped';
      if (answer.do === 'list') return 'list';
      if (answer.do === 'passage') await showPassage(one);
      if (answer.do === 'fix') await mend(one, answer.fix, asked);
      const now = await this.#check();
      if (!now) return 'stopped';
      const next = inDoubt(now.result.quotations);
      at = indexAfter(answer, list, at, next);
      list = next;
      ({ asked } = now);
    }
    return 'through';
  }

  /** Shows a quotation in the middle of the window. The keyboard stays where it is. */
  async #show({ location }: ProtocolQuotation): Promise<void> {
    const range = toRange(location.range);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(location.uri));
    const editor = await vscode.window.showTextDocument(document, {
      preserveFocus: true,
      selection: range,
      ...(this.#viewColumn === undefined ? {} : { viewColumn: this.#viewColumn }),
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
    this.#highlight.dispose();
    this.#highlight = new PassHighlight();
    this.#highlight.show(editor, range, range);
  }
}

/** Shows the passage of a quotation beside it. */
async function showPassage({ passage }: ProtocolQuotation): Promise<void> {
  if (!passage) return;
  const selection = toRange(passage.range);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(passage.uri));
  const editor = await vscode.window.showTextDocument(document, {
    preserveFocus: true,
    selection,
    viewColumn: vscode.ViewColumn.Beside,
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenter);
}

async function mend({ fixes }: ProtocolQuotation, at: number, asked: AskedState): Promise<void> {
  const fix = fixes[at];
  if (fix) await applyChanges({ ok: true, changes: fix.changes, notes: [] }, asked);
}
