import { afterEach, expect, test } from 'vitest';
import { PublishDiagnosticsNotification } from 'vscode-languageserver/node';
import { LocalServer } from './localServer';

let server: LocalServer;

afterEach(() => {
  server.dispose();
});

const CLAIMS = 200;
/** A fence or comment that is opened in the middle reaches down to where these begin or end. */
const END = '```\ncode\n```\n\n<!-- A comment. -->\n';
const TEXT =
  Array.from(
    { length: CLAIMS },
    (_, number) => `[Trust grew]{.claim #c-${number}}.\n\nSome words between.\n\n`,
  ).join('') + END;

/** Shorter than what is waited for before what changes far away is published, and longer than the debounce. */
const PAUSE = 60;

async function open(): Promise<number[]> {
  server = await LocalServer.start({
    params: { initializationOptions: { debounce: 20, readsFiles: false } },
  });
  const counts: number[] = [];
  server.connection.onNotification(
    PublishDiagnosticsNotification.type,
    ({ diagnostics, ...of }) => {
      server.published.set(of.uri, diagnostics);
      counts.push(diagnostics.length);
    },
  );
  await server.open('untitled:A', TEXT);
  await server.until('all findings', () => counts.at(-1) === CLAIMS);
  return counts;
}

async function type(text: string, line: number): Promise<void> {
  let at = { line, character: 0 };
  for (const character of text) {
    await server.change('untitled:A', { range: { start: at, end: at }, text: character });
    at =
      character === '\n'
        ? { line: at.line + 1, character: 0 }
        : { line: at.line, character: at.character + 1 };
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

test.each([
  ['a fence', '```r\nx <- 1\n```\n'],
  ['a comment', '<!-- so\n-->\n'],
  ['a div', '::: note\nSo.\n:::\n'],
])('%s typed letter by letter makes nothing vanish and appear again', async (_, text) => {
  const counts = await open();
  await type(text, 401);
  await server.settled();
  expect(Math.min(...counts.slice(counts.indexOf(CLAIMS)))).toBeGreaterThan(CLAIMS - 10);
  expect(counts.at(-1)).toBe(CLAIMS);
  const last = server.published.get('untitled:A')?.at(-1);
  const lines = text.split('\n').length - 1;
  expect(last?.range.start.line).toBe((CLAIMS - 1) * 4 + lines);
});

test('a fence that is left open counts when the author writes elsewhere', async () => {
  const counts = await open();
  await type('```\n', 401);
  expect(counts.at(-1)).toBeGreaterThan(CLAIMS - 10);
  await type('x', 2);
  await server.until('half of them are code', () => (counts.at(-1) ?? CLAIMS) <= CLAIMS / 2 + 1);
});

test('a fence that is left open counts after a while', async () => {
  const counts = await open();
  await type('```\n', 401);
  expect(counts.at(-1)).toBeGreaterThan(CLAIMS - 10);
  await server.until('half of them are code', () => (counts.at(-1) ?? CLAIMS) <= CLAIMS / 2 + 1);
});
