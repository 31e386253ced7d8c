import { expect, onTestFinished, test } from 'vitest';
import { untilMessagesAreIn } from '../../../server/src/lsp/pace';
import { pipedServer, sent } from './pipedServer';

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** A server whose long work waits for messages, whose light work does not, and which takes time over each edit. */
function started() {
  const { server, toServer, onMessage } = pipedServer();
  const done: string[] = [];
  server.onRequest('long', async ({ what }: { what: string }) => {
    await untilMessagesAreIn(() => false);
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
  onMessage((answer) => {
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

test('a flood of messages puts off what takes long, and does not prevent it', async () => {
  const { toServer, done } = started();
  toServer.write(sent({ id: 1, method: 'long', params: { what: 'first' } }));
  const flood = setInterval(() => toServer.write(sent({ method: 'edit', params: {} })));
  onTestFinished(() => {
    clearInterval(flood);
  });
  await expect.poll(() => done, { timeout: 5000 }).toContain('first');
});

test('who waits for nothing any more holds nobody up', async () => {
  const over = Array.from({ length: 300 }, () => untilMessagesAreIn(() => true));
  let turns = 0;
  const count = setInterval(() => turns++);
  await Promise.all(over);
  clearInterval(count);
  expect(turns).toBeLessThan(10);
});
