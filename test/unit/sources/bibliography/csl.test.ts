import { describe, expect, test } from 'vitest';
import { describeWork } from '../../../../server/src/core/sources/bibliography';
import { faultsIn, read } from './read';

const BRAUN = {
  id: 'braun2006',
  type: 'article-journal',
  title: 'Using <i>Thematic</i> Analysis',
  author: [{ family: 'Braun', given: 'V.' }, { literal: 'Clarke' }],
  issued: { 'date-parts': [[2006]] },
  'container-title': 'Qualitative Research',
  volume: 3,
  page: '77-101',
  DOI: 'https://doi.org/10.1191/1478088706qp063oa',
};

const YAML = `---
references:
- id: braun2006
  type: article-journal
  title: Using *Thematic* Analysis
  author:
  - family: Braun
    given: V.
  - literal: Clarke
  issued: 2006-01
- type: book
  id: "de-vries:1"   # mine
  author: [{family: Vries, non-dropping-particle: de}]

# a comment
-
    id: kay
    title: |
      On
      lines
...
`;

test('items of CSL JSON say what they say', async () => {
  const { entries } = await read('a.json', JSON.stringify([BRAUN]));
  expect(entries.map(({ work }) => describeWork(work))).toEqual([
    'Braun & Clarke 2006: Using Thematic Analysis',
  ]);
  expect(entries[0]?.work).toMatchObject({
    container: 'Qualitative Research',
    volume: '3',
    pages: '77–101',
    doi: '10.1191/1478088706qp063oa',
  });
});

test('items of CSL YAML are read alike', async () => {
  const { entries, faults } = await read('a.yaml', YAML);
  expect(faults).toEqual([]);
  expect(entries.map(({ key, work }) => [key, describeWork(work)])).toEqual([
    ['braun2006', 'Braun & Clarke 2006: Using *Thematic* Analysis'],
    ['de-vries:1', 'de Vries'],
    ['kay', 'On lines'],
  ]);
});

test.each([
  ['a.json', '[{"id": "kay", "type": "book"},\n {"title":"x","id":"ro:2"}]'],
  ['a.json', '{"items": [{"author": [{"id": "no"}], "id": "kay"}, {"id": "ro:2"}]}'],
  ['a.yaml', 'references:\n- id: kay\n  title: T\n- type: book\n  id: "ro:2"\n'],
  ['a.yml', '- id: kay\n- id: ro:2\n  author:\n  - id: no\n'],
  ['a.yaml', 'title: x\nreferences: [{id: kay}, {id: "ro:2"}]\n'],
  [
    'a.yaml',
    "nocite: |\n  - @x\nreferences:\n  - title: T\n    id: 'kay'\n  - id: ro:2\nother:\n  - id: no\n",
  ],
])('keys stand where they are written: %s %s', async (name, text) => {
  const { entries } = await read(name, text);
  expect(entries.map(({ key }) => key)).toEqual(['kay', 'ro:2']);
  for (const { key, keyRange } of entries) {
    expect(text.slice(keyRange.start, keyRange.end)).toBe(key);
  }
});

describe('what is broken in CSL JSON', () => {
  test.each([
    [
      '[{"id": "a", "title": "T",}, {"id": "b"}]',
      ['a', 'b'],
      'a | The item a is no valid JSON: a comma stands before a closing bracket',
    ],
    ['[{"id": "a"} {"id": "b"}]', ['a', 'b'], '{ | A comma is missing before this item'],
    ['[{"id": "a"}, {"id": "b"},]', ['a', 'b'], ', | The comma behind the last item has to go'],
    ['[{"id": "a"}, {"id": "b"}', ['a', 'b'], '} | The list is not closed; a ] is missing'],
    ['[{"title": "T"}, {"id": "b"}]', ['b'], '{ | This item has no id, so nobody can cite it'],
    [
      '[\n  {\n    "id": "a"\n    "title": "T"\n  },\n  {"id": "b"}\n]',
      ['a', 'b'],
      'a | The item a is no valid JSON: a comma is missing at the end of a line',
    ],
    ['[\n{"id": "a", "author": [{"family": "X"},\n{"id": "b"}\n]', ['a', 'b'], undefined],
    ['not json', [], 'not json | This is no CSL JSON: it should be a list of items in [ and ]'],
  ])('%s', async (text, keys, fault) => {
    const bibliography = await read('a.json', text);
    expect(bibliography.entries.map(({ key }) => key)).toEqual(keys);
    if (fault !== undefined) expect(faultsIn(bibliography, text)).toEqual([fault]);
    else expect(bibliography.faults).not.toEqual([]);
  });
});

test('an item of YAML that is broken hides no other', async () => {
  const text =
    'references:\n- id: a\n  title: "never closed\n- id: b\n  title: B\n- title: no id\n';
  const bibliography = await read('a.yaml', text);
  expect(bibliography.entries.map(({ key, work }) => [key, work.title])).toMatchObject([
    ['a', expect.anything()],
    ['b', 'B'],
  ]);
  expect(faultsIn(bibliography, text)).toContain(
    '- title: no id | This item has no id, so nobody can cite it',
  );
});

test('a bibliography of another format hides what it has', async () => {
  const bibliography = await read('a.ris', 'TY  - JOUR\nID  - kay\n');
  expect(bibliography.isForeign).toBe(true);
  expect(bibliography.mayHide('anything')).toBe(true);
});

test.each([
  ['title: Trust: a study', true],
  ['title: @home', true],
  ['title: "never closed', true],
  ['title: "Trust: a study"', false],
  ['title: It is "so"', false],
  ['abstract: >\n    We ask: why: "not', false],
  ['URL: https://example.org/a:b', false],
])(
  'an item in YAML that Pandoc refuses for %s is a fault, and hides no other',
  async (line, is) => {
    const text = `references:\n- id: a\n  ${line}\n- id: b\n  title: B\n`;
    const bibliography = await read('a.yaml', text);
    expect(bibliography.entries.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(bibliography.faults.map(({ message }) => message)).toEqual(
      is ? [expect.stringMatching(/^This YAML cannot be read: /)] : [],
    );
    for (const { range } of bibliography.faults) {
      expect(range.start).toBeGreaterThanOrEqual(text.indexOf('a\n'));
      expect(range.end).toBeLessThanOrEqual(text.indexOf('- id: b'));
    }
  },
);

test('a tab in the place of blanks is a fault, and ends no list', async () => {
  const text = 'references:\n  - id: a\n\ttitle: A\n  - id: b\nother: x\n';
  const bibliography = await read('a.yaml', text);
  expect(bibliography.entries.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(faultsIn(bibliography, text)).toEqual([
    '\t | A tab makes the indentation here; write spaces',
  ]);
});
