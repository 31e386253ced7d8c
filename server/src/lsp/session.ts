import {
  FileChangeType,
  type Connection,
  type FileEvent,
  type InitializeParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileSystem, Logger } from '../core/ports';
import { FileSystemError } from '../core/ports';
import { isConfigFile, isManuscript, normalizeUri, Workspace } from '../core/project';
import { CHANGED } from '../shared/protocol';
import { bySchemeFileSystem, clientFileSystem } from './clientFileSystem';
import type { Context } from './context';
import { DiagnosticsPublisher } from './diagnostics';
import { readFolders, readOptions } from './fromProto';
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
  /** Whether the client takes links where it asks for a definition. */
  readonly linkSupport: boolean;

  readonly #publisher: DiagnosticsPublisher;
  readonly #folders: readonly string[];
  /** The client's spelling of URIs, by that of the core; of closed documents too, since their diagnostics stay. */
  readonly #spellings = new Map<string, string>();
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
    const spelling = (uri: string): string => this.#spellings.get(uri) ?? uri;
    this.context = { workspace, logger, spelling };
    this.linkSupport = params.capabilities.textDocument?.definition?.linkSupport ?? false;
    this.tracked = new TrackedProjects(workspace);
    this.judge = new Judge(logger);
    this.ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
    this.#folders = readFolders(params);
    this.#publisher = new DiagnosticsPublisher(this.context, {
      connection,
      tracked: this.tracked,
      judge: this.judge,
      versionOf: (uri) => documents.get(spelling(uri))?.version,
      documentation: (rule) => ruleLink(options.rulesDocumentation, rule),
      debounce: options.debounce ?? DEBOUNCE,
      onChecked: () => void connection.sendNotification(CHANGED),
    });
  }

  /** Takes up the client's folders and makes the first check. */
  start(): void {
    for (const folder of this.#folders) this.tracked.addFolder(folder);
    this.#isReady();
    this.#publisher.schedule(0);
  }

  /** Takes note of folders that were added to the window or removed from it. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    for (const folder of added) this.tracked.addFolder(folder);
    for (const folder of removed) this.tracked.removeFolder(folder);
    this.#publisher.schedule(0);
  }

  /** Takes note of a document that was opened or edited. */
  documentChanged(document: TextDocument): void {
    const { uri, languageId } = document;
    if (!isTracked(uri, languageId)) return;
    const known = normalizeUri(uri);
    const isOpen = this.context.workspace.openUris.includes(known);
    this.#spellings.set(known, uri);
    this.context.workspace.setDocument(known, document.getText());
    // A document that was just opened is judged at once; typing waits for a pause.
    if (isOpen) this.#publisher.schedule();
    else this.#publisher.schedule(0);
  }

  /** Takes note of a document that was closed; its file may be another than it was when it was opened. */
  documentClosed({ uri, languageId }: TextDocument): void {
    if (!isTracked(uri, languageId)) return;
    this.context.workspace.closeDocument(uri);
    this.context.workspace.fileChanged(uri);
    this.#publisher.schedule(0);
  }

  /** Takes note of files and folders that have changed, come or gone on disk. */
  async filesChanged(events: readonly FileEvent[]): Promise<void> {
    const { workspace } = this.context;
    let matters = false;
    for (const { uri, type } of events) {
      const changed = await this.#concerned(normalizeUri(uri), type);
      for (const known of changed) workspace.fileChanged(known);
      matters ||= changed.length > 0;
    }
    if (!matters) return;
    this.tracked.rescan();
    this.#publisher.schedule();
  }

  /** Stops publishing. */
  dispose(): void {
    this.#publisher.dispose();
  }

  /** The files that an event is about: itself, or all that is known below a folder that has gone. */
  async #concerned(uri: string, type: FileChangeType): Promise<string[]> {
    // Also what is open: its text counts as it stands in the editor, but a client may call it changed that it has come.
    if (isManuscript(uri) || isConfigFile(uri)) return [uri];
    if (type === FileChangeType.Changed) return [];
    if (type === FileChangeType.Created) return HAS_EXTENSION.test(uri) ? [] : [uri];
    const below = await this.tracked.filesBelow(uri);
    return below.length > 0 ? [uri, ...below] : [];
  }
}

/** What is created with one of these at its end is a file, and none of ours. */
const HAS_EXTENSION = /\.[A-Za-z0-9]{1,10}$/;

/** For a client that reads no files: only open documents are known. */
const NO_FILES: FileSystem = {
  readFile: (uri) => Promise.reject(new FileSystemError(uri, 'not-found', 'only open documents')),
  readDirectory: (uri) =>
    Promise.reject(new FileSystemError(uri, 'not-found', 'only open documents')),
};
