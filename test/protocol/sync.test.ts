import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { LineIndex } from '../../server/src/core/text/lineIndex';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';
import { LocalServer } from './localServer';

const NAMES = ['a.md', 'b.md', 'part/c.md', 'warrant.yaml'] as const;
type Name = (typeof NAMES)[number];

const START: Readonly<Record<Name, string>> = {
  'a.md':
    '# A {.mechanism #m-a}\n\n[Trust grew]{.claim #c-a evidence="e-b"}.\r\n\n{{< include part/c.md >}}\n',
  'b.md':
    '["We stayed."]{.evidence #e-b source=s-1}\n\n::: {.step #s-b of=m-a n=1}\nThey met.\n:::\n',
  'part/c.md': '[Trust is reliance]{.construct #k-c term=trust}\n',
  'warrant.yaml': 'manuscript: [a.md, b.md]\nsources:\n  - {id: s-1, kind: interview}\n',
};

const snippet = fc.constantFrom(
  ...[
    '```\n',
    '::: {.claim #c-x}\n',
    '\n:::\n',
    '\r\n',
    '\r',
    '\n\n',
    '---\n',
    '<!--',
    '-->',
    '{',
    '}',
  ],
  ...[
    '[',
    ']{.claim #c-a}',
    ']{.evidence supports=c-a}',
    'trust',
    ' "',
    '#',
    'é𝒳',
    'stage: draft\n',
  ],
  ...['warrant: {stage: submission}\n', '  - b.md\n', 'rules: {unsupported-finding: off}\n'],
);
const name = fc.constantFrom(...NAMES);
const share = fc.double({ min: 0, max: 1, noNaN: true });

type Edit = readonly [from: number, length: number, text: string];
const edit: fc.Arbitrary<Edit> = fc.tuple(share, fc.nat(12), snippet);
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('edit' as const),
      name,
      edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('replace' as const), name, text: snippet }),
  },
  // The edits of several carets, as editors send them: from the last to the first.
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('carets' as const),
      name,
      edits: fc.array(edit, { minLength: 2, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('undo' as const), name }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('close' as const), name }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('write' as const), name, text: snippet }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('remove' as const), name }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('pause' as const), name }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The edits of a step, one after the other. */
function editsOf(step: Step, length: number, earlier: string): readonly Edit[] {
  switch (step.does) {
    case 'edit':
      return step.edits;
    case 'carets':
      return [...step.edits].sort(([a], [b]) => b - a);
    case 'undo':
      return [[0, length, earlier]];
    default:
      return [];
  }
}

/** The findings of a server that sees the files and open documents for the first time. */
async function anew(
  files: MemoryFileSystem,
  open: ReadonlyMap<Name, string>,
): Promise<LocalServer> {
  const server = await start(files);
  for (const [file, text] of open) await server.open(ROOT + file, text, languageOf(file));
  await server.settled();
  return server;
}

function start(files: MemoryFileSystem): Promise<LocalServer> {
  return LocalServer.start({ files, params: { rootUri: ROOT.slice(0, -1) } });
}

const languageOf = (file: Name) => (file.endsWith('.md') ? 'markdown' : 'yaml');

function findings({ published }: LocalServer): string {
  const some = [...published].filter(([, list]) => list.length > 0);
  return JSON.stringify(
    some.sort(([a], [b]) => (a < b ? -1 : 1)),
    undefined,
    1,
  );
}

test('after any edits the diagnostics are those of a server that has seen nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const files = new MemoryFileSystem(START);
      const open = new Map<Name, string>();
      const before = new Map<Name, string>();
      const server = await start(files);
      for (const one of steps) {
        const uri = ROOT + one.name;
        switch (one.does) {
          case 'edit':
          case 'carets':
          case 'undo':
          case 'replace': {
            let text = open.get(one.name);
            if (text === undefined) {
              text = START[one.name];
              await server.open(uri, text, languageOf(one.name));
            }
            const earlier = before.get(one.name) ?? text;
            before.set(one.name, text);
            const edits = editsOf(one, text.length, earlier);
            const { length: whole } = text;
            const shares = one.does === 'carets' ? () => whole : () => (text ?? '').length;
            const changes = edits.map(([at, length, newText]) => {
              const lines = new LineIndex(text ?? '');
              const range = {
                start: lines.positionAt(Math.floor(at * shares())),
                end: lines.positionAt(Math.floor(at * shares()) + length),
              };
              const from = lines.offsetAt(range.start);
              const to = lines.offsetAt(range.end);
              text = (text ?? '').slice(0, from) + newText + (text ?? '').slice(to);
              return { range, text: newText };
            });
            if (one.does === 'replace') text = one.text;
            open.set(one.name, text);
            await server.change(uri, ...(changes.length > 0 ? changes : [{ text }]));
            break;
          }
          case 'close':
            if (open.delete(one.name)) await server.close(uri);
            before.delete(one.name);
            break;
          case 'write':
            files.write(one.name, START[one.name] + one.text);
            await server.changed(FileChangeType.Changed, uri);
            break;
          case 'remove':
            files.remove(one.name);
            await server.changed(FileChangeType.Deleted, uri);
            break;
          case 'pause':
            await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
      const fresh = await anew(files, open);
      await server.settled();
      expect(findings(server)).toBe(findings(fresh));
      fresh.dispose();
      server.dispose();
    }),
    { numRuns: 20 },
  );
}, 60_000);
