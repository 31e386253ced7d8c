import { describe, expect, test } from 'vitest';
import {
  parseDate,
  parseGuid,
  parseLanguage,
  parsePeriod,
  parsePhrases,
  parseReferences,
  parseReferencesOrText,
  parseStepNumber,
  parseTests,
  type Parsed,
} from '../../../server/src/core/model';
import type { TextRange } from '../../../server/src/core/text/range';
import { drawRanges, readFixture } from '../../tools/fixture';

function expectRanges(
  marked: string,
  read: (value: string) => readonly { readonly range: TextRange }[],
): void {
  const { text } = readFixture(marked);
  const ranges = read(text).map(({ range }) => range);
  expect(drawRanges(text, ranges)).toBe(marked);
}

function valueOf<T>(parsed: Parsed<T>): T | undefined {
  return parsed.ok ? parsed.value : undefined;
}

describe('references', () => {
  test.each([
    '⟦c-a⟧',
    '⟦#c-a⟧ ⟦@key⟧',
    ' ⟦c-a⟧,⟦c-b⟧ ,  ⟦@k:2⟧\t',
    '',
    ' , ',
    '⟦#⟧ ⟦@⟧',
    '⟦é-ü⟧ ⟦😀⟧',
  ])('stand where they are written: %j', (marked) => {
    expectRanges(marked, parseReferences);
  });

  test('are ids, or citations with @; a sigil alone is an id that nothing has', () => {
    const found = parseReferences('a #b @c # @').map(({ kind, target, sigil }) => [
      kind,
      target,
      sigil,
    ]);
    expect(found).toEqual([
      ['id', 'a', ''],
      ['id', 'b', '#'],
      ['citation', 'c', '@'],
      ['id', '#', ''],
      ['id', '@', ''],
    ]);
  });

  test('name a figure of the manuscript where they have a cross-reference prefix of Quarto', () => {
    const found = parseReferences('@fig-rate @figures').map(({ kind, sigil }) => kind + sigil);
    expect(found).toEqual(['id@', 'citation@']);
  });
});

describe('phrases', () => {
  test.each(['⟦one two⟧; ⟦three⟧', ';; ⟦a⟧ ;', '', ' ; ', '⟦a, b⟧'])('%j', (marked) => {
    expectRanges(marked, parsePhrases);
  });
});

describe('references or text', () => {
  const read = (value: string) =>
    parseReferencesOrText(value).map((part) =>
      part.kind === 'text' ? part.text : part.references.map(({ target }) => target),
    );

  test.each([
    ['#k-crisis', [['k-crisis']]],
    ['#a @b', [['a', 'b']]],
    ['#a, #b', [['a', 'b']]],
    ['#a; the crisis; @c', [['a'], 'the crisis', ['c']]],
    ['k-crisis', ['k-crisis']],
    ['#a and more', ['#a and more']],
    ['when trust, @key says, is low', ['when trust, @key says, is low']],
    ['', []],
    [',', [',']],
    ['#', ['#']],
  ])('%j', (value, parts) => {
    expect(read(value)).toEqual(parts);
  });

  test('knows where each stands', () => {
    expectRanges(' ⟦#a⟧, ⟦@b⟧ ; ⟦some text⟧;⟦#c⟧', (value) =>
      parseReferencesOrText(value).flatMap((part): readonly { readonly range: TextRange }[] =>
        part.kind === 'text' ? [part] : part.references,
      ),
    );
  });
});

describe('tests', () => {
  test.each([
    ['c-a:hoop', [['c-a', 'hoop', undefined]]],
    [
      'c-a:hoop:pass,@k:straw:fail',
      [
        ['c-a', 'hoop', 'pass'],
        ['k', 'straw', 'fail'],
      ],
    ],
    ['a:b:smoking-gun', [['a:b', 'smoking-gun', undefined]]],
    ['#c:doubly-decisive:fail', [['c', 'doubly-decisive', 'fail']]],
    ['hoop:hoop', [['hoop', 'hoop', undefined]]],
    ['', []],
  ])('%j are split from the right', (value, tests) => {
    const found = valueOf(parseTests(value));
    expect(found?.map(({ target, test: name, result }) => [target.target, name, result])).toEqual(
      tests,
    );
  });

  test.each([
    ['c-a', /“c-a” is not of the form/],
    ['hoop', /not of the form/],
    ['c-a:hop', /“hop” is not a test/],
    ['c-a:hoop:passed', /“passed” is not a test/],
    [':hoop', /not of the form/],
    ['c-a:pass', /“c-a” is not a test|not of the form/],
  ])('%j is refused', (value, message) => {
    const parsed = parseTests(value);
    expect(parsed.ok ? '' : parsed.problem.message).toMatch(message);
  });

  test('know where target and test stand', () => {
    expectRanges('⟦⟦c-a⟧:hoop⟧ ⟦⟦#c-b⟧:straw:pass⟧', (value) =>
      (valueOf(parseTests(value)) ?? []).flatMap((one) => [one, one.target]),
    );
  });
});

describe('step numbers', () => {
  test.each([
    ['2', { number: 2, branch: '' }],
    ['2a', { number: 2, branch: 'a' }],
    ['2B', { number: 2, branch: 'b' }],
    [' 03 ', { number: 3, branch: '' }],
    ['2ab', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['a', undefined],
    ['', undefined],
    ['9999999', undefined],
  ])('%j', (value, number) => {
    expect(valueOf(parseStepNumber(value))).toEqual(number);
  });
});

describe('dates', () => {
  test.each(['2012', '2012-03', '2012-03-05', '2012-02-29', ' 2012 '])('%j', (value) => {
    expect(parseDate(value).ok).toBe(true);
  });

  test.each([
    '',
    '12',
    '2012-13',
    '2012-02-30',
    '2011-02-29',
    '5-3-2012',
    '2012/03',
    'May 2012',
    '2012-3',
  ])('%j is none', (value) => {
    expect(parseDate(value).ok).toBe(false);
  });
});

describe('periods', () => {
  test.each([
    ['2008', { start: '2008', end: '2008' }],
    ['2008/2012', { start: '2008', end: '2012' }],
    ['2008-03/2008', { start: '2008-03', end: '2008' }],
    ['2011/..', { start: '2011', end: '' }],
    ['../2010-02', { start: '', end: '2010-02' }],
    ['2008/', { start: '2008', end: '' }],
  ])('%j', (value, period) => {
    expect(valueOf(parsePeriod(value))).toEqual(period);
  });

  test.each([
    '',
    '..',
    '../..',
    '/',
    '2012/2008',
    '2012-05/2012-04',
    '2008/2010/2012',
    '2008-2012',
    '2008–2012',
  ])('%j is none', (value) => {
    expect(parsePeriod(value).ok).toBe(false);
  });
});

test.each([
  ['nl', true],
  ['pt-BR', true],
  ['zh-Hant-TW', true],
  ['en_US', false],
  ['', false],
  ['Dutch!', false],
  ['x', false],
])('language %j', (value, ok) => {
  expect(parseLanguage(value).ok).toBe(ok);
});

test.each([
  ['6F9619FF-8B86-D011-B42D-00CF4FC964FF', '6f9619ff-8b86-d011-b42d-00cf4fc964ff'],
  ['{6f9619ff-8b86-d011-b42d-00cf4fc964ff}', '6f9619ff-8b86-d011-b42d-00cf4fc964ff'],
  ['6f9619ff', '6f9619ff'],
  ['6f9619f', undefined],
  ['not a guid', undefined],
  ['', undefined],
])('guid %j', (value, guid) => {
  expect(valueOf(parseGuid(value))).toBe(guid);
});
