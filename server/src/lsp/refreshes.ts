import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import { lensesOf } from '../core/features/reading/lenses';
import type { Logger } from '../core/ports';
import type { Workspace } from '../core/project';
import { describe } from './logger';

/**
 * Tells the client to ask again for what it shows in the text, where an edit elsewhere has changed that. For edits of the
 * document itself it asks by itself.
 */
export class Refreshes {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #logger: Logger;
  readonly #canRefresh: boolean;
  /** What was answered, by the document. */
  readonly #lenses = new Map<string, readonly unknown[]>();

  constructor(connection: Connection, workspace: Workspace, logger: Logger, canRefresh: boolean) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.#logger = logger;
    this.#canRefresh = canRefresh;
  }

  /** Takes note of what was answered about a document. */
  noteLenses(uri: string, lenses: readonly unknown[]): void {
    if (this.#canRefresh) this.#lenses.set(uri, lenses);
  }

  /** A document was closed. */
  closed(uri: string): void {
    this.#lenses.delete(uri);
  }

  /** Looks whether what was answered still holds. */
  async check(): Promise<void> {
    for (const [uri, lenses] of [...this.#lenses]) {
      const project = await this.#workspace.projectOf(uri);
      if (lensesOf(project, uri) === lenses || this.#lenses.get(uri) !== lenses) continue;
      this.#lenses.clear();
      this.#connection
        .sendRequest(CodeLensRefreshRequest.type)
        .catch((error: unknown) =>
          this.#logger.warn(`lenses stay as they are: ${describe(error)}`),
        );
      return;
    }
  }
}
