import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../server/src/core/config';
import { parse } from '../../../server/src/core/syntax';
import { drawRanges, readFixture } from '../../tools/fixture';

const URI = 'file:///paper/a.md';

function read(marked: string) {
  const { text, ranges } = readFixture(marked);
  const config = readFrontMatter(URI, parse(text));
  const places = config.problems.map(({ place }) => place.range);
  expect(drawRanges(text, places)).toBe(drawRanges(text, ranges));
  return config;
}

describe('opting in', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['yes', true],
    ['', true],
    ['{stage: draft}', true],
    ['false', false],
    ['no', false],
    ['off', false],
  ])('warrant: %s', (value, optsIn) => {
    expect(read(`---\nwarrant: ${value}\n---\n`).optsIn).toBe(optsIn);
  });

  test('not by default, nor by a key that another key holds', () => {
    expect(read('---\ntitle: A\n---\n').optsIn).toBe(false);
    expect(read('---\nother:\n  warrant: true\n---\n').optsIn).toBe(false);
    expect(read('warrant: true\n').optsIn).toBe(false);
  });

  test('a value that is neither is reported, and opts in all the same', () => {
    const config = read('---\nwarrant: ⟦maybe⟧\n---\n');
    expect(config.problems[0]?.message).toMatch(/true, false or keys/);
    expect(config.optsIn).toBe(true);
  });

  test('broken YAML still opts in, and says where it breaks', () => {
    const config = readFrontMatter(URI, parse('---\nwarrant: {stage: [\n---\n'));
    expect(config.optsIn).toBe(true);
    expect(config.problems.length).toBeGreaterThan(0);
  });
});

describe('what stands under warrant:', () => {
  test('is read with exact places in the manuscript', () => {
    const marked = '---\ntitle: Ö 😀\nwarrant:\n  sources:\n    - ⟦{id: owner}⟧\n---\n\nText.\n';
    const { text, ranges } = readFixture(marked);
    const config = readFrontMatter(URI, parse(text));
    expect(drawRanges(text, [...config.sources.map(({ place }) => place.range)])).toBe(
      drawRanges(text, ranges),
    );
  });

  test('is read with exact places in CRLF text', () => {
    read('---\r\ntitle: A\r\nwarrant:\r\n  stage: ⟦final⟧\r\n---\r\n');
  });

  test('may not hold unknown keys', () => {
    expect(read('---\nwarrant: {⟦stages⟧: draft}\n---\n').problems[0]?.suggestion).toBe('stage');
  });

  test('may bear tags of other tools', () => {
    read('---\ndate: !expr Sys.Date()\nparams:\n  d: !r Sys.Date()\nwarrant: true\n---\n');
    read('---\nwarrant:\n  stage: ⟦!expr⟧ draft\n---\n');
  });

  test('is asked for references that YAML swallows; the rest belongs to other tools', () => {
    const config = read(
      '---\nlinkcolor: #ff0000\nwarrant:\n  elements:\n    m-a: {trigger: ⟦#k-x⟧}\nheader: #top\n---\n',
    );
    expect(config.problems.map(({ rule }) => rule)).toEqual(['near-miss']);
  });
});

describe('what other tools own and Warrant reads', () => {
  test('bibliography, one or several, with their places', () => {
    const marked =
      '---\nbibliography: [⟦a.bib⟧, ⟦b.json⟧]\nwarrant: {bibliography: ⟦c.bib⟧}\n---\n';
    const { text, ranges } = readFixture(marked);
    const config = readFrontMatter(URI, parse(text));
    expect(config.bibliography.map(({ path }) => path)).toEqual(['a.bib', 'b.json', 'c.bib']);
    const places = config.bibliography.map(({ place }) => place.range);
    expect(drawRanges(text, places)).toBe(drawRanges(text, ranges));
  });

  test('the keys of an inline bibliography, and filters', () => {
    const config = read(
      '---\nreferences: [{id: one}, {id: two}, nonsense]\nfilters: [strip.lua, {path: b.lua}, 3]\n---\n',
    );
    expect(config.references).toEqual(['one', 'two']);
    expect(config.filters).toEqual(['strip.lua', 'b.lua', '3']);
  });

  test('faults of a file that does not mention Warrant are not reported', () => {
    read('---\ntitle: @x\nother: [\n---\n');
  });
});
