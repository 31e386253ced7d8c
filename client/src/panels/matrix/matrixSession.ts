import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ExportedText } from '../../../../server/src/shared/exports';
import {
  MATRIX,
  MATRIX_FILE,
  MATRIX_LINK,
  type MatrixFileParams,
  type MatrixLinkParams,
  type MatrixParams,
  type ProtocolMatrix,
} from '../../../../server/src/shared/matrix';
import type { RetagResult } from '../../../../server/src/shared/protocol';
import { chooseAccess, mayWriteNames } from '../../commands/exporting';
import { toRange } from '../../commands/reveal';
import type { ServerState } from '../../lsp/serverState';
import type { ActiveManuscript } from '../../views/activeManuscript';
import { ManuscriptFollower } from '../manuscriptFollower';
import type { MatrixChoice, MatrixRequest } from '../messages';
import type { PanelPort, PanelSession } from '../panelHost';
import { revealBeside } from '../revealBeside';
import { saveFile } from '../saveFile';

/** What a matrix is filled from. */
export interface MatrixSources {
  readonly client: BaseLanguageClient;
  readonly server: ServerState;
  readonly manuscript: ActiveManuscript;
  /** The manuscript that it had shown. */
  readonly uri: string | undefined;
}

const FILES = {
  csv: { extension: 'csv', format: 'Comma-separated values' },
  markdown: { extension: 'md', format: 'Markdown' },
  html: { extension: 'html', format: 'HTML page' },
} as const;

/** One open matrix: asks the server for what the reader has chosen to see, and makes the links that he draws. */
export class MatrixSession implements PanelSession<'matrix'> {
  readonly #port: PanelPort<'matrix'>;
  readonly #sources: MatrixSources;
  readonly #follower: ManuscriptFollower;
  #choice: MatrixChoice | undefined;
  #asked = 0;
  /** The document that was written last, as it was then. */
  #written: { readonly document: vscode.TextDocument; readonly version: number } | undefined;

