import {
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  Message,
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  WatchKind,
  type CancellationToken,
  type CodeActionParams,
  type Connection,
  type ConnectionOptions,
  type DefinitionParams,
  type DocumentHighlightParams,
  type DocumentSymbolParams,
  type FileSystemWatcher,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  type ReferenceParams,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type * as z from 'zod';
import type { FileSystem, Logger } from '../core/ports';
import { normalizeUri } from '../core/project';
import {
  OUTLINE,
  SUMMARY,
  TAG_SELECTION,
  type FileParams,
  type OutlineParams,
  type TagSelectionParams,
} from '../shared/protocol';
import { hover } from './capabilities/hover';
import { definition, highlights, references } from './capabilities/navigation';
import { quickFixes } from './capabilities/quickFixes';
import { documentSymbols, workspaceSymbols } from './capabilities/symbols';
import { tagSelectionAt } from './capabilities/tagging';
import { outlineOf, summaryOf } from './capabilities/views';
import { describe } from './judge';
import { connectionLogger } from './logger';
import { faultOf, PARAMS } from './params';
import { Session } from './session';

/** What the server is made of on a platform. */
export interface Platform {
  /** Reads `file:` URIs itself; without it, everything is read through the client. */
  readonly files?: FileSystem;
  readonly version: string;
}

/** What the server wants to hear of when it changes on disk. Editors tell of a folder, not of the files in it. */
const WATCHED: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.{md,markdown,qmd,rmd,Rmd,pandoc}' },
  { globPattern: '**/{warrant,_quarto}.{yaml,yml}' },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** A request that is cancelled before its turn comes is answered so at once (LSP 3.17 §$/cancelRequest). */
export const CONNECTION_OPTIONS: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched: (message) => {
      if (!Message.isRequest(message)) return undefined;
      const error = { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' };
      return { jsonrpc: '2.0', id: message.id, error };
    },
  },
};

/**
 * Serves Warrant over a connection until it is closed: the composition root. It never dies of a document: a request
 * that fails is answered with an error, and the next one is served.
 */
export function startServer(connection: Connection, platform: Platform): void {
  const logger = connectionLogger(connection);
  let session: Session | undefined;
  let client: InitializeParams | undefined;

  connection.onInitialize((params) => {
    client = params;
    session = new Session(connection, platform.files, params, logger);
    return describeServer(platform.version);
  });
  connection.onInitialized(() => {
    if (client?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [...WATCHED] })
        .catch((error: unknown) => {
          logger.warn(`files are not watched: ${describe(error)}`);
        });
    }
    if (client?.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        session?.foldersChanged(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
      });
    }
    session?.start();
  });
  connection.onDidOpenTextDocument((params) => session?.documents.open(params));
  connection.onDidChangeTextDocument((params) => session?.documents.change(params));
  connection.onDidCloseTextDocument((params) => session?.documents.close(params));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    void session?.filesChanged(changes);
  });
  connection.onShutdown(() => session?.dispose());

  serveRequests(connection, () => session, logger);
  connection.listen();
}

function describeServer(version: string): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix'] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: 'warrant', version },
  };
}

function serveRequests(
  connection: Connection,
  session: () => Session | undefined,
  logger: Logger,
): void {
  /** Answers from the session; what goes wrong becomes an error of this one request. */
  const answer =
    <P, R>(schema: z.ZodType, handle: (running: Session, params: P) => Promise<R>) =>
    async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
      const running = session();
      if (!running) return new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
      const fault = faultOf(schema, params);
      if (fault !== undefined) return new ResponseError(ErrorCodes.InvalidParams, fault);
      try {
        await running.ready;
        if (isCancelled(token)) return cancelled();
        // What waits for a large project is given up at once.
        return await Promise.race([handle(running, params), cancellation(token)]);
      } catch (error) {
        logger.error(describe(error));
        const message = error instanceof Error ? error.message : String(error);
        return new ResponseError(ErrorCodes.InternalError, message);
      }
    };
  /** Answers that are of no use for a text that changed while they were worked out (LSP 3.17 §ContentModified). */
  const answerUnchanged = <P, R>(
    schema: z.ZodType,
    uriOf: (params: P) => string,
    handle: (running: Session, params: P) => Promise<R>,
  ) =>
    answer(schema, async (running: Session, params: P): Promise<R | ResponseError> => {
      const version = () => running.documents.version(normalizeUri(uriOf(params)));
      const before = version();
      const result = await handle(running, params);
      if (version() === before) return result;
      return new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed meanwhile');
    });
  const uriOf = ({ textDocument }: { textDocument: { uri: string } }) => textDocument.uri;

  connection.onHover(
    answer(PARAMS.place, ({ context }, { textDocument, position }: HoverParams) =>
      hover(context, textDocument.uri, position),
    ),
  );
  connection.onDefinition(
    answerUnchanged(
      PARAMS.place,
      uriOf,
      ({ context, linkSupport }, { textDocument, position }: DefinitionParams) =>
        definition(context, textDocument.uri, position, linkSupport),
    ),
  );
  connection.onReferences(
    answerUnchanged(PARAMS.references, uriOf, ({ context }, params: ReferenceParams) =>
      references(
        context,
        params.textDocument.uri,
        params.position,
        params.context.includeDeclaration,
      ),
    ),
  );
  connection.onDocumentHighlight(
    answer(PARAMS.place, ({ context }, { textDocument, position }: DocumentHighlightParams) =>
      highlights(context, textDocument.uri, position),
    ),
  );
  connection.onDocumentSymbol(
    answerUnchanged(PARAMS.document, uriOf, ({ context }, { textDocument }: DocumentSymbolParams) =>
      documentSymbols(context, textDocument.uri),
    ),
  );
  connection.onWorkspaceSymbol(
    answer(PARAMS.query, ({ context, tracked }, { query }: WorkspaceSymbolParams) =>
      workspaceSymbols(context, tracked, query),
    ),
  );
  connection.onCodeAction(
    answerUnchanged(PARAMS.codeAction, uriOf, ({ context, judge }, params: CodeActionParams) =>
      quickFixes(context, judge, params),
    ),
  );
  connection.onRequest(
    SUMMARY,
    answer(PARAMS.file, ({ context }, { uri }: FileParams) => summaryOf(context, uri)),
  );
  connection.onRequest(
    OUTLINE,
    answer(PARAMS.outline, ({ context, tracked }, { uri }: OutlineParams) =>
      outlineOf(context, tracked, uri),
    ),
  );
  connection.onRequest(
    TAG_SELECTION,
    answerUnchanged(
      PARAMS.tagSelection,
      ({ uri }: TagSelectionParams) => uri,
      ({ context }, params: TagSelectionParams) => tagSelectionAt(context, params),
    ),
  );
}

/** Asked anew each time: it changes while a request is handled. */
function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}

/** Comes to an answer when a request is cancelled. */
function cancellation(token: CancellationToken): Promise<ResponseError> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve(cancelled()));
  });
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
