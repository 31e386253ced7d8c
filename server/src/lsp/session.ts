import {
  FileChangeType,
  MessageType,
  ShowMessageNotification,
  type Connection,
  type FileEvent,
  type InitializeParams,
  type ShowMessageParams,
} from 'vscode-languageserver';
import { RecentReferences } from '../core/features/completion/recentReferences';
import type { FileSystem, Logger } from '../core/ports';
import { FileSystemError } from '../core/ports';
import { isConfigFile, isManuscript, normalizeUri, Workspace } from '../core/project';
import { CHANGED } from '../shared/protocol';
import { bySchemeFileSystem, clientFileSystem } from './clientFileSystem';
import { readSupport } from './clientSupport';
import { readCompletionSupport } from './completionSupport';
import type { Context } from './context';
import { DiagnosticsPublisher } from './diagnostics';
import { FarReadings } from './farReading';
import { readFolders, readOptions } from './fromProto';
import { Judge } from './judge';
import { OpenDocuments } from './openDocuments';
import { slices } from './pace';
import type { Platform } from './platform';
import { Progress } from './progress';
import { Refreshes } from './refreshes';
import { ruleLink } from './ruleLink';
import { Settings } from './settings';
import { SupportingRegistration } from './supportingRegistration';
import { TokenAnswers } from './capabilities/semanticTokens';
import { TrackedProjects } from './tracked';

/** Longer than between two letters, and short enough that an answer seems to come at once. */
const DEBOUNCE = 200;

/** One client's documents and projects, from initialization to shutdown. */
export class Session {
  readonly context: Context;
  readonly tracked: TrackedProjects;
  readonly judge: Judge;
  readonly documents: OpenDocuments;
  readonly refreshes: Refreshes;
  readonly tokens = new TokenAnswers();
  /** Requests wait for this: before it, the folders of the client are not known. */
  readonly ready: Promise<void>;

  readonly #publisher: DiagnosticsPublisher;
  readonly #supporting: SupportingRegistration;
  readonly #folders: readonly string[];
  #isReady: () => void = () => undefined;

  constructor(
    connection: Connection,
    { files, readPdf }: Pick<Platform, 'files' | 'readPdf'>,
    params: InitializeParams,
    logger: Logger,
  ) {
    const options = readOptions(params.initializationOptions);
    const pace = slices();
    const others = options.readsFiles ? clientFileSystem(connection, pace) : NO_FILES;
    const { debounce = DEBOUNCE } = options;
    const progress = new Progress(connection);
    const workspace = new Workspace(files ? bySchemeFileSystem(files, others) : others, {
      pace,
      ...(readPdf ? { readPdf } : {}),
      onRead: (read, all) => progress.files('read', read, all),
      onExternalRead: (uri, isThere) => {
        if (isThere) this.#supporting.add(uri);
        this.#publisher.touched(uri);
        this.#publisher.recheck();
      },
      calm: () =>
        new Promise((resolve) => {
          setTimeout(resolve, debounce);
        }),
    });
    this.#supporting = new SupportingRegistration(connection, params.capabilities, logger);
    const readings = new FarReadings((uri) => workspace.openDocument(uri));
    this.documents = new OpenDocuments(workspace, logger, {
      opened: (uri) => this.#publisher.changed(uri),
      editing: (uri, range) => readings.editing(uri, range),
      edited: (uri, lines) => this.#publisher.edited(uri, lines),
      closed: (uri) => {
        readings.editing(uri);
        this.refreshes.closed(uri);
        this.tokens.closed(uri);
        this.#publisher.changed(uri);
      },
    });
    this.context = {
      workspace,
      logger,
      spelling: (uri) => this.documents.spelling(uri),
      version: (uri) => this.documents.version(uri),
      support: readSupport(params.capabilities, options),
      completion: readCompletionSupport(params.capabilities, options),
      tell: (message) => {
        const params: ShowMessageParams = { type: MessageType.Warning, message };
        void connection.sendNotification(ShowMessageNotification.type, params);
      },
      recent: new RecentReferences(),
      settings: new Settings(connection, params.capabilities, logger),
    };
    this.refreshes = new Refreshes(connection, this.context);
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
      pace,
      progress,
      readings,
      versionOf: (uri) => this.documents.version(uri),
      documentation: (rule) => ruleLink(options.rulesDocumentation, rule),
      debounce,
      onChecked: () => {
        void connection.sendNotification(CHANGED);
        void this.refreshes.check();
      },
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

  /** Takes note of files and folders that have changed, come or gone on disk. */
  async filesChanged(events: readonly FileEvent[]): Promise<void> {
    const { workspace } = this.context;
    let matters = false;
    let isElsewhere = false;
    for (const { uri, type } of events) {
      const changed = await this.#concerned(normalizeUri(uri), type);
      for (const known of changed) {
        workspace.fileChanged(known, type === FileChangeType.Changed);
        this.#publisher.touched(known);
        // An open document that is saved says nothing new: its author may be in the middle of a fence.
        isElsewhere ||= this.documents.version(known) === undefined;
      }
      matters ||= changed.length > 0;
    }
    if (!matters) return;
    this.tracked.rescan();
    if (isElsewhere) this.#publisher.schedule();
    else this.#publisher.recheck();
  }

  /** Takes note of settings that have changed, or that a client sends along which cannot be asked. */
  settingsChanged(settings: unknown): void {
    this.context.settings.changed(settings);
    this.refreshes.askForHints();
  }

  /** Stops publishing. */
  dispose(): void {
    this.#publisher.dispose();
    this.#supporting.dispose();
  }

  /** The files that an event is about: itself, or all that is known below a folder that has gone. */
  async #concerned(uri: string, type: FileChangeType): Promise<string[]> {
    // Also what is open: its text counts as it stands in the editor, but a client may call it changed that it has come.
    if (isManuscript(uri) || isConfigFile(uri)) return [uri];
    if (this.context.workspace.asksFor(uri)) {
      const below = type === FileChangeType.Deleted ? await this.tracked.filesBelow(uri) : [];
      return [uri, ...below];
    }
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
