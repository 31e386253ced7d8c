import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HoverRequest, type Diagnostic } from 'vscode-languageserver/node';
import { StdioClient } from '../tools/stdioClient';

let client: StdioClient;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'warrant-survival-'));
});

afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

const healthy = 'untitled:Healthy';

/** The server is alive when it still finds what it should. */
async function expectAlive(): Promise<void> {
  await client.open(healthy, '[Trust grew]{.claim #c-trust}.\n');
  const rules = await client.rulesWhen(healthy, (list) => list.length > 0);
  expect(rules).toEqual(['unsupported-finding']);
}

describe('the server survives', () => {
  test.each([
    ['a message that is not JSON', 'Content-Length: 9\r\n\r\n{"jsonrpc'],
    ['a message that is no request', 'Content-Length: 2\r\n\r\n[]'],
    ['an unknown method', frame({ jsonrpc: '2.0', id: 99, method: 'warrant/nonsense' })],
    ['parameters of the wrong shape', frame(request('textDocument/hover', { textDocument: 7 }))],
    ['parameters that are missing', frame(request('warrant/tagSelection', undefined))],
    ['a position far outside', frame(request('textDocument/hover', farAway()))],
    ['a change of a document that is not open', frame(changeOfUnknown())],
  ])('%s', async (_, bytes) => {
    client = await StdioClient.start();
    client.write(bytes);
    await expectAlive();
  });

  test.each([
    ['NUL bytes', '\0'.repeat(10_000)],
    ['10,000 nested brackets', `${'['.repeat(10_000)}x${']'.repeat(10_000)}{.claim}`],
    ['a span of 10,000 characters', `[${'word '.repeat(2_000)}]{.claim #c-long}`],
    ['lone surrogates', '[\ud800 and \udc00]{.claim #c-\ud800}'],
    ['unclosed everything', '::: {.claim\n[a]{.b `$$ <!-- ```\n---\nwarrant: ['],
    ['YAML that is broken', '---\nwarrant: {stage: [\n---\n\n[x]{.claim #c-x}\n'],
    ['YAML whose aliases explode', `---\nwarrant:\n${bomb()}---\n\ntext\n`],
    ['five megabytes', 'A line of a very long manuscript.\n'.repeat(150_000)],
  ])('a document of %s', async (_, text) => {
    client = await StdioClient.start();
    await client.open('untitled:Hostile', text);
    await client.connection.sendRequest(
      HoverRequest.type,
      client.at('untitled:Hostile', { line: 0, character: 3 }),
    );
    await expectAlive();
  });

  test('a configuration that cannot be read, and says where', async () => {
    const config = path.join(folder, 'warrant.yaml');
    await writeFile(
      config,
      'manuscript: [paper.md]\nstages: draft\nrules: {unsuported-finding: off}\n',
    );
    await writeFile(path.join(folder, 'paper.md'), 'Text.\n');
    client = await StdioClient.start({ folders: [pathToFileURL(folder).toString()] });
    const diagnostics = await client.diagnosticsWhen(
      pathToFileURL(config).toString(),
      (list) => list.length === 2,
    );
    expect(diagnostics.map(({ message }) => textOf(message)).join('\n')).toMatch(
      /“stages”.*did you mean stage\?[^]*unsupported-finding/,
    );
    await expectAlive();
  });

  test('files that are listed and not there', async () => {
    await writeFile(path.join(folder, 'warrant.yaml'), 'manuscript: [gone.md, "chapters/*.md"]\n');
    const uri = pathToFileURL(folder).toString();
    client = await StdioClient.start({ folders: [uri] });
    const diagnostics = await client.diagnosticsWhen(
      `${uri}/warrant.yaml`,
      (list) => list.length === 2,
    );
    expect(diagnostics.map(({ message }) => textOf(message)).sort()).toEqual([
      'gone.md: there is no such file',
      'no Markdown file matches “chapters/*.md”',
    ]);
    await expectAlive();
  });
});

test('the same server runs by `warrant lsp --stdio`', async () => {
  client = await StdioClient.start({
    command: [process.execPath, 'dist/cli.js', 'lsp', '--stdio'],
  });
  expect(client.result.serverInfo?.name).toBe('warrant');
  await expectAlive();
});

function textOf(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}

function frame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function request(method: string, params: unknown): object {
  return { jsonrpc: '2.0', id: 'raw', method, params };
}

function farAway(): object {
  return { textDocument: { uri: 'untitled:Nowhere' }, position: { line: 1e9, character: -5 } };
}

function changeOfUnknown(): object {
  const textDocument = { uri: 'untitled:Unknown', version: 3 };
  const params = { textDocument, contentChanges: [{ text: 'x' }] };
  return { jsonrpc: '2.0', method: 'textDocument/didChange', params };
}

/** Nine levels of ten aliases each: a thousand million nodes, if they were all unfolded. */
function bomb(): string {
  const levels = ['  a0: &a0 [x, x]'];
  for (let level = 1; level < 9; level++) {
    const aliases = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ');
    levels.push(`  a${level}: &a${level} [${aliases}]`);
  }
  return `${levels.join('\n')}\n`;
}
