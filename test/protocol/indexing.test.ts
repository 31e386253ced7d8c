import { afterEach, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  CodeActionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  LSPErrorCodes,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node';
import { manuscript } from '../bench/texts/manuscript';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';
import { LocalServer } from './localServer';

let server: LocalServer;

afterEach(() => {
  server.dispose();
});

const FILES = 150;

function largeProject(): MemoryFileSystem {
  const files = new MemoryFileSystem({ 'warrant.yaml': 'manuscript: ["*.md"]\n' });
  for (let number = 0; number < FILES; number++) {
    files.write(`c-${number}.md`, manuscript(20_000, { seed: number, prefix: `f${number}-` }));
  }
  files.write('a.md', '[Trust grew]{.claim #c-trust}.\n');
  return files;
}

const a = { uri: `${ROOT}a.md` };

/** Starts a server on a large project and notes what is shown of its progress. */
async function start(): Promise<string[]> {
  const shown: string[] = [];
  server = await LocalServer.start({
    files: largeProject(),
    params: { rootUri: ROOT.slice(0, -1) },
    capabilities: { window: { workDoneProgress: true } },
  });
  server.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    server.connection.onProgress(WorkDoneProgress.type, token, (value) => {
      shown.push(value.kind === 'report' ? (value.message ?? '') : value.kind);
    });
  });
  return shown;
}

test('a hover is answered while a large project is read, and progress is shown and ended', async () => {
  const shown = await start();
  await server.open(a.uri, '[Trust grew]{.claim #c-trust}.\n');
  const hover = await server.connection.sendRequest(HoverRequest.type, {
    textDocument: a,
    position: { line: 0, character: 3 },
  });
  expect(hover).not.toBeNull();
  expect(server.published.size).toBe(0);
  await server.until('all is published', () => server.rules(a.uri).length > 0);
  await server.until('the end of progress', () => shown.at(-1) === 'end');
  expect(shown[0]).toBe('begin');
  expect(shown.some((message) => /\d+ of 151 files/.test(message))).toBe(true);
});

test('what is typed while a large project is read is judged in the end', async () => {
  await start();
  await server.open(a.uri, '[Trust grew]{.claim #c-trust}.\n');
  const at = { line: 1, character: 0 };
  for (let number = 0; number < 5; number++) {
    await server.change(a.uri, {
      range: { start: at, end: at },
      text: `[It grew]{.claim #c-${number}}.\n`,
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await server.until('six claims that nothing supports', () => {
    return server.rules(a.uri).filter((rule) => rule === 'unsupported-finding').length === 6;
  });
});

test('a request that is cancelled is answered so', async () => {
  server = await LocalServer.start();
  await server.open('untitled:A', manuscript(300_000));
  const source = new CancellationTokenSource();
  const asked = server.connection.sendRequest(
    DocumentSymbolRequest.type,
    { textDocument: { uri: 'untitled:A' } },
    source.token,
  );
  source.cancel();
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test('quick fixes for a text that changed while they were worked out are not given', async () => {
  await start();
  await server.open(a.uri, '[Trust grew]{.claim #c-trust}.\n');
  const start0 = { line: 0, character: 0 };
  const range = { start: start0, end: start0 };
  const asked = server.connection.sendRequest(CodeActionRequest.type, {
    textDocument: a,
    range,
    context: { diagnostics: [] },
  });
  await server.change(a.uri, { range, text: 'So ' });
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});
