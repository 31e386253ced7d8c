import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Connection,
  type Message,
} from 'vscode-languageserver/node';
import { CONNECTION_OPTIONS } from '../../../server/src/lsp/connectionOptions';

/** A message as it is sent (LSP 3.17 §Base Protocol). */
export function sent(message: object): string {
  const content = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

/** A connection as the server makes it, with nothing behind it yet. */
export interface PipedServer {
  readonly server: Connection;
  /** What is written to it arrives in one piece. */
  readonly toServer: PassThrough;
  /** Calls back for each message of the server. */
  readonly onMessage: (take: (message: Message) => void) => void;
}

/** Makes one; it ends with the test. */
export function pipedServer(): PipedServer {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    CONNECTION_OPTIONS,
  );
  onTestFinished(() => {
    server.dispose();
  });
  return {
    server,
    toServer,
    onMessage: (take) => new StreamMessageReader(toClient).listen(take),
  };
}