  constructor(port: PanelPort<'matrix'>, sources: MatrixSources) {
    this.#port = port;
    this.#sources = sources;
    this.#follower = new ManuscriptFollower({
      ...sources,
      refresh: () => void this.#refresh(),
      send: (message) => this.#port.send(message),
    });
  }

  started(): void {
    // The panel says what it wants to show as soon as it listens.
  }

  receive(message: MatrixRequest): void {
    switch (message.type) {
      case 'choose':
        this.#choice = message.choice;
        void this.#refresh();
        return;
      case 'link':
        void this.#change(message);
        return;
      case 'undo':
        void this.#undo();
        return;
      case 'export':
        void this.#export(message.format);
    }
  }

  dispose(): void {
    this.#follower.dispose();
  }

  async #refresh(): Promise<void> {
    const choice = this.#choice;
    if (!choice || !this.#port.isListening) return;
    if (this.#sources.server.condition !== 'running') return;
    const mine = ++this.#asked;
    const matrix = await this.#ask<ProtocolMatrix | null>(MATRIX, this.#params(choice));
    if (mine !== this.#asked || matrix === undefined) return;
    this.#port.send({ type: 'matrix', uri: this.#follower.uri, matrix });
  }

  #params(options: MatrixChoice): MatrixParams {
    const { uri } = this.#follower;
    return { options, ...(uri === undefined ? {} : { uri }) };
  }

  async #change({
    row,
    evidence,
    stance,
    action,
  }: MatrixRequest & { type: 'link' }): Promise<void> {
    const { uri } = this.#follower;
    if (uri === undefined) {
      this.#say('Open the manuscript first.');
      return;
    }
    const before = versions();
    const params: MatrixLinkParams = { uri, row, evidence, stance, action };
    const result = await this.#ask<RetagResult>(MATRIX_LINK, params);
    if (!result) return;
    if (!result.ok) {
      this.#say(`${result.message}.`);
      return;
    }
    const changes = Object.entries(result.changes);
    const edit = new vscode.WorkspaceEdit();
    for (const [file, edits] of changes) {
      const target = vscode.Uri.parse(file);
      const known = before.get(target.toString());
      if (known !== undefined && known !== versions().get(target.toString())) {
        this.#say('The text was changed meanwhile; try again.');
        return;
      }
      edit.set(
        target,
        edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
      );
    }
    if (!(await vscode.workspace.applyEdit(edit))) {
      this.#say('The file cannot be edited.');
      return;
    }
    await this.#showWritten(changes, action, result.notes);
  }

  /** Shows what was written, without taking the author out of the matrix. */
  async #showWritten(
    changes: readonly [string, readonly { readonly range: Parameters<typeof toRange>[0] }[]][],
    action: MatrixLinkParams['action'],
    notes: readonly string[],
  ): Promise<void> {
    const [file, edits] = changes[0] ?? [];
    const range = edits?.[0]?.range;
    if (file === undefined || !range) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file));
    this.#written = { document, version: document.version };
    await revealBeside({ uri: file, range: { start: range.start, end: range.start } }, false);
    const name = file.slice(file.lastIndexOf('/') + 1);
    const done = action === 'link' ? 'Linked' : 'Link removed';
    const said = [`${done} in ${decodeURIComponent(name)}; Undo takes it back`, ...notes];
    this.#say(`${said.join('. ')}.`);
  }

  async #undo(): Promise<void> {
    const written = this.#written;
    this.#written = undefined;
    if (!written || written.document.isClosed) {
      this.#say('There is nothing to take back here; undo it in the editor.');
      return;
    }
    if (written.document.version !== written.version) {
      this.#say('The text was changed since; undo it in the editor.');
      return;
    }
    const start = new vscode.Position(0, 0);
    const selection =
      vscode.window.visibleTextEditors.find(({ document }) => document === written.document)
        ?.selection ?? new vscode.Range(start, start);
    const location = { uri: written.document.uri.toString(), range: selection };
    await revealBeside(location, true);
    await vscode.commands.executeCommand('undo');
    this.#say('Taken back.');
  }

  async #export(format: MatrixFileParams['format']): Promise<void> {
    if (!this.#choice) return;
    const chosen = this.#params(this.#choice);
    const uri = chosen.uri === undefined ? undefined : vscode.Uri.parse(chosen.uri);
    const include = await chooseAccess(this.#sources.client, uri);
    if (include === undefined) return;
    const params: MatrixFileParams = { ...chosen, format, include };
    let written = await this.#ask<ExportedText | null>(MATRIX_FILE, params);
    if (written && 'realNames' in written) {
      if (!(await mayWriteNames(written.realNames))) return;
      const allowed: MatrixFileParams = { ...params, allowRealNames: true };
      written = await this.#ask<ExportedText | null>(MATRIX_FILE, allowed);
    }
    if (!written || 'realNames' in written) return;
    const { text, notes } = written;
    if (notes.length > 0) this.#say(`${notes.join('; ')}.`);
    // By the mark, spreadsheets know that the text is in UTF-8.
    const content = format === 'csv' ? `\uFEFF${text}` : text;
    await saveFile({
      name: 'claim-evidence-matrix',
      ...FILES[format],
      content,
      encoding: 'utf8',
    });
  }

  async #ask<T>(method: string, params: object): Promise<T | undefined> {
    try {
      return await this.#sources.client.sendRequest<T>(method, params);
    } catch (error) {
      this.#sources.client.error(`${method} failed`, error, false);
      this.#say('The server could not answer; the log says why.');
      return undefined;
    }
  }

  #say(text: string): void {
    this.#port.send({ type: 'said', text });
  }
}

/** The versions of the documents that are open. */
function versions(): ReadonlyMap<string, number> {
  return new Map(
    vscode.workspace.textDocuments.map(({ uri, version }) => [uri.toString(), version]),
  );
}
