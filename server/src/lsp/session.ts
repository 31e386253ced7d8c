import type {
  Connection,
  InitializeParams,
  TextDocuments,
  WorkspaceFolder,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileSystem, Logger } from '../core/ports';
import { FileSystemError } from '../core/ports';
import { normalizeUri, Workspace } from '../core/project';
import { CHANGED } from '../shared/protocol';
import { bySchemeFileSystem, clientFileSystem } from './clientFileSystem';
import type { Context } from './context';
import { DiagnosticsPublisher } from './diagnostics';
import { readOptions } from './fromProto';
import { Judge } from './judge';
import { ruleLink } from './ruleLink';
import { isTracked, TrackedProjects } from './tracked';

/** Long enough that a fence typed in the middle of a document is closed again before it is judged. */
const DEBOUNCE = 250;

/** One client's documents and projects, from initialization to shutdown. */
export class Session {
  readonly context: Context;
  readonly tracked: TrackedProjects;
  readonly judge: Judge;
  /** Requests wait for this: before it, the folders of the client are not known. */
  readonly ready: Promise<void>;

  readonly #publisher: DiagnosticsPublisher;
  readonly #folders: readonly WorkspaceFolder[];
  #isReady: () => void = () => undefined;

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    files: FileSystem | undefined,
    params: InitializeParams,
    logger: Logger,
  ) {
    const options = readOptions(params.initializationOptions);
    const others = options.readsFiles ? clientFileSystem(connection) : NO_FILES;
    const workspace = new Workspace(files ? bySchemeFileSystem(files, others) : others);
    this.context = { workspace, logger };
    this.tracked = new TrackedProjects(workspace);
    this.judge = new Judge(logger);
    this.ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
    this.#folders = params.workspaceFolders ?? [];
    this.#publisher = new DiagnosticsPublisher(this.context, {
      connection,
      tracked: this.tracked,
      judge: this.judge,
      openDocument: (uri) => documents.all().find((document) => normalizeUri(document.uri) === uri),
      documentation: (rule) => ruleLink(options.rulesDocumentation, rule),
      debounce: options.debounce ?? DEBOUNCE,
      onChecked: () => void connection.sendNotification(CHANGED),
    });
  }

  /** Takes up the client's folders and makes the first check. */
  start(): void {
    for (const { uri } of this.#folders) this.tracked.addFolder(uri);
    this.#isReady();
    this.#publisher.schedule(0);
  }

  /** Takes note of folders that were added to the window or removed from it. */
  foldersChanged(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    for (const { uri } of added) this.tracked.addFolder(uri);
    for (const { uri } of removed) this.tracked.removeFolder(uri);
    this.#publisher.schedule(0);
  }

  /** Takes note of a document that was opened or edited. */
  documentChanged(document: TextDocument): void {
    if (!isTracked(document.uri, document.languageId)) return;
    this.context.workspace.setDocument(document.uri, document.getText());
    this.tracked.configChanged(document.uri);
    // A document that was just opened is judged at once; typing waits for a pause.
    if (document.version <= 1) this.#publisher.schedule(0);
    else this.#publisher.schedule();
  }

  /** Takes note of a document that was closed. */
  documentClosed(document: TextDocument): void {
    if (!isTracked(document.uri, document.languageId)) return;
    this.context.workspace.closeDocument(document.uri);
    this.#publisher.schedule(0);
  }

  /** Takes note of files that have changed, come or gone on disk. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) {
      this.context.workspace.fileChanged(uri);
      this.tracked.configChanged(uri);
    }
    this.#publisher.schedule();
  }

  /** Stops publishing. */
  dispose(): void {
    this.#publisher.dispose();
  }
}

/** For a client that reads no files: only open documents are known. */
const NO_FILES: FileSystem = {
  readFile: (uri) => Promise.reject(new FileSystemError(uri, 'not-found', 'only open documents')),
  readDirectory: (uri) =>
    Promise.reject(new FileSystemError(uri, 'not-found', 'only open documents')),
};
