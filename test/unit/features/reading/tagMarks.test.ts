import { describe, expect, test } from 'vitest';
import { tagMarks } from '../../../../server/src/core/features/reading/tagMarks';
import type { TextRange } from '../../../../server/src/core/text/range';
import { readFixture } from '../../../tools/fixture';
import { ROOT } from '../../../tools/memoryFileSystem';
import { projectFrom } from '../../../tools/project';

/** What stands in place of the markup: `‹label›` for the chip, `·` for what is at the other end. */
async function read(marked: string): Promise<string> {
  const { text, ranges } = readFixture(marked);
  const project = await projectFrom({ 'paper.md': text });
  const range = ranges[0] ?? { start: 0, end: text.length };
  const pieces = tagMarks(project, `${ROOT}paper.md`, range).flatMap(({ chip, end, label }) => [
    { range: chip, shown: `‹${label}›` },
    ...(end ? [{ range: end, shown: '·' }] : []),
  ]);
  return pieces
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((shown, piece) => replace(shown, piece.range, piece.shown), text);
}

function replace(text: string, { start, end }: TextRange, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

test.each([
  ['a span', 'So [it *grew*]{.claim #c-a}.', 'So ·it *grew*‹claim›.'],
  ['spans in one another', '[a ["q"]{.evidence}]{.claim}', '·a ·"q"‹evidence›‹claim›'],
  ['attributes over lines', '[a]{.claim\n  note="b"} c', '·a‹claim› c'],
  ['an HTML span', '<span class="claim">a</span> b', '·a‹claim› b'],
  ['the number of a step', '[a]{.stage n=2a of=m}', '·a‹stage 2a›'],
  ['the label of a claim', '[a]{.claim label=H1}', '·a‹claim H1›'],
  ['a label that is none', '[a]{.claim label="the first of them"}', '·a‹claim›'],
  ['a span of no kind', '[a]{.smallcaps} [b]{.claim}', '[a]{.smallcaps} ·b‹claim›'],
])('shows %s as prose with chips', async (_, text, shown) => {
  expect(await read(text)).toBe(shown);
});

const OURS = '\n\n[x]{.construct #k}\n';

test.each([
  ['a heading', '## A {.step #s of=m}', '## A‹step›'],
  ['a closed heading', '## A ## {.step #s of=m}', '## A ##‹step›'],
  [
    'a caption',
    '| a |\n|---|\n| b |\n\n: C {#t .evidence}',
    '| a |\n|---|\n| b |\n\n: C‹evidence›',
  ],
  ['an image', '![a](b.png){.evidence #e}', '![a](b.png)‹evidence›'],
  ['a link', '[a](b.md){.claim #c}', '[a](b.md)‹claim›'],
  ['a div', '::: {.evidence #e}\na\n:::', '‹evidence›\na\n·'],
  ['a div with colons behind', '::: {.evidence #e} ::::\na\n:::', '‹evidence›\na\n·'],
  ['a div in a quote', '> ::: {.claim #c}\n> a\n> :::', '> ‹claim›\n> a\n> ·'],
  ['divs in one another', ':::: {.claim}\n::: {.step}\na\n:::\n::::', '‹claim›\n‹step›\na\n·\n·'],
  ['an HTML div', '<div class="claim">\n\na\n\n</div>', '‹claim›\n\na\n\n·'],
])('shows %s as prose with chips', async (_, text, shown) => {
  expect(await read(text + OURS)).toBe(`${shown}\n\n·x‹construct›\n`);
});

describe('of a part', () => {
  const TEXT = '[a]{.claim}\n\n[b]{.claim}\n\n[c]{.claim}\n';

  test('gives the tags that stand in it', async () => {
    expect(await read(TEXT.replace('[b', '⟦[b').replace('\n\n[c', '⟧\n\n[c'))).toBe(
      '[a]{.claim}\n\n·b‹claim›\n\n[c]{.claim}\n',
    );
  });

  test('gives what began before it', async () => {
    const text = '::: {.claim #c}\na\n\nb\n\n⟦c\n:::\n⟧\n[x]{.claim}\n';
    expect(await read(text)).toBe('‹claim›\na\n\nb\n\nc\n·\n\n[x]{.claim}\n');
  });
});

test('leaves files alone that take no part', async () => {
  expect(await read('::: {.claim}\nOf a mathematician.\n:::\n')).toContain('{.claim}');
});
