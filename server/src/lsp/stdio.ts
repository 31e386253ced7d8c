import process from 'node:process';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { nodeFileSystem } from '../platform/nodeFileSystem';
import { readPdfInThread } from '../platform/nodePdf';
import { CONNECTION_OPTIONS } from './connectionOptions';
import { describe } from './logger';
import type { startServer } from './server';

/**
 * Serves one client over standard input and output. The process ends with the client: at `exit` (LSP 3.17 §exit: with
 * 0 after `shutdown`, else with 1), when standard input is closed, or when the client's process has gone.
 */
export function startStdioServer(serve: typeof startServer): Promise<never> {
  // Standard output belongs to the protocol: what a library prints must not get into it.
  console.log = console.info = console.debug = console.error;
  // What nobody waited for is worth a line in the log, not the author's session.
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error: unknown) => {
      if (isBrokenPipe(error)) process.exit(1);
      console.error(describe(error));
    });
  }
  const connection = createConnection(process.stdin, process.stdout, CONNECTION_OPTIONS);
  serve(connection, { files: nodeFileSystem, readPdf: readPdfInThread, version });
  return new Promise<never>(() => undefined);
}

/** Whether nobody reads any more what is written. */
function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
