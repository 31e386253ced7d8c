import { expect, it } from 'vitest';
import { pipeTable } from '../../../server/src/core/exports/text/pipeTable';
import { pandoc } from '../../tools/pandoc';

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

/** The plain text of inlines, as Pandoc's `stringify` gives it. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('');
  if (typeof value !== 'object' || value === null || !('t' in value)) return '';
  const { t, c } = value as Node;
  if (t === 'Str') return String(c);
  if (t === 'Space' || t === 'SoftBreak') return ' ';
  if (t === 'Cite') return plain((c as unknown[])[1]);
  if (t === 'Plain') return plain(c);
  throw new Error(`${t} is markup`);
}

type Row = [unknown, [unknown, unknown, number, number, unknown[]][]];

/** The cells of the only table of a document, header first. */
async function cellsOf(markdown: string): Promise<string[][]> {
  const { blocks } = JSON.parse(await pandoc(markdown, { from: 'markdown-smart', to: 'json' })) as {
    blocks: Node[];
  };
  expect(blocks.map(({ t }) => t)).toEqual(['Table']);
  const [, , , head, bodies] = blocks[0]?.c as [
    unknown,
    unknown,
    unknown,
    [unknown, Row[]],
    [unknown, unknown, unknown, Row[]][],
  ];
  const rows = [...head[1], ...bodies.flatMap(([, , , body]) => body)];
  return rows.map(([, cells]) => cells.map(([, , , , content]) => plain(content)));
}

const HOSTILE = [
  'a | b || c',
  '`code` *emphasis* __strong__ ~~out~~ H~2~O 2^nd^ $x$ $5 and $6',
  '[link](url) [@key] @smith [x]{.claim} {#id} <b>bold</b> &amp; <https://x.org> ^[note] [^1]',
  '\\textit{x} \\ \\| ends with \\',
  '# heading - + 1. (@) ::: > |',
  '日本語 é \u{1F469}\u200D\u{1F4BB} “quotes” ‘so’ … — “"',
  'https://example.org/a_b_c?x=1&y=2 #tag !important ![x](y)',
  '',
];

it('is read back by Pandoc with exactly its cells', async () => {
  const rows = HOSTILE.map((text) => [[text], [[...text].reverse().join('').trim()]]);
  const columns = [
    { heading: 'A | *b*', share: 30 },
    { heading: 'C', share: 70 },
  ];
  const read = await cellsOf(`${pipeTable({ columns, rows }).join('\n')}\n`);
  const folded = (text: string) => text.replace(/\s+/g, ' ').trim();
  expect(read).toEqual([
    ['A | *b*', 'C'],
    ...rows.map((row) => row.map(([text = '']) => folded(text))),
  ]);
});

it('prints a group once, cites works, and sets numbers to the right', async () => {
  const columns = [
    { heading: 'Theme', share: 20, isGroup: true },
    { heading: 'N', share: 5, isNumber: true },
  ];
  const rows = [
    [['pay'], ['1']],
    [['pay'], ['2', '; ', { work: 'smith2010' }]],
    [['rest'], ['1']],
  ];
  expect(pipeTable({ columns, rows })).toEqual([
    '| Theme | N |',
    '|--------------------|----:|',
    '| pay | 1 |',
    '| | 2; @smith2010 |',
    '| rest | 1 |',
  ]);
  expect((await cellsOf(`${pipeTable({ columns, rows }).join('\n')}\n`))[2]).toEqual([
    '',
    '2; @smith2010',
  ]);
});
