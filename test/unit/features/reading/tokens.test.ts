import { expect, test } from 'vitest';
import { tokensIn } from '../../../../server/src/core/features/reading/tokens';
import { readFixture } from '../../../tools/fixture';
import { ROOT } from '../../../tools/memoryFileSystem';
import { projectFrom } from '../../../tools/project';

async function tokens(marked: string): Promise<string[]> {
  const { text, ranges } = readFixture(marked);
  const project = await projectFrom({ 'paper.md': text });
  const range = ranges[0] ?? { start: 0, end: text.length };
  return tokensIn(project, `${ROOT}paper.md`, range).map(({ range: at, type, modifiers }) =>
    [text.slice(at.start, at.end), [type, ...modifiers].join('.')].join(' '),
  );
}

test('tells kinds, ids, attributes, values and references apart', async () => {
  expect(
    await tokens(
      '[A ["x"]{.evidence #e-a}]{.claim #c-a type=finding evidence="e-a @kay e-no" scope="in two words" width=3}\n',
    ),
  ).toEqual([
    'evidence kind.evidence',
    'e-a id.declaration.evidence',
    'claim kind.claim',
    'c-a id.declaration.claim',
    'type attribute',
    'finding value',
    'evidence attribute',
    'e-a reference',
    '@kay reference',
    'e-no reference.unresolved',
    'scope attribute',
    'in two words value',
  ]);
});

test('looks at a part only', async () => {
  expect(await tokens('[a]{.claim}\n\n⟦[b]{.stage n=2}⟧\n\n[c]{.claim}\n')).toEqual([
    'stage kind.step',
    'n attribute',
    '2 value',
  ]);
});

test('gives none in files that take no part', async () => {
  expect(await tokens('::: {.claim title="1"}\nLet n be even.\n:::\n')).toEqual([]);
});
