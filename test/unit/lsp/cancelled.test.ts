import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import {
  createConnection,
  LSPErrorCodes,
  StreamMessageReader,
  StreamMessageWriter,
  type Message,
} from 'vscode-languageserver/node';
import { CONNECTION_OPTIONS } from '../../../server/src/lsp/connectionOptions';

/** A message as it is sent (LSP 3.17 §Base Protocol). */
function sent(message: object): string {
  const content = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

test('a request that is cancelled before its turn comes is answered at once, and never run', async () => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    CONNECTION_OPTIONS,
  );
  onTestFinished(() => {
    server.dispose();
  });
  const run: unknown[] = [];
  server.onRequest('work', ({ what }: { what: string }) => run.push(what));
  server.listen();
  const answers: Message[] = [];
  const all = new Promise<void>((resolve) => {
    new StreamMessageReader(toClient).listen((answer) => {
      if (answers.push(answer) === 2) resolve();
    });
  });
  // In one piece, so that the server knows of the cancellation before it turns to the first request.
  toServer.write(
    sent({ id: 1, method: 'work', params: { what: 'first' } }) +
      sent({ id: 2, method: 'work', params: { what: 'second' } }) +
      sent({ method: '$/cancelRequest', params: { id: 2 } }),
  );
  await all;
  expect(answers).toMatchObject([
    { id: 2, error: { code: LSPErrorCodes.RequestCancelled } },
    { id: 1, result: 1 },
  ]);
  expect(run).toEqual(['first']);
});
