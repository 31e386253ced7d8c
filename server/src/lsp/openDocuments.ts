import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import type { Logger } from '../core/ports';
import { isSupportingFile, normalizeUri, type Workspace } from '../core/project';
import { LineIndex } from '../core/text/lineIndex';
import type { TextRange } from '../core/text/range';
import { applyEdits, type TextEdit } from '../core/text/textEdit';
import { BYTE_ORDER_MARK, firstBatch, type Batch } from './contentChanges';
import { WHOLE_TEXT, type ReplacedLines } from './calm';
import { SupportingDocuments } from './supportingDocuments';
import { isTracked } from './tracked';

/** Who hears of documents; URIs are those of the core. */
export interface DocumentListener {
  opened(uri: string): void;
  /** Told before an edit is made, with the offsets of the text before it; without, where the text is another one. */
  editing(uri: string, range?: TextRange): void;
  edited(uri: string, lines: ReplacedLines): void;
  closed(uri: string): void;
}

interface OpenDocument {
  version: number;
  /** Whether the client counts a byte order mark as the first character. */
  isMarked: boolean;
}

/**
 * The documents that the client has open (LSP 3.17 §Text Document Synchronization). Their texts are kept by the
 * workspace alone, so that an edit costs what it changes, however long the document is.
 */
export class OpenDocuments {
  readonly #workspace: Workspace;
  readonly #logger: Logger;
  readonly #listener: DocumentListener;
  readonly #supporting: SupportingDocuments;
  readonly #documents = new Map<string, OpenDocument>();
  /** The client's spelling of URIs, by that of the core; of closed documents too, since their diagnostics stay. */
  readonly #spellings = new Map<string, string>();

  constructor(workspace: Workspace, logger: Logger, listener: DocumentListener) {
    this.#workspace = workspace;
    this.#logger = logger;
    this.#listener = listener;
    this.#supporting = new SupportingDocuments(workspace, logger);
  }

  /** A file's URI as the client spells it; as it is where the client has not named the file. */
  spelling(uri: string): string {
    return this.#spellings.get(uri) ?? uri;
  }

  /** The version of an open document, by its URI in the core. */
  version(uri: string): number | undefined {
    return this.#documents.get(uri)?.version ?? this.#supporting.version(uri);
  }

  /** Whether an open document is no manuscript, but one on which a manuscript may rest. */
  isSupporting(uri: string): boolean {
    return this.#supporting.version(uri) !== undefined;
  }

  /** Takes up a document; those that are none of ours are left alone. */
  open(params: DidOpenTextDocumentParams): void {
    const { uri, languageId, version, text } = params.textDocument;
    const known = normalizeUri(uri);
    if (!isTracked(uri, languageId)) {
      if (this.#supporting.open(known, params)) this.#spellings.set(known, uri);
      return;
    }
    const isMarked = text.startsWith(BYTE_ORDER_MARK);
    this.#documents.set(known, { version, isMarked });
    this.#spellings.set(known, uri);
    this.#workspace.setDocument(known, text);
    this.#listener.opened(known);
  }

  /** Makes changes, one after the other; one that makes no sense is left out. */
  change(params: DidChangeTextDocumentParams): void {
    const { textDocument, contentChanges } = params;
    const { uri, version } = textDocument;
    const known = normalizeUri(uri);
    const document = this.#documents.get(known);
    if (!document) {
      this.#supporting.change(known, params);
      return;
    }
    // Where it is also a supporting file by its name, a client may tell of it twice.
    if (document.version === version && isSupportingFile(known)) return;
    document.version = version;
    let rest: readonly TextDocumentContentChangeEvent[] = contentChanges;
    while (rest.length > 0) {
      const lines = this.#lines(known, document);
      const batch = lines && firstBatch(rest, lines);
      if (!batch) return;
      this.#make(known, document, batch, lines);
      rest = rest.slice(batch.taken);
    }
  }

  /** Goes back to the file, which may be another than it was when the document was opened. */
  close({ textDocument: { uri } }: DidCloseTextDocumentParams): void {
    const known = normalizeUri(uri);
    if (this.#supporting.close(known) || !this.#documents.delete(known)) return;
    this.#workspace.closeDocument(known);
    this.#listener.closed(known);
  }

  #make(uri: string, document: OpenDocument, batch: Batch, lines: LineIndex): void {
    const workspace = this.#workspace;
    if (batch.kind === 'malformed') {
      this.#logger.warn(`a change of ${uri} was not understood`);
      return;
    }
    if (batch.kind === 'text' || this.#concernsMark(batch.edits, document, lines)) {
      const text = batch.kind === 'text' ? batch.text : this.#edited(uri, document, batch.edits);
      document.isMarked = text.startsWith(BYTE_ORDER_MARK);
      this.#listener.editing(uri);
      workspace.setDocument(uri, text);
      this.#listener.edited(uri, WHOLE_TEXT);
      return;
    }
    const from = Math.min(...batch.edits.map(({ range }) => range.start));
    const to = Math.max(...batch.edits.map(({ range }) => range.end));
    const before = { from: lines.positionAt(from).line, to: lines.positionAt(to).line };
    const { lineCount } = lines;
    this.#listener.editing(uri, { start: from, end: to });
    workspace.editDocument(uri, batch.edits);
    const grown = (workspace.openLines(uri)?.lineCount ?? lineCount) - lineCount;
    this.#listener.edited(uri, { ...before, newTo: Math.max(before.from, before.to + grown) });
  }

  /** The lines as the client counts them. */
  #lines(uri: string, { isMarked }: OpenDocument): LineIndex | undefined {
    if (!isMarked) return this.#workspace.openLines(uri);
    return new LineIndex(BYTE_ORDER_MARK + (this.#workspace.openText(uri) ?? ''));
  }

  /** A mark that comes, goes or ceases to be the first character is seen in the whole text only. */
  #concernsMark(edits: readonly TextEdit[], { isMarked }: OpenDocument, lines: LineIndex): boolean {
    if (isMarked) return true;
    return edits.some(({ range, newText }) => {
      if (range.start > 0) return false;
      if (newText !== '') return newText.startsWith(BYTE_ORDER_MARK);
      const { line, character } = lines.positionAt(range.end);
      return lines.lineText(line).startsWith(BYTE_ORDER_MARK, character);
    });
  }

  #edited(uri: string, { isMarked }: OpenDocument, edits: readonly TextEdit[]): string {
    const text = this.#workspace.openText(uri) ?? '';
    return applyEdits(isMarked ? BYTE_ORDER_MARK + text : text, edits);
  }
}
