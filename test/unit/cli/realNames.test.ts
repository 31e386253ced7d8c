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
  expect(err).toMatch(/real names? would be written \(whose pseudonym is Karin\)/);
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

test.each([
  ['an id', '["We left."]{.evidence #anna-x source=i01}', ['matrix', '--format', 'json']],
  [
    'an id in a figure',
    '["We left."]{.evidence #anna-x source=i01}',
    ['map', '--evidence', '--format', 'json'],
  ],
  [
    'a value',
    '["We left."]{.evidence source=i01 loc="anna_de_vries p. 3"}',
    ['table', 'proof-quotes'],
  ],
  [
    'the words',
    '["see interviews/devries_anna"]{.evidence source=i01}',
    ['matrix', '--format', 'html'],
  ],
])('names in small letters are seen in %s', async (_, evidence, args) => {
  const files = {
    ...FILES,
    'paper.md': `[Pay]{.construct #k-pay tier=theme}\n[It pays: ${evidence}]{.claim #c-pay constructs=k-pay}\n[Trust]{.mechanism #m-t trigger=x outcome=pay evidence=anna-x}\n`,
  };
  const { code, out, err } = await warrant(args, files);
  expect([code, out], err).toEqual([2, '']);
  expect(err).not.toMatch(/anna|vries/i);
});

test('common words that are names as well are written', async () => {
  const files = {
    ...FILES,
    'private/names.yaml': 'Mark Rose: Karin\nMay: Eva\nA: Tom\n',
    'paper.md': '[Prices rose in may, a mark-up]{.claim #c-rose} [A may]{.claim #c-may}\n',
  };
  const { code, err } = await warrant(['matrix', '--format', 'html'], files);
  expect([code, err]).toEqual([0, '']);
});

test('a list with a single letter for a name leaves the report as it is', async () => {
  const files = { ...FILES, 'private/names.yaml': 'A: Tom\n' };
  const { out } = await warrant(['check', '.'], files);
  expect(out).not.toMatch(/\bTom\b(?! )/);
  expect(out).toMatch('A single letter is looked for nowhere');
});

test.each(['matrix', 'quotations', 'map'])(
  '%s says where no names could be looked for',
  async (command) => {
    const files: Record<string, string> = { ...FILES, 'private/names.yaml': 'Eva Prins: Karin\n' };
    expect((await warrant([command], files)).err).toBe('');
    delete files['private/names.yaml'];
    const { code, err } = await warrant([command], files);
    expect(code).toBe(0);
    expect(err).toBe(
      'warrant: a file of pseudonyms is not here or cannot be read, so that its real names were not looked for\n',
    );
  },
);

test.each([
  ['behind a tab', 'I,\tAnna, said it.'],
  ['between angle brackets', 'I, <Anna de Vries>, said it.'],
])('a name %s is seen', async (_, words) => {
  const files = {
    ...FILES,
    'i01.txt': `R1: ${words}\n`,
    'codings.csv': `source,code,quotation\ni01,Trust,"${words}"\n`,
  };
  for (const args of [
    ['qda', 'codings.csv', '--format', 'json'],
    ['qda', 'codings.csv'],
  ]) {
    const { code, out, err } = await warrant(args, files);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch('1 real name would be written (whose pseudonym is Karin)');
  }
});

test('folders that begin with a letter of an escape are read as they are', async () => {
  const files = {
    ...FILES,
    'private/names.yaml': 'Thomas Prins: Karin\n',
    'codings.csv': 'source,code,quotation\ni01,Trust,"see C:\\notes\\thomas-prins\\a.txt"\n',
  };
  const { code } = await warrant(['qda', 'codings.csv'], files);
  expect(code).toBe(2);
});

test('names are found of a list that a spreadsheet has saved as Windows-1252', async () => {
  const list = 'name;pseudonym\r\nJürgen Müller;Karin\r\n';
  const { out } = await warrant(['check', '.'], {
    'warrant.yaml': 'manuscript: [paper.md]\npseudonyms: names.csv\n',
    'names.csv': Uint8Array.from(list, (character) => character.charCodeAt(0)),
    'paper.md': 'As Jürgen Müller said, [we pay]{.claim}.\n',
  });
  expect(out).toMatch('A real name stands here; its pseudonym is “Karin”');
});
