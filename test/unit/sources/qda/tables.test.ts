import { expect, test } from 'vitest';
import type { QdaProject } from '../../../../server/src/core/sources/qda/qdaProject';
import { readQda } from '../../../../server/src/core/sources/qda/readQda';
import { fixtureFile } from '../../../tools/qdaFixtures';

const read = (text: string): QdaProject =>
  readQda(new TextEncoder().encode(text), 'file:///my%20codings.csv');

const rows = ({ selections }: QdaProject): unknown[] =>
  selections.map(({ source, text, place, codes, memos }) => [
    source.name,
    text,
    place,
    codes.map(({ path }) => path.join(' > ')),
    memos,
  ]);

test('an own table: quoted line ends and quotation marks, rows that are one selection', () => {
  const project = readQda(fixtureFile('tables/own.csv'), 'file:///own.csv');
  expect(project.name).toBe('own.csv');
  expect(rows(project)).toEqual([
    [
      'owner',
      'Nobody asked for the bonus. It was on the table one morning, and that was that.',
      'min 2',
      ['Calculated compliance', 'Compliance > Committed'],
      ['see also fear'],
    ],
    [
      'owner',
      'After the accident we talked,\nfor the first time, about what we were "afraid" of.',
      'min 9',
      ['Fear'],
      ['turning point'],
    ],
  ]);
});

test('a table of MAXQDA: semicolons, paragraphs, paths of codes', () => {
  const project = readQda(fixtureFile('tables/maxqda.csv'), 'file:///maxqda.csv');
  expect(rows(project)).toEqual([
    [
      'owner',
      'Nobody asked for the bonus; it was on the table.',
      'para. 3',
      ['Compliance > Calculated compliance'],
      ['sehr deutlich'],
    ],
    ['nurse', 'In the old days you got a letter.', 'para. 4', ['Fear'], []],
  ]);
});

test('a table of Taguette: tabs, one row for each tag', () => {
  const project = readQda(fixtureFile('tables/taguette.tsv'), 'file:///taguette.tsv');
  expect(rows(project)).toEqual([
    ['owner.txt', 'I did not sleep for a week', undefined, ['fear', 'night'], []],
  ]);
});

test.each([
  [
    'a byte order mark',
    new TextEncoder().encode('\uFEFFcode;citaat;bron\nAngst;“Één brief”;Jan\n'),
  ],
  [
    'Windows-1252',
    Uint8Array.from('code;citaat;bron\nAngst;\x93\xc9\xe9n brief\x94;Jan\n', (c) =>
      c.charCodeAt(0),
    ),
  ],
  [
    'UTF-16',
    new Uint8Array(
      Uint16Array.from('\uFEFFcode;citaat;bron\nAngst;“Één brief”;Jan\n', (c) => c.charCodeAt(0))
        .buffer,
    ),
  ],
])('%s', (_, bytes) => {
  expect(rows(readQda(bytes, 'file:///a.csv'))).toEqual([
    ['Jan', '“Één brief”', undefined, ['Angst'], []],
  ]);
});

test('the GUID of a row stays when rows are sorted, added, or coded otherwise', () => {
  const before = read('code,quotation,source\nA,some words,i1\nB,other words,i2\n');
  const after = read('source,code,quotation\ni3,C,new\ni2,B2,other  words\ni1,A,some words\n');
  const guids = ({ selections }: QdaProject): Map<string, string> =>
    new Map(selections.map(({ text, guid }) => [text.replace(/\s+/g, ' '), guid]));
  expect(guids(after).get('some words')).toBe(guids(before).get('some words'));
  expect(guids(after).get('other words')).toBe(guids(before).get('other words'));
  expect(new Set(guids(after).values()).size).toBe(3);
});

test('a GUID of its own is taken, a running number is not', () => {
  const { selections } = read(
    'id,code,quotation\n{D1000000-0000-4000-8000-000000000001},A,words\n17,A,others\n',
  );
  expect(selections[0]?.guid).toBe('d1000000-0000-4000-8000-000000000001');
  expect(selections[1]?.guid).toMatch(/^[\da-f]{8}-/);
});

test('quotation marks that do not match are named, and no row before is lost', () => {
  const { selections, problems } = read('code,quotation\nA,first\nB,"second\nC,third\n');
  expect(selections[0]?.text).toBe('first');
  expect(problems.join()).toContain('quotation marks');
});

test('the line by which Excel tells what stands between the cells is no row', () => {
  expect(rows(read('sep=;\r\ncode;quotation;source\r\nTrust;"We signed; all";owner\r\n'))).toEqual(
    rows(read('code;quotation;source\nTrust;"We signed; all";owner\n')),
  );
  expect(read('sep=;\ncode;quotation\nTrust;So it is\n').selections).toHaveLength(1);
});

test('a table without columns of codings is refused', () => {
  expect(() => read('name,age\nJan,40\n')).toThrow('it has no columns of codings');
});

test('rows that have one GUID are said to be no two passages', () => {
  const guid = 'd1000001-0000-4000-8000-000000000001';
  const { selections, problems } = read(
    `guid,code,quotation,source\n${guid},Fear,One,a\n${guid},Trust,One,a\n${guid},Fear,Two,a\n`,
  );
  expect(selections).toHaveLength(2);
  expect(problems).toEqual([
    `2 passages have the GUID ${guid}, so that qda= cannot tell them apart`,
  ]);
});

test('a table that is cut off says so', () => {
  const table = (rows: number) => `code,quotation\n${'Fear,x\n'.repeat(rows)}`;
  expect(read(table(200_000))).toMatchObject({ problems: [] });
  const cut = read(table(200_001));
  expect(cut.isCut).toBe(true);
  expect(cut.problems).toEqual([expect.stringMatching(/^Only the first 200,000 rows are read/)]);
});
