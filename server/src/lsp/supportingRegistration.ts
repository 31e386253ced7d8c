import {
  BulkRegistration,
  CodeActionKind,
  CodeActionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Logger } from '../core/ports';
import { isSupportingFile } from '../core/project';
import { describe } from './logger';

/** So long further files are waited for, in milliseconds: the first check reads many. */
const WAIT = 100;

/**
 * Asks the client to tell of the documents on which manuscripts rest, when they are open (LSP 3.17
 * §client/registerCapability): of the files that have been read, and of no other, so that other bibliographies, data and
 * settings that are edited cost nothing.
 */
export class SupportingRegistration {
  readonly #connection: Connection;
  readonly #logger: Logger;
  readonly #capabilities: ClientCapabilities['textDocument'];
  readonly #known = new Set<string>();
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, { textDocument }: ClientCapabilities, logger: Logger) {
    this.#connection = connection;
    this.#capabilities = textDocument;
    this.#logger = logger;
  }

  /** Takes note that a file is one of these; those that no editor shows as text are left out. */
  add(uri: string): void {
    if (this.#capabilities?.synchronization?.dynamicRegistration !== true) return;
    if (!isSupportingFile(uri)) return;
    const pattern = patternOf(uri);
    if (this.#known.has(pattern)) return;
    this.#known.add(pattern);
    this.#waiting.push(pattern);
    this.#timer ??= setTimeout(() => this.#register(), WAIT);
  }

  /** Asks for nothing any more. */
  dispose(): void {
    clearTimeout(this.#timer);
  }

  #register(): void {
    this.#timer = undefined;
    const documentSelector = this.#waiting.map((pattern) => ({ pattern }));
    this.#waiting = [];
    const all = BulkRegistration.create();
    all.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    all.add(DidCloseTextDocumentNotification.type, { documentSelector });
    if (this.#capabilities?.codeAction?.dynamicRegistration === true) {
      const codeActionKinds = [CodeActionKind.QuickFix];
      all.add(CodeActionRequest.type, { documentSelector, codeActionKinds, resolveProvider: true });
    }
    // Last: the client tells at once of what is open already.
    all.add(DidOpenTextDocumentNotification.type, { documentSelector });
    this.#connection.client.register(all).catch((error: unknown) => {
      this.#logger.warn(`what is open beside the manuscripts is not followed: ${describe(error)}`);
    });
  }
}

/** A glob that a path matches, by its last two parts; what a glob could take for something else may be any character. */
function patternOf(uri: string): string {
  const parts = URI.parse(uri).path.split('/').slice(-2);
  // A ? is one UTF-16 unit.
  const masked = parts.map((part) =>
    part.replace(/[^\p{L}\p{N}._ -]/gu, (one) => '?'.repeat(one.length)),
  );
  return `**/${masked.join('/')}`;
}
