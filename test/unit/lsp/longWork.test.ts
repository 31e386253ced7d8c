import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { CONNECTION_OPTIONS } from '../../../server/src/lsp/connectionOptions';
import { untilMessagesAreIn } from '../../../server/src/lsp/pace';

/** A message as it is sent (LSP 3.17 §Base Protocol). */
function sent(message: object): string {
  const content = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** A server whose long work waits for messages, whose light work does not, and which takes time over each edit. */
function started() {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    CONNECTION_OPTIONS,
  );
  onTestFinished(() => {
    server.dispose();
  });
  const done: string[] = [];
  server.onRequest('long', async ({ what }: { what: string }) => {
    await untilMessagesAreIn();
    done.push(what);
    // What is typed meanwhile.
    toServer.write(sent({ id: `light after ${what}`, method: 'light', params: { what } }));
    busy(20);
  });
  server.onRequest('light', ({ what }: { what: string }) => {
    done.push(`light after ${what}`);
  });
  server.onNotification('edit', () => busy(4));
  server.listen();
  const answered = new Set<unknown>();
  new StreamMessageReader(toClient).listen((answer) => {
    if ('id' in answer) answered.add(answer.id);
  });
  return { toServer, done, answered };
}

test('what takes long is not begun before the edits and the lighter questions behind it are taken up', async () => {
  const { toServer, done, answered } = started();
  const edits = Array.from({ length: 6 }, () => sent({ method: 'edit', params: {} }));
  toServer.write(
    sent({ id: 1, method: 'long', params: { what: 'first' } }) +
      edits.join('') +
      sent({ id: 2, method: 'light', params: { what: 'edits' } }),
  );
  await expect.poll(() => answered.size).toBe(3);
  expect(done).toEqual(['light after edits', 'first', 'light after first']);
});

test('of two that take long, the second waits until what came during the first is answered', async () => {
  const { toServer, done, answered } = started();
  toServer.write(
    sent({ id: 1, method: 'long', params: { what: 'first' } }) +
      sent({ id: 2, method: 'long', params: { what: 'second' } }),
  );
  await expect.poll(() => answered.size).toBe(4);
  expect(done).toEqual(['first', 'light after first', 'second', 'light after second']);
});
