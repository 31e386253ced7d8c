import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import packageJson from '../../package.json';
import { startServer } from './lsp/server';

// In a web worker everything is read through the client.
const worker = self as unknown as DedicatedWorkerGlobalScope;
startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), {
  version: packageJson.version,
});
