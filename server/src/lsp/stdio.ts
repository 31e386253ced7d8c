import process from 'node:process';
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import packageJson from '../../../package.json';
import { nodeFileSystem } from '../platform/nodeFileSystem';
import { startServer } from './server';

/** Serves one client over standard input and output; resolves when the client has gone. */
export function startStdioServer(): Promise<void> {
  // Standard output belongs to the protocol: what a library prints must not get into it.
  console.log = console.info = console.debug = console.error;
  const connection = createConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  startServer(connection, { files: nodeFileSystem, version: packageJson.version });
  return new Promise((resolve) => {
    connection.onExit(resolve);
    process.stdin.once('close', resolve);
  });
}
