import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { brokenEntry } from '../../server/src/core/rules/brokenEntry';
import { duplicateKey } from '../../server/src/core/rules/duplicateKey';
import { unknownCitation } from '../../server/src/core/rules/unknownCitation';
import { WITHOUT_PAUSE } from '../../server/src/core/ports';
import { BIBLIOGRAPHY, mendEntry } from '../../server/src/core/sources/bibliography';
import { NameMatcher } from '../../server/src/core/sources/pseudonyms';
import { readQda } from '../../server/src/core/sources/qda';
import { bibtex } from '../bench/texts/bibtex';
import { qdaArchive } from '../bench/texts/qdaArchive';
import { findings, projectFrom } from '../tools/project';
import { growthOf, growthTable, LIMIT, type Growth } from './growth';

const growths = new Map<string, Growth>();

afterAll(() => {
  console.log(growthTable('what evidence rests on', growths));
});

function check(name: string, growth: Growth): void {
  growths.set(name, growth);
  expect(growth.ratio, growthTable(name, new Map([[name, growth]]))).toBeLessThan(LIMIT);
}

const fill = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length));

/** A bibliography is found, said what it says, and judged. */
const BIBLIOGRAPHIES: Readonly<Record<string, (size: number) => string>> = {
  entries: (size) => bibtex(Math.ceil(size / 250)),
  'one entry of a long abstract': (size) => `@book{a, abstract = {${fill('It {is} so. ', size)}}}`,
  'one entry of many fields': (size) => `@book{a, ${fill('note = {x},\n', size)}}`,
  'one entry of many joined parts': (size) => `@book{a, note = ${fill('"x" # ', size)} "y"}`,
  'braces that are not closed': (size) => fill('@book{a, title = {{{{\n', size),
  'braces alone': (size) => `@book{a, title = ${fill('{', size)}`,
  'closing braces alone': (size) => `@book{a, title = {x}${fill('}', size)}`,
  'quotes that are not closed': (size) => fill('@book{a, title = "One\n', size),
  'entries without an end': (size) => fill('@book{a,\n', size),
  'at signs': (size) => fill('@', size),
  'at signs on lines': (size) => fill('@\n', size),
  'percent signs': (size) => fill('%', size),
  'comments that are not closed': (size) => fill('@comment{', size),
  'keys alone': (size) => fill('@book{a ', size),
  'equal keys': (size) => fill('@book{a, title = {One}}\n', size),
  'equal keys of other works': (size) =>
    Array.from(
      { length: Math.ceil(size / 24) },
      (_, n) => `@book{a, title = {${String(n)}}}\n`,
    ).join(''),
  'works in one another': (size) =>
    Array.from(
      { length: Math.ceil(size / 40) },
      (_, n) => `@book{k${String(n)}, crossref = {k${String(n + 1)}}}\n`,
    ).join(''),
  'texts in one another': (size) =>
    Array.from(
      { length: Math.ceil(size / 28) },
      (_, n) => `@string{s${String(n + 1)} = s${String(n)} # s${String(n)}}\n`,
    ).join(''),
};

const PAPER = '---\nwarrant: true\nbibliography: refs.bib\n---\n\n[a]{.claim} [@kay2001].\n';

test.each(Object.entries(BIBLIOGRAPHIES))('a bibliography: %s', async (name, make) => {
  const growth = await growthOf({
    make,
    run: async (text) => {
      const project = await projectFrom({ 'paper.md': PAPER, 'refs.bib': text });
      const found = [brokenEntry, duplicateKey, unknownCitation].map((rule) =>
        findings(project, rule),
      );
      const read = await BIBLIOGRAPHY.read(strToU8(text), 'file:///refs.bib', WITHOUT_PAUSE);
      const faults = read.faults.map((fault) => mendEntry(read.text, fault));
      return [found, faults, read.entries.map(({ work }) => work.key)];
    },
    largest: 100_000,
    smallest: 8_000,
    enough: 10,
  });
  check(name, growth);
});

test('a QDA project of more and more interviews', async () => {
  const growth = await growthOf({
    make: (count) => qdaArchive(count, 20_000).bytes,
    run: (bytes) => readQda(bytes, 'a.qdpx').selections.length,
    largest: 64,
    smallest: 4,
    enough: 20,
  });
  check('interviews', growth);
});

test('a QDA project of a longer and longer interview', async () => {
  const growth = await growthOf({
    make: (size) => qdaArchive(1, size).bytes,
    run: (bytes) => readQda(bytes, 'a.qdpx').selections.length,
    largest: 1_000_000,
    smallest: 50_000,
    enough: 20,
  });
  check('an interview', growth);
});

test.each([
  ['codes in one another', '<Code guid="c" name="a">', '<Codes>', ''],
  [
    'codes of one GUID',
    '<Code guid="c0000001-0000-4000-8000-000000000001" name="a"/>',
    '<Codes>',
    '</Codes>',
  ],
  ['entities', '&amp;', '<Codes><Code name="', '"/></Codes>'],
])('the XML of a QDA project: %s', async (name, unit, before, behind) => {
  const growth = await growthOf({
    make: (size) => {
      const xml = `<Project><CodeBook>${before}${fill(unit, size)}${behind}</CodeBook></Project>`;
      return zipSync({ 'project.qde': strToU8(xml) }, { level: 1 });
    },
    run: (bytes) => {
      try {
        return readQda(bytes, 'a.qdpx').codes.length;
      } catch {
        return undefined; // Refused.
      }
    },
    largest: 800_000,
    smallest: 20_000,
    enough: 10,
  });
  check(name, growth);
});

test('names and prose grow together, and cost no more than their sum', async () => {
  const growth = await growthOf({
    make: (count) => ({
      names: Array.from({ length: count }, (_, n) => {
        const suffix = n.toString(36).replace(/\d/g, (digit) => 'qwertyuiop'.charAt(Number(digit)));
        return { name: `Anna${suffix} Bakker${suffix}`, pseudonym: `P${String(n)}` };
      }),
      prose: fill(
        'Then Bakkerq left, and Anna stayed with us for the whole of the year. ',
        count * 70,
      ),
    }),
    run: ({ names, prose }) => new NameMatcher(names).inText(prose),
    largest: 4_000,
    smallest: 100,
    enough: 20,
  });
  check('names and prose', growth);
});
