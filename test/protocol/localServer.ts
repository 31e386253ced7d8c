import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type FileChangeType,
  type ProtocolConnection,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { FileSystem } from '../../server/src/core/ports';
import { CONNECTION_OPTIONS } from '../../server/src/lsp/connectionOptions';
import { startServer } from '../../server/src/lsp/server';
import { CHANGED } from '../../server/src/shared/protocol';

/** How a test's server is started. */
export interface LocalServerOptions {
  readonly files?: FileSystem;
  /** More parameters of `initialize`. */
  readonly params?: object;
  readonly capabilities?: ClientCapabilities;
}

/** The server in the test's own process, and a client that speaks the protocol with it. */
export class LocalServer {
  readonly connection: ProtocolConnection;
  /** What was last published for each file, as the server named it. */
  readonly published = new Map<string, readonly Diagnostic[]>();
  readonly versions = new Map<string, number | undefined>();
  /** What the server wrote into the log. */
  readonly log: string[] = [];
  #checks = 0;
  #version = 1;

  private constructor(files: FileSystem | undefined) {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = createConnection(
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
      CONNECTION_OPTIONS,
    );
    startServer(server, { version: '0', ...(files ? { files } : {}) });
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.set(params.uri, params.diagnostics);
      this.versions.set(params.uri, params.version);
    });
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
    });
    this.connection.onNotification(CHANGED, () => {
      this.#checks++;
    });
    this.connection.listen();
  }

  static async start({ files, params, capabilities }: LocalServerOptions = {}) {
    const local = new LocalServer(files);
    await local.connection.sendRequest(InitializeRequest.method, {
      processId: null,
      capabilities: capabilities ?? {},
      initializationOptions: { debounce: 0 },
      ...params,
    });
    await local.connection.sendNotification(InitializedNotification.type, {});
    return local;
  }

  async open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    const textDocument = { uri, languageId, version, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = ++this.#version;
    const textDocument = { uri, version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    const textDocument = { uri };
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  }

  async changed(type: FileChangeType, ...uris: string[]): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: uris.map((uri) => ({ uri, type })),
    });
  }

  /** The rules of a file's diagnostics, sorted. */
  rules(uri: string): string[] {
    return (this.published.get(uri) ?? []).map(({ code }) => String(code)).sort();
  }

  /** Waits until the server has checked at least once and a condition holds; fails after a minute, for a machine may be busy. */
  async until(what: string, condition: () => boolean): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (this.#checks === 0 || !condition()) {
      if (Date.now() > deadline) {
        throw new Error(`never: ${what}; ${JSON.stringify([...this.published], undefined, 1)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Waits until all that was asked for is judged. */
  async settled(): Promise<void> {
    const quiet = 60;
    for (let checks = -1; checks !== this.#checks || checks === 0;) {
      checks = this.#checks;
      await new Promise((resolve) => setTimeout(resolve, quiet));
    }
  }

  dispose(): void {
    this.connection.dispose();
  }
}
