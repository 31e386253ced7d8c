import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver/node';
import { CHANGED, type InitializationOptions } from '../../server/src/shared/protocol';

/** How a test's server is started. */
export interface ClientOptions {
  /** Folders of the window, as URIs. */
  readonly folders?: readonly string[];
  readonly options?: InitializationOptions;
  /** Whether the client takes links for a definition; it does by default. */
  readonly linkSupport?: boolean;
  /** What else the client can do. */
  readonly capabilities?: ClientCapabilities;
  /** What the client answers when it is asked for settings; without it, it cannot be asked. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The program and its arguments; the built server by default. */
  readonly command?: readonly string[];
  /** Told of everything that is published. */
  readonly onPublished?: (params: PublishDiagnosticsParams) => void;
  /** Told of all progress; without it, the client does not show any. */
  readonly onProgress?: (
    value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd,
  ) => void;
}

const SERVER: readonly string[] = [process.execPath, 'dist/server.js'];

/** A language client of the plainest kind, which talks to the built server over standard input and output. */
export class StdioClient {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  #checks = 0;
  #settings: Readonly<Record<string, unknown>>;
  #result: InitializeResult | undefined;

  private constructor({ command = SERVER, onPublished, onProgress, settings }: ClientOptions) {
    this.#settings = settings ?? {};
    const [program = process.execPath, ...args] = command;
    this.#process = spawn(program, args, { stdio: 'pipe' });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#published.set(params.uri, params);
      onPublished?.(params);
    });
    this.connection.onNotification(CHANGED, () => {
      this.#checks++;
      for (const wake of this.#waiting) wake();
    });
    this.connection.onRequest(RegistrationRequest.type, () => undefined);
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => this.#settings[section ?? ''] ?? null),
    );
    this.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      this.connection.onProgress(WorkDoneProgress.type, token, (value) => onProgress?.(value));
    });
    this.connection.listen();
  }

  /** Starts a server and initializes it. */
  static async start(options: ClientOptions = {}): Promise<StdioClient> {
    const client = new StdioClient(options);
    client.#result = await client.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      capabilities: {
        textDocument: {
          definition: { linkSupport: options.linkSupport ?? true },
          ...options.capabilities?.textDocument,
        },
        workspace: {
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          ...(options.settings ? { configuration: true } : {}),
          ...options.capabilities?.workspace,
        },
        ...(options.onProgress ? { window: { workDoneProgress: true } } : {}),
      },
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
      initializationOptions: { debounce: 0, ...options.options },
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  /** What the server said at the start. */
  get result(): InitializeResult {
    if (!this.#result) throw new Error('the server is not initialized');
    return this.#result;
  }

  /** Raw bytes to the server, beside the protocol. */
  write(bytes: string): void {
    this.#process.stdin.write(bytes);
  }

  /** Opens a document. */
  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Replaces a range of an open document, or all of it. */
  async change(uri: string, text: string, range?: Range): Promise<void> {
    const version = (this.#versions.get(uri) ?? 1) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [range ? { range, text } : { text }],
    });
  }

  /** Changes the settings and tells the server that they have changed. */
  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    this.#settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
  }

  /** Closes a document. */
  async close(uri: string): Promise<void> {
    const textDocument = { uri };
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  }

  /** What was last published for a file. */
  published(uri: string): PublishDiagnosticsParams | undefined {
    return this.#published.get(uri);
  }

  /** The diagnostics of a file once they satisfy a condition; fails after ten seconds and says what there was. */
  async diagnosticsWhen(
    uri: string,
    condition: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    const current = () => this.published(uri)?.diagnostics ?? [];
    const deadline = Date.now() + 10_000;
    while (this.#checks === 0 || !condition(current())) {
      const left = deadline - Date.now();
      if (left <= 0) {
        throw new Error(`never came about; last: ${JSON.stringify(current(), undefined, 1)}`);
      }
      await this.#nextCheck(left);
    }
    return current();
  }

  /** The rules of the diagnostics of a file, sorted, once they satisfy a condition. */
  async rulesWhen(
    uri: string,
    condition: (rules: readonly string[]) => boolean,
  ): Promise<readonly string[]> {
    const rules = (diagnostics: readonly Diagnostic[]) =>
      diagnostics.map(({ code }) => String(code)).sort();
    return rules(await this.diagnosticsWhen(uri, (list) => condition(rules(list))));
  }

  /** Parameters of the many requests that ask about a position. */
  at(uri: string, position: Position) {
    return { textDocument: { uri }, position };
  }

  /** Ends the server; safe to call twice. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.killed) return;
    const ended = once(this.#process, 'exit');
    await Promise.race([
      this.connection.sendRequest(ShutdownRequest.type).catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
    ]);
    this.connection.dispose();
    this.#process.kill();
    await ended;
  }

  async #nextCheck(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      // Diagnostics are published before the check is announced, but a test may ask in between.
      const timer = setTimeout(wake, Math.min(milliseconds, 200));
      this.#waiting.add(wake);
    });
  }
}
