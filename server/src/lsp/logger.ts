import type { Connection } from 'vscode-languageserver';
import type { Logger } from '../core/ports';

/** How many messages are remembered. */
const MEMORY = 200;

/**
 * Reports to the client's log (LSP 3.17 §window/logMessage). What fails at one keystroke fails at the next: the same
 * message is not said again before many others were.
 */
export function connectionLogger({ console }: Pick<Connection, 'console'>): Logger {
  const said = new Set<string>();
  const isNew = (message: string): boolean => {
    if (said.has(message)) return false;
    if (said.size >= MEMORY) said.clear();
    said.add(message);
    return true;
  };
  return {
    info: (message) => {
      if (isNew(message)) console.info(message);
    },
    warn: (message) => {
      if (isNew(message)) console.warn(message);
    },
    error: (message) => {
      if (isNew(message)) console.error(message);
    },
  };
}

/** What went wrong, with the stack where there is one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
