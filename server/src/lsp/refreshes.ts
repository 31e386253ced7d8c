import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  type Connection,
} from 'vscode-languageserver';
import { inlayHints, type InlayHint } from '../core/features/reading/inlayHints';
import { lensesOf } from '../core/features/reading/lenses';
import type { TextRange } from '../core/text/range';
import type { Context } from './context';
import { describe } from './logger';

/** The hints that were answered for a part of a document, and the version that this was about. */
interface KnownHints {
  readonly version: number | undefined;
  readonly part: TextRange;
  readonly labels: string;
}

/** So many parts of a document are in view at once, at most. */
const PARTS = 4;

/**
 * Tells the client to ask again for what it shows in the text, where an edit elsewhere has changed that. For edits of the
 * document itself it asks by itself.
 */
export class Refreshes {
  readonly #connection: Connection;
  readonly #context: Context;
  /** What was answered, by the document. */
  readonly #lenses = new Map<string, readonly unknown[]>();
  readonly #hints = new Map<string, readonly KnownHints[]>();

  constructor(connection: Connection, context: Context) {
    this.#connection = connection;
    this.#context = context;
  }

  /** Takes note of the lenses that were answered about a document. */
  noteLenses(uri: string, lenses: readonly unknown[]): void {
    if (this.#context.support.refreshesLenses) this.#lenses.set(uri, lenses);
  }

  /** Takes note of the hints that were answered about a part of a document. */
  noteHints(uri: string, part: TextRange, hints: readonly InlayHint[]): void {
    if (!this.#context.support.refreshesHints) return;
    const version = this.#context.version(uri);
    const before = (this.#hints.get(uri) ?? []).filter((one) => one.version === version);
    const latest = { version, part, labels: labelsOf(hints) };
    this.#hints.set(uri, [...before, latest].slice(-PARTS));
  }

  /** A document was closed. */
  closed(uri: string): void {
    this.#lenses.delete(uri);
    this.#hints.delete(uri);
  }

  /** Looks whether what was answered still holds. */
  async check(): Promise<void> {
    await this.#checkLenses();
    await this.#checkHints();
  }

  /** Has all hints asked for again. */
  askForHints(): void {
    this.#hints.clear();
    if (!this.#context.support.refreshesHints) return;
    this.#connection
      .sendRequest(InlayHintRefreshRequest.type)
      .catch((error: unknown) => this.#warn('hints', error));
  }

  async #checkLenses(): Promise<void> {
    for (const [uri, lenses] of [...this.#lenses]) {
      const project = await this.#context.workspace.projectOf(uri);
      if (lensesOf(project, uri) === lenses || this.#lenses.get(uri) !== lenses) continue;
      this.#lenses.clear();
      this.#connection
        .sendRequest(CodeLensRefreshRequest.type)
        .catch((error: unknown) => this.#warn('lenses', error));
      return;
    }
  }

  async #checkHints(): Promise<void> {
    for (const [uri, parts] of [...this.#hints]) {
      const project = await this.#context.workspace.projectOf(uri);
      const version = this.#context.version(uri);
      const isStale = parts.some(
        (known) =>
          // After an edit, the client has asked again or is about to.
          known.version === version &&
          labelsOf(inlayHints(project, uri, known.part)) !== known.labels,
      );
      if (!isStale) continue;
      this.askForHints();
      return;
    }
  }

  #warn(what: string, error: unknown): void {
    this.#context.logger.warn(`${what} stay as they are: ${describe(error)}`);
  }
}

function labelsOf(hints: readonly InlayHint[]): string {
  return JSON.stringify(hints.map(({ at, label }) => [at, label]));
}
