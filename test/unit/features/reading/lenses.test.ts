import { expect, test } from 'vitest';
import { lensDetail, lensesOf } from '../../../../server/src/core/features/reading/lenses';
import { ROOT } from '../../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../../tools/project';

const PAPER = `${ROOT}paper.md`;

/** What the lenses of \`paper.md\` say, by id or kind. */
async function said(content: string | Files): Promise<Record<string, string>> {
  const files = typeof content === 'string' ? { 'paper.md': content } : content;
  const project = await projectFrom(files);
  const titles: Record<string, string[]> = {};
  for (const { element, part, name } of lensesOf(project, PAPER)) {
    (titles[name] ??= []).push(lensDetail(project, element, part).title);
  }
  return Object.fromEntries(Object.entries(titles).map(([name, all]) => [name, all.join(' · ')]));
}

test('a claim says what it rests on', async () => {
  const text = `
[A]{.claim #c-a evidence="e-a e-b @kay2001"}, as [@lee2002; @kay2001] say too.

["Mine."]{.evidence #e-a} and ["Ours."]{.evidence #e-b} but ["No."]{.evidence #e-c challenges=c-a}

[B]{.claim #c-b from=c-a warrant="what held once holds again"}
`;
  expect(await said(text)).toMatchObject({
    'c-a': '2 evidence · 2 citations · 1 against · no warrant',
    'e-a': 'supports 1',
    'e-c': 'challenges 1',
    'c-b': '1 premise · warrant',
  });
});

test('what is missing is said only where it is asked for', async () => {
  const text = `
[Bare]{.claim #c-bare} ["x"]{.evidence #e-lone} [At dawn.]{.evidence #e-scene display=context}

[As is known]{.claim #c-known type=background} [Why?]{.claim #c-why type=question}

[We assume it]{.claim #c-set status=assumed} [Open]{.claim #c-gap status=needs-support note="later"}
`;
  const titles = await said(text);
  expect(titles).toMatchObject({
    'c-bare': 'no evidence · no warrant',
    'e-lone': 'supports nothing yet',
    'c-why': 'no answer yet',
  });
  for (const quiet of ['e-scene', 'c-known', 'c-set']) expect(titles).not.toHaveProperty(quiet);
});

test('an attribute without a value says nothing yet', async () => {
  const titles = await said(
    '[A]{.claim #c-a evidence="" warrant=""} ["x"]{.evidence #e-x supports=""}\n',
  );
  expect(titles).toEqual({ 'c-a': 'no evidence · no warrant', 'e-x': 'supports nothing yet' });
});

test('a mechanism counts its steps, and a construct its uses', async () => {
  const text = `
[shift]{.mechanism #m-shift} [first]{.step #s-1 of=m-shift n=1 evidence=e-a} ["x"]{.evidence #e-a}
[second]{.step #s-2 of=m-shift n=2} [empty]{.mechanism #m-none} [whole]{.mechanism #m-all parts=m-shift}

[Trust is the willingness to rely on others]{.construct #k-trust term=trust}.

Trust grew, and trust it was. [Unused is a word for nothing at all]{.construct #k-no term=unusedness}
`;
  expect(await said(text)).toMatchObject({
    'm-shift': '2 steps · 1 without evidence',
    's-1': '1 evidence',
    's-2': 'no evidence',
    'm-none': 'no steps',
    'm-all': '1 part',
    'k-trust': 'used 2 times',
    'k-no': 'not used yet',
  });
});

test('lenses lead to what they count, in other files too', async () => {
  const project = await projectFrom({
    'warrant.yaml': 'manuscript: [paper.md, data.md]\n',
    'paper.md': '[A]{.claim #c-a evidence=e-a}\n',
    'data.md': '["Mine."]{.evidence #e-a}\n',
  });
  const [evidence] = lensesOf(project, PAPER);
  if (!evidence) throw new Error('there is no lens');
  const { places, missing } = lensDetail(project, evidence.element, evidence.part);
  expect(places.map(({ uri }) => uri)).toEqual([`${ROOT}data.md`]);
  expect(missing).toBeUndefined();
  const warrant = lensDetail(project, evidence.element, 'warrant');
  expect(warrant).toEqual({ title: 'no warrant', places: [], missing: 'warrant' });
});

test('further occurrences, and files that take no part, have none', async () => {
  expect(await said('[A]{.claim #c-a status=assumed} [Again A]{.claim ref=c-a}\n')).toEqual({});
  expect(await said('::: {.claim}\nOf a mathematician.\n:::\n')).toEqual({});
});

test('the list stays the same until something in it changes', async () => {
  const project = await projectFrom({ 'paper.md': '[A]{.claim #c-a}\n' });
  expect(lensesOf(project, PAPER)).toBe(lensesOf(project, PAPER));
});
