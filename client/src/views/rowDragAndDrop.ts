import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { warn } from '../commands/warn';
import type { TreeRow } from './argumentTree';
import { linkRows } from './linkRows';

/** What is dragged, as JSON of {@link Dragged}; all views of an argument give it and take it. */
const MIME = 'application/vnd.warrant.elements';

interface Dragged {
  /** A file of the project. */
  readonly uri: string;
  readonly elements: readonly string[];
  readonly isEvidence: boolean;
}

/** Links rows that are dragged onto another one: evidence onto what it supports, a step onto its mechanism. */
export class RowDragAndDrop implements vscode.TreeDragAndDropController<TreeRow> {
  readonly dragMimeTypes = [MIME];
  readonly dropMimeTypes = [MIME];
  readonly #client: BaseLanguageClient;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  handleDrag(rows: readonly TreeRow[], transfer: vscode.DataTransfer): void {
    const elements = rows.flatMap(({ item }) => item.element ?? []);
    const uri = rows.map(({ item }) => item.location?.uri).find((one) => one !== undefined);
    if (elements.length === 0 || uri === undefined) return;
    const dragged: Dragged = {
      uri,
      elements: [...new Set(elements.map(({ key }) => key))],
      isEvidence: elements.every(({ kind }) => kind === 'evidence'),
    };
    transfer.set(MIME, new vscode.DataTransferItem(JSON.stringify(dragged)));
  }

  async handleDrop(row: TreeRow | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const text = await transfer.get(MIME)?.asString();
    if (text === undefined) return;
    const { uri, elements, isEvidence } = JSON.parse(text) as Dragged;
    const target = aimOf(row, isEvidence);
    if (target === undefined) {
      warn('Warrant: drop it on a claim, a step, a mechanism or a construct to link it.');
      return;
    }
    await linkRows(this.#client, { uri, elements, target });
  }
}

/** What is aimed at with a row: its element, or that of the row around it; evidence among evidence goes to what that supports. */
function aimOf(row: TreeRow | undefined, isEvidence: boolean): string | undefined {
  const element = row?.item.element;
  const isBeside = isEvidence && element?.kind === 'evidence' && row?.parent !== undefined;
  if (element && !isBeside) return element.key;
  return row?.parent && aimOf(row.parent, isEvidence);
}
