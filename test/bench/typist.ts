import {
  CancellationTokenSource,
  CodeActionTriggerKind,
  CompletionTriggerKind,
  LSPErrorCodes,
  ResponseError,
  type Position,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../../server/src/core/text/textEdit';
import { StdioClient, type ClientOptions } from '../tools/stdioClient';

/** Milliseconds until the server answered, and how. */
export interface Answer {
  readonly milliseconds: number;
  readonly isCancelled: boolean;
}

/** How long an answer is waited for before the measurement is given up, in milliseconds. */
const PATIENCE = 120_000;

/** How a client says that it resolves code actions (LSP 3.17 §textDocument/codeAction). */
const RESOLVES = { dataSupport: true, resolveSupport: { properties: ['edit'] } };

/** A client that types into one document and looks at the clock. */
export class Typist {
  readonly #client: StdioClient;
  readonly #uri: string;
  readonly #document: TextDocument;
  readonly #waiting: Waiting;
  #version = 1;

  private constructor(client: StdioClient, uri: string, text: string, waiting: Waiting) {
    this.#client = client;
    this.#uri = uri;
    this.#waiting = waiting;
    // Every edit is taken back, so that the places in the text stay what they are.
    this.#document = TextDocument.create(uri, 'markdown', 1, text);
  }

  /** Starts a server and opens a document. */
  static async open(uri: string, text: string, options: ClientOptions = {}): Promise<Typist> {
    const waiting = new Waiting();
    const client = await StdioClient.start({
      // As VS Code does, which has the edit of an action worked out when its user chooses it.
      capabilities: { textDocument: { codeAction: RESOLVES } },
      ...options,
      onPublished: (params) => {
        waiting.notice(params);
        options.onPublished?.(params);
      },
    });
    await client.open(uri, text);
    return new Typist(client, uri, text, waiting);
  }

  get text(): string {
    return this.#document.getText();
  }

  /** Milliseconds until diagnostics of the open document have come. */
  async untilPublished(): Promise<number> {
    const start = performance.now();
    await this.#waiting.untilVersion(this.#uri, this.#version);
    return performance.now() - start;
  }

  /** Edits the document; the places are those of the text as it was opened. */
  async edit({ range, newText }: TextEdit): Promise<void> {
    this.#version++;
    await this.#client.change(this.#uri, newText, {
      start: this.#document.positionAt(range.start),
      end: this.#document.positionAt(range.end),
    });
  }

  /** Takes back what was inserted on one line. */
  async takeBack({ range: { start }, newText }: TextEdit): Promise<void> {
    const from = this.#document.positionAt(start);
    const lines = newText.split('\n');
    const last = lines.at(-1) ?? '';
    const to: Position =
      lines.length === 1
        ? { line: from.line, character: from.character + last.length }
        : { line: from.line + lines.length - 1, character: last.length };
    this.#version++;
    await this.#client.change(this.#uri, '', { start: from, end: to });
  }

  /**
   * Asks about a place; the answer comes later, or sooner where the question is cancelled.
   * @param behind how far it is behind the offset, on the same line, in what has been typed there
   */
  ask(method: string, offset: number, behind = 0): Question {
    const { line, character } = this.#document.positionAt(offset);
    const position = { line, character: character + behind };
    const textDocument = { uri: this.#uri };
    const range = { start: position, end: position };
    // VS Code asks for code actions at each place where the caret comes to rest.
    const triggerKind =
      method === 'textDocument/codeAction'
        ? CodeActionTriggerKind.Automatic
        : CompletionTriggerKind.Invoked;
    const context = { diagnostics: [], triggerKind };
    const params = { textDocument, position, range, context };
    const source = new CancellationTokenSource();
    const start = performance.now();
    const taken = (isCancelled: boolean) => ({
      milliseconds: performance.now() - start,
      isCancelled,
    });
    const answer = this.#client.connection.sendRequest(method, params, source.token).then(
      () => taken(false),
      (error: unknown) => {
        if (!isCancellation(error)) throw error;
        return taken(true);
      },
    );
    return { answer, cancel: () => source.cancel() };
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    await this.#client.stop();
  }
}

/** A question that is not answered yet. */
export interface Question {
  readonly answer: Promise<Answer>;
  cancel(): void;
}

function isCancellation(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
}

/** Who waits for diagnostics of which version of which document. */
class Waiting {
  readonly #versions = new Map<string, number>();
  #wake: () => void = () => undefined;

  notice({ uri, version }: PublishDiagnosticsParams): void {
    if (version !== undefined) this.#versions.set(uri, version);
    this.#wake();
  }

  async untilVersion(uri: string, version: number): Promise<void> {
    const end = performance.now() + PATIENCE;
    while ((this.#versions.get(uri) ?? 0) < version) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`no diagnostics of version ${version} of ${uri} were published`)),
          end - performance.now(),
        );
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
