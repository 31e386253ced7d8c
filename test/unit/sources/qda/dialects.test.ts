import { describe, expect, test } from 'vitest';
import type { QdaProject, QdaSelection } from '../../../../server/src/core/sources/qda/qdaProject';
import { readQda } from '../../../../server/src/core/sources/qda/readQda';
import { DIALECTS, fixtureFile, projectArchive, type Dialect } from '../../../tools/qdaFixtures';

function read(folder: string): QdaProject {
  return readQda(projectArchive(dialect(folder)), 'file:///project.qdpx');
}

function dialect(folder: string): Dialect {
  const found = DIALECTS.find((each) => each.folder === folder);
  if (!found) throw new Error(folder);
  return found;
}

const words = ({ selections }: QdaProject): string[] =>
  selections.map(({ text }) => text.replaceAll('\r\n', '\n'));

function selection({ selections }: QdaProject, digits: string): QdaSelection {
  const found = selections.find(({ guid }) => guid.endsWith(digits));
  if (!found) throw new Error(digits);
  return found;
}

const codesOf = ({ codes }: QdaSelection): string[] => codes.map(({ path }) => path.join(' > '));

describe('every selection has its words, however a program counts', () => {
  test.each(DIALECTS)('$folder', (each) => {
    const xml = String(fixtureFile(`${each.folder}/project.qde`));
    const expected = [...xml.matchAll(/words="[^:"]+: ([^"]+)"/g)].map(([, found]) => found);
    const project = readQda(projectArchive(each), 'file:///project.qdpx');
    expect(words(project)).toEqual(expect.arrayContaining(expected));
    expect(project.problems).toEqual([]);
    for (const { range, source, text } of project.selections) {
      if (range) expect(source.text?.slice(range.start, range.end)).toBe(text);
    }
  });
});

test('NVivo: cases, linked notes, descriptions, selections without a code', () => {
  const project = read('nvivo');
  expect(project).toMatchObject({ name: 'Safety at work', origin: 'NVivo 12.6.0' });
  const bonus = selection(project, '0001');
  expect(codesOf(bonus)).toEqual(['Compliance > Calculated compliance']);
  expect(bonus.cases).toEqual(['Owner-manager']);
  expect(bonus.user).toBe('Anna K');
  expect(bonus.date).toBe('2019-06-07T03:36:36Z');
  expect(bonus.place).toBe('l. 3');
  expect(selection(project, '0003').memos).toEqual([
    'Compare this with what the nurse says about letters.',
  ]);
  expect(codesOf(selection(project, '0004'))).toEqual([]);
  expect(project.codes.map(({ description }) => description)).toEqual([
    'Doing what the rules ask.',
    'Complying because it pays.',
    undefined,
  ]);
});

test('ATLAS.ti: prefixes, GUIDs in capitals, flattened hierarchies, names that are cut', () => {
  const project = read('atlas');
  expect(project.codes.map(({ path, isCodable }) => [path.join(' > '), isCodable])).toEqual([
    ['Compliance', false],
    ['Compliance > Calculated compliance', true],
    ['Compliance > Committed compliance', true],
    ['Fear', true],
  ]);
  const turn = selection(project, '0005');
  expect(turn.guid).toBe('d1000000-0000-4000-8000-000000000005');
  expect(codesOf(turn)).toEqual(['Fear', 'Compliance > Committed compliance']);
  expect(turn.memos).toEqual(['The turning point.']);
  expect(project.codes[3]?.memos).toEqual(['Fear is what they say; shame is what I hear.']);
});

test('MAXQDA: braces, sources without extension, inline text, comments without a code', () => {
  const project = read('maxqda');
  expect(project.sources.map(({ name }) => name)).toEqual(['Interviews\\owner', 'nurse']);
  expect(project.codes[0]?.guid).toBe('a1000000-0000-4000-8000-000000000001');
  expect(selection(project, '0002')).toMatchObject({
    codes: [],
    memos: ['A comment without a code.'],
  });
});

test('QualCoder: the text of a PDF, areas of a page, transcripts with times', () => {
  const project = read('qualcoder');
  expect(project.sources.map(({ name, kind }) => [name, kind])).toEqual([
    ['owner.pdf', 'pdf'],
    ['nurse.mp3', 'audio'],
  ]);
  expect(selection(project, '0001').memos).toEqual(['Resignation, not consent.']);
  expect(selection(project, '0002')).toMatchObject({
    text: 'Now the team lead thanks you',
    place: 'min 2',
    cases: ['Ward B'],
  });
  expect(selection(project, '0004')).toMatchObject({ text: '', place: 'p. 3' });
});

test('a codebook has codes and nothing else', () => {
  const codebook = readQda(fixtureFile('codebook.qdc'), 'file:///codebook.qdc');
  expect(codebook.codes.map(({ path }) => path.join(' > '))).toEqual([
    'Compliance',
    'Compliance > Calculated compliance',
    'Fear',
  ]);
  expect(codebook.selections).toEqual([]);
});
