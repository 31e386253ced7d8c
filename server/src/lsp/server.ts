import {
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  WatchKind,
  type Connection,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import type { InitializationOptions } from '../shared/protocol';
import { Answers } from './answers';
import { tokenOptions } from './capabilities/semanticTokens';
import { readOptions } from './fromProto';
import { connectionLogger, describe } from './logger';
import type { Platform } from './platform';
import { FILE_OPERATIONS, NAVIGATION, serveNavigation } from './requests/navigation';
import { READING, serveReading } from './requests/reading';
import { serveMap } from './requests/map';
import { serveMatrix } from './requests/matrix';
import { serveQda } from './requests/qda';
import { serveQuotations } from './requests/quotations';
import { serveTables } from './requests/tables';
import { serveViews } from './requests/views';
import { WRITING, serveWriting } from './requests/writing';
import { Session } from './session';

/** What the server wants to hear of when it changes on disk. Editors tell of a folder, not of the files in it. */
const WATCHED: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.{md,markdown,qmd,rmd,Rmd,pandoc}' },
  { globPattern: '**/{warrant,_quarto}.{yaml,yml}' },
  // Bibliographies, transcripts, projects of QDA programs.
  { globPattern: '**/*.{bib,bibtex,biblatex,json,yaml,yml}', kind: WatchKind.Change },
  { globPattern: '**/*.{txt,text,docx,vtt,srt,pdf,qdpx,qdc,csv,tsv}', kind: WatchKind.Change },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

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
    session = new Session(connection, platform, params, logger);
    return describeServer(platform.version, readOptions(params.initializationOptions));
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
    session?.context.settings.watch().catch((error: unknown) => {
      logger.warn(`settings are not watched: ${describe(error)}`);
    });
    session?.start();
  });
  connection.onDidChangeConfiguration(({ settings }) => session?.settingsChanged(settings));
  connection.onDidOpenTextDocument((params) => session?.documents.open(params));
  connection.onDidChangeTextDocument((params) => session?.documents.change(params));
  connection.onDidCloseTextDocument((params) => session?.documents.close(params));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    void session?.filesChanged(changes);
  });
  connection.onShutdown(() => session?.dispose());

  const answers = new Answers(() => session, logger);
  serveNavigation(connection, answers);
  serveReading(connection, answers);
  serveWriting(connection, answers);
  serveViews(connection, answers);
  serveMatrix(connection, answers);
  serveQuotations(connection, answers);
  serveTables(connection, answers);
  serveQda(connection, answers);
  serveMap(connection, answers);
  connection.listen();
}

function describeServer(
  version: string,
  { ownTokenTypes = false }: InitializationOptions,
): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...NAVIGATION,
      ...READING,
      ...WRITING,
      semanticTokensProvider: tokenOptions(ownTokenTypes),
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: FILE_OPERATIONS,
      },
    },
    serverInfo: { name: 'warrant', version },
  };
}
