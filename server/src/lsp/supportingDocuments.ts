import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Logger } from '../core/ports';
import { isSupportingFile, type Workspace } from '../core/project';
import { COPY_SCHEMES } from '../shared/documents';
import { contentChange } from './contentChanges';

/**
 * Open documents that are no manuscripts, and on which a manuscript rests: bibliographies, transcripts, codings, names. An
 * edit costs next to nothing; what is read of them follows when the author pauses. URIs are those of the core.
 */
export class SupportingDocuments {
  readonly #workspace: Workspace;
  readonly #logger: Logger;
  readonly #documents = new Map<string, TextDocument>();

  constructor(workspace: Workspace, logger: Logger) {
    this.#workspace = workspace;
    this.#logger = logger;
  }

  /** The version of an open document. */
  version(uri: string): number | undefined {
    return this.#documents.get(uri)?.version;
  }

  /** Takes up a document; gives whether it is one of these. */
  open(uri: string, { textDocument }: DidOpenTextDocumentParams): boolean {
    const { uri: written, languageId, version, text } = textDocument;
    if (!isSupportingFile(uri) || COPY_SCHEMES.has(written.slice(0, written.indexOf(':')))) {
      return false;
    }
    const document = TextDocument.create(uri, languageId, version, text);
    this.#documents.set(uri, document);
    this.#workspace.openSupporting(uri, {
      get text() {
        return document.getText();
      },
    });
    return true;
  }

  /** Makes changes, one after the other; one that makes no sense is left out. */
  change(uri: string, { textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.#documents.get(uri);
    // A client tells of a document once for each of the patterns that it has been given for it.
    if (!document || document.version === textDocument.version) return;
    const changes = contentChanges.filter((one): one is TextDocumentContentChangeEvent => {
      const isUnderstood = contentChange.safeParse(one).success;
      if (!isUnderstood) this.#logger.warn(`a change of ${uri} was not understood`);
      return isUnderstood;
    });
    TextDocument.update(document, changes, textDocument.version);
    this.#workspace.supportingEdited(uri);
  }

  /** Goes back to the file. */
  close(uri: string): boolean {
    if (!this.#documents.delete(uri)) return false;
    this.#workspace.closeSupporting(uri);
    return true;
  }
}
