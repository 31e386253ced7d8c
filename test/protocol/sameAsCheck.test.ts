import { afterEach, expect, test } from 'vitest';
import type { Position } from '../../server/src/core/text/lineIndex';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';
import { warrant } from '../tools/command';
import { Random } from '../conformance/random';
import { soup } from '../conformance/soup';
import { LocalServer } from './localServer';

let server: LocalServer | undefined;

afterEach(() => {
  server?.dispose();
});

interface Report {
  readonly findings: readonly {
    readonly rule: string;
    readonly file: string;
    readonly message: string;
    readonly range: { readonly start: Position; readonly end: Position };
  }[];
}

/** What the command says, a line for each finding. */
async function checked(files: MemoryFileSystem): Promise<string[]> {
  const { out } = await warrant(['check', '--format', 'json', '.'], files);
  return (JSON.parse(out) as Report).findings
    .map(({ rule, file, message, range: { start, end } }) =>
      line(`${ROOT}${file}`, start, end, rule, message),
    )
    .sort();
}

/** What a server has published, in the same way. */
function shown({ published }: LocalServer): string[] {
  return [...published]
    .flatMap(([uri, diagnostics]) =>
      diagnostics.map(({ code, message, range: { start, end } }) =>
        line(uri, start, end, code, message),
      ),
    )
    .sort();
}

function line(uri: string, start: Position, end: Position, rule: unknown, message: unknown) {
  return JSON.stringify([uri, start.line, start.character, end.line, end.character, rule, message]);
}

const ENTRY =
  'Words {.claim} here.\n\nOther words {.claim} there, and [x]{.claim}, and [x]{.claim}.\n';

test('the server says of a project what the command says of it, also what it says of several places alike', async () => {
  const random = new Random(5);
  const messy = (name: string) => {
    const parts = Array.from({ length: 6 }, () => `${soup(random)}\n\n`);
    return `${parts.join('')}[It grew]{.claim #c-${name} evidence=e-none}.\n\n${ENTRY}`;
  };
  const files = new MemoryFileSystem({
    'warrant.yaml': 'manuscript: ["*.md"]\n',
    'a.md': messy('a'),
    'b.md': messy('b'),
    'c.md': messy('c'),
  });
  server = await LocalServer.start({ files, params: { rootUri: ROOT.slice(0, -1) } });
  const expected = await checked(files);
  expect(expected.filter((one) => one.includes('"near-miss"')).length).toBeGreaterThan(5);
  const { length } = expected;
  const current = server;
  await server.until('as many', () => shown(current).length >= length);
  await server.settled();
  expect(shown(server)).toEqual(expected);
});
