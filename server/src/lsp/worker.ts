import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { CONNECTION_OPTIONS } from './connectionOptions';
import type { startServer } from './server';
import { readPdfInWorker } from './workerPdf';

/** Serves who has started this web worker. Everything is read through the client. */
export function startWorkerServer(serve: typeof startServer): void {
  const worker = self as unknown as DedicatedWorkerGlobalScope;
  const connection = createConnection(
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
    CONNECTION_OPTIONS,
  );
  serve(connection, { readPdf: readPdfInWorker(connection), version });
}
