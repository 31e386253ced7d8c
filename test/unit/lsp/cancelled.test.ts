import { expect, test } from 'vitest';
import { LSPErrorCodes, type Message } from 'vscode-languageserver/node';
import { pipedServer, sent } from './pipedServer';

test('a request that is cancelled before its turn comes is answered at once, and never run', async () => {
  const { server, toServer, onMessage } = pipedServer();
  const run: unknown[] = [];
  server.onRequest('work', ({ what }: { what: string }) => run.push(what));
  server.listen();
  const answers: Message[] = [];
  const all = new Promise<void>((resolve) => {
    onMessage((answer) => {
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
