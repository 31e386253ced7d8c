import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { afterEach, describe, expect, test } from 'vitest';

let server: ChildProcessWithoutNullStreams;

afterEach(() => {
  server.kill('SIGKILL');
});

function start(processId: number | null): void {
  server = spawn(process.execPath, ['dist/server.js'], { stdio: 'pipe' });
  send({ id: 1, method: 'initialize', params: { processId, rootUri: null, capabilities: {} } });
}

function send(message: object): void {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** Waits until the server has answered a request, and gives what it has written until then. */
async function answered(id: number): Promise<string> {
  let written = '';
  while (!written.includes(`"id":${id}`)) {
    const [chunk] = (await once(server.stdout, 'data')) as [Buffer];
    written += chunk.toString();
  }
  return written;
}

async function exitCode(): Promise<number | null> {
  if (server.exitCode !== null) return server.exitCode;
  const [code] = (await once(server, 'exit')) as [number | null];
  return code;
}

describe('the server ends', () => {
  test('with 0 at exit after shutdown', async () => {
    start(process.pid);
    await answered(1);
    send({ id: 2, method: 'shutdown' });
    await answered(2);
    send({ method: 'exit' });
    expect(await exitCode()).toBe(0);
  });

  test('with 1 at exit without shutdown', async () => {
    start(process.pid);
    await answered(1);
    send({ method: 'exit' });
    expect(await exitCode()).toBe(1);
  });

  test('when its client closes the connection without a word', async () => {
    start(process.pid);
    await answered(1);
    server.stdin.end();
    expect(await exitCode()).toBe(1);
  });

  test('when its client’s process has gone', async () => {
    const client = spawn(process.execPath, ['-e', '']);
    await once(client, 'exit');
    start(client.pid ?? 0);
    expect(await exitCode()).toBe(1);
  });
});

test('before it is initialized, the server refuses to answer', async () => {
  server = spawn(process.execPath, ['dist/server.js'], { stdio: 'pipe' });
  send({ id: 7, method: 'warrant/outline', params: {} });
  expect(await answered(7)).toContain('"code":-32002');
});
