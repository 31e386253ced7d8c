import { expect, it } from 'vitest';
import { elementsAt } from '../../../server/src/core/features/elementsAt';
import { readFixture } from '../../tools/fixture';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom } from '../../tools/project';

/** The ids of the elements around the caret that is drawn in a text, innermost first. */
async function idsAt(marked: string) {
  const { text, carets } = readFixture(marked);
  const project = await projectFrom({ 'paper.md': text });
  return elementsAt(project, `${ROOT}paper.md`, carets[0] ?? 0).map(({ id }) => id);
}

it('finds the elements around a caret, innermost first', async () => {
  expect(await idsAt('[a [b‸]{.evidence #e-b}]{.claim #c-a}')).toEqual(['e-b', 'c-a']);
  expect(await idsAt('[a]{.claim #c-a} and‸ [b]{.claim #c-b}')).toEqual([]);
});

it('finds the step whose section holds the caret, and its mechanism', async () => {
  const text = '# Path {.mechanism #m}\n\n## One {.step #s-1}\n\nText.‸\n\n## Two {.step #s-2}\n';
  expect(await idsAt(text)).toEqual(['s-1', 'm']);
});

it('finds an element once, and what another tag of it is', async () => {
  expect(await idsAt('[a]{.claim #c-a} and [a [a‸]{.claim ref=c-a}]{.claim ref=c-a}')).toEqual([
    'c-a',
  ]);
});

it('finds what is anchored in untagged prose', async () => {
  const text = 'Trust grew in the winter.\n';
  const elements = 'elements: {c-a: {is: claim, quote: grew in, file: paper.md}}';
  const files = { 'paper.md': text, 'warrant.yaml': `manuscript: [paper.md]\n${elements}\n` };
  const project = await projectFrom(files, 'paper.md');
  const idsOf = (offset: number) =>
    elementsAt(project, `${ROOT}paper.md`, offset).map(({ id }) => id);
  expect(idsOf(text.indexOf('grew') + 2)).toEqual(['c-a']);
  expect(idsOf(text.indexOf('winter'))).toEqual([]);
});
