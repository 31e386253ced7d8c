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

/** Longer than the debounce, and shorter than the pause after which what is unclosed counts. */
const PAUSE = 60;

async function open(): Promise<number[]> {
  server = await LocalServer.start({
    params: { initializationOptions: { debounce: 40, readsFiles: false } },
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
  const lines = text.split('\n').length - 1;
  const lastLine = () => server.published.get('untitled:A')?.at(-1)?.range.start.line;
  // A busy machine checks late: what counts is how it ends, and what was shown until then.
  await server.until('all findings, in their places', () => {
    return counts.at(-1) === CLAIMS && lastLine() === (CLAIMS - 1) * 4 + lines;
  });
  expect(Math.min(...counts.slice(counts.indexOf(CLAIMS)))).toBeGreaterThan(CLAIMS - 10);
});
