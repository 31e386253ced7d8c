import { expect, test } from 'vitest';
import { warrant } from '../../tools/command';

const FILES = {
  'warrant.yaml':
    'manuscript: [paper.md]\npseudonyms: private/names.yaml\nsources: [{id: i01, file: i01.txt}]\n',
  'private/names.yaml': 'Anna de Vries: Karin\n',
  'i01.txt': 'R1: I, Anna de Vries, said it.\n',
  'paper.md': `[Pay]{.construct #k-pay tier=theme definition="what Anna gets"}
[It pays what the firm of Anna de Vries can pay]{.claim #c-pay evidence=e-a}
["I, Anna de Vries, said it."]{.evidence #e-a source=i01}
[Trust]{.mechanism #m-t trigger="a word of Anna de Vries" outcome=pay evidence=e-a}
`,
};

test.each([
  ['matrix'],
  ['matrix', '--format', 'html'],
  ['matrix', '--format', 'json'],
  ['map'],
  ['map', '--format', 'dot'],
  ['outline', '--format', 'json'],
  ['quotations', '--format', 'json'],
])('%s %s %s writes no real name unless it may', async (...args) => {
  const { code, out, err } = await warrant(args, FILES);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/real names? would be written \(Karin\)/);
  expect(err).not.toMatch(/Anna|Vries/);
  const allowed = await warrant([...args, '--allow-real-names'], FILES);
  expect(allowed.code).toBe(0);
  expect(allowed.out).toMatch(/Vries/);
});

test('nothing is in the way where no name would be written', async () => {
  const files = { ...FILES, 'private/names.yaml': 'Eva Prins: Karin\n' };
  const { code, err } = await warrant(['map'], files);
  expect([code, err]).toEqual([0, '']);
});
