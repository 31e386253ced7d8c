import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import packageJson from '../../package.json';
import { CONNECTION_OPTIONS, startServer } from './lsp/server';

// In a web worker everything is read through the client.
const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
  CONNECTION_OPTIONS,
);
startServer(connection, { version: packageJson.version });
