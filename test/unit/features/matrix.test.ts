import { describe, expect, it } from 'vitest';
import { matrixText } from '../../../server/src/core/exports/matrix/text';
import { claimEvidenceMatrix } from '../../../server/src/core/features/matrix/claimEvidenceMatrix';
import type { MatrixOptions } from '../../../server/src/core/figures';
import { projectFrom, type Files } from '../../tools/project';

const SOURCES = `---
warrant:
  sources:
    - {id: owner, kind: interview, informant: the owner}
    - {id: notes, kind: fieldnote}
    - {id: unheard, kind: interview}
---

`;

async function matrixOf(files: string | Files, options?: MatrixOptions) {
  const all = typeof files === 'string' ? { 'paper.md': SOURCES + files } : files;
  return claimEvidenceMatrix(await projectFrom(all), options);
}

/** `claim / column: verdict by (tests)` for each link. */
async function links(files: string | Files, options?: MatrixOptions): Promise<string[]> {
  const { cells, rows, columns } = await matrixOf(files, options);
  return cells.flatMap(({ row, column, verdict, marks }) =>
    marks.map((mark) => {
      const tests = mark.tests.map(({ test, result }) => `${test} ${result ?? 'open'}`).join(', ');
      const words = [verdict, mark.verdict, mark.by, tests].filter(Boolean).join(' ');
      return `${rows[row]?.id} / ${columns[column]?.id ?? columns[column]?.name}: ${words}`;
    }),
  );
}

async function rowIds(files: string | Files, options?: MatrixOptions): Promise<string[]> {
  const { rows, groups } = await matrixOf(files, options);
  return rows.map(({ id = '', group }) => {
    const label = groups[group]?.label;
    return label ? `${label}: ${id}` : id;
  });
}

describe('the cells', () => {
  it('say what supports and what speaks against, wherever that is written', async () => {
    expect(
      await links(`
[Trust grew: ["it did"]{.evidence #e-in}]{.claim #c-trust evidence="e-a @lee" against=e-b}.
["Yes"]{.evidence #e-a} ["No"]{.evidence #e-b challenges=c-late} ["So"]{.evidence #e-c supports=c-late}
[It came late]{.claim #c-late}.
`),
    ).toEqual([
      'c-trust / e-in: support support nesting',
      'c-trust / e-a: support support attribute',
      'c-trust / e-b: challenge challenge attribute',
      'c-trust / @lee: support support attribute',
      'c-late / e-b: challenge challenge attribute',
      'c-late / e-c: support support attribute',
    ]);
  });

  it('give the results of tests; a failed test speaks against', async () => {
    expect(
      await links(`
[a]{.claim #c-a evidence=e-a} [b]{.claim #c-b}
["Yes"]{.evidence #e-a tests="c-a:hoop:pass c-a:straw c-b:hoop:fail"}
`),
    ).toEqual([
      'c-a / e-a: support support attribute hoop pass, straw open',
      'c-b / e-a: challenge failed attribute hoop fail',
    ]);
  });

  it('hold several links, which may contradict each other', async () => {
    const text = `
[a]{.claim #c-a evidence="e-a e-b" against=e-c}
["1"]{.evidence #e-a source=owner} ["2"]{.evidence #e-b source="owner notes"} ["3"]{.evidence #e-c source=owner}
`;
    expect(await links(text, { columns: 'sources' })).toEqual([
      'c-a / owner: mixed support attribute',
      'c-a / owner: mixed support attribute',
      'c-a / owner: mixed challenge attribute',
      'c-a / notes: support support attribute',
    ]);
  });

  it('tell support and challenge by one and the same piece of evidence', async () => {
    const text = '[a]{.claim #c-a evidence=e-a against=e-a} ["1"]{.evidence #e-a}';
    expect(await links(text)).toEqual([
      'c-a / e-a: mixed support attribute',
      'c-a / e-a: mixed challenge attribute',
    ]);
  });

  it('take what sets a scene for no support', async () => {
    const text = '[a]{.claim #c-a evidence=e-a} ["1"]{.evidence #e-a display=context}';
    expect(await links(text)).toEqual(['c-a / e-a: scene scene attribute']);
    expect((await matrixOf(text)).rows[0]).toMatchObject({ support: 0, thin: 'nothing' });
  });
});

describe('the columns', () => {
  it('are the sources behind the evidence, the unused ones and what has none too', async () => {
    const text = `
[a]{.claim #c-a evidence="e-a e-b e-c @lee"}
["1"]{.evidence #e-a source=owner} ["2"]{.evidence #e-b} ["3"]{.evidence #e-c source=@kay}
`;
    const { columns } = await matrixOf(text, { columns: 'sources' });
    expect(columns.map(({ name, support, isUnused }) => [name, support, isUnused])).toEqual([
      ['the owner', 1, false],
      ['notes', 0, true],
      ['unheard', 0, true],
      ['No source named', 1, false],
      ['@kay', 1, false],
      ['@lee', 1, false],
    ]);
  });

  it('are the tests, and what was not tested', async () => {
    const text = `
[a]{.claim #c-a evidence="e-a e-b"} ["1"]{.evidence #e-a tests="c-a:hoop:pass c-a:straw:fail"} ["2"]{.evidence #e-b}
`;
    expect(await links(text, { columns: 'tests' })).toEqual([
      'c-a / Straw in the wind: challenge failed attribute straw fail',
      'c-a / Hoop: support support attribute hoop pass',
      'c-a / No test: support support attribute',
    ]);
  });

  it('say which evidence is not used, used elsewhere only, or overused', async () => {
    const claims = [1, 2, 3, 4, 5].map((n) => `[c]{.claim #c-${n} evidence=e-often}`).join(' ');
    const { columns, totals } = await matrixOf(`${claims}
["often"]{.evidence #e-often} ["never"]{.evidence #e-never} ["scene"]{.evidence #e-scene display=context}
[step]{.step #s-a evidence=e-step} ["step"]{.evidence #e-step}
`);
    expect(columns).toMatchObject([
      { id: 'e-often', support: 5, isOverused: true, isUnused: false },
      { id: 'e-never', support: 0, isOverused: false, isUnused: true },
      { id: 'e-step', support: 0, elsewhere: 1, isUnused: false },
    ]);
    expect(totals).toMatchObject({ rows: 5, columns: 3, links: 5, unused: 1, overused: 1 });
  });

  it('are sorted, filtered, and left out where they are empty', async () => {
    const text = `
[a]{.claim #c-a evidence=e-z} [b]{.claim #c-b evidence="e-z e-a"}
["Zeal"]{.evidence #e-z source=notes} ["Art"]{.evidence #e-a source=owner} ["Bread"]{.evidence #e-b}
`;
    const ids = async (options: MatrixOptions) =>
      (await matrixOf(text, options)).columns.map(({ id }) => id);
    expect(await ids({})).toEqual(['e-z', 'e-a', 'e-b']);
    expect(await ids({ sortColumns: 'name' })).toEqual(['e-a', 'e-b', 'e-z']);
    expect(await ids({ sortColumns: 'uses' })).toEqual(['e-z', 'e-a', 'e-b']);
    expect(await ids({ sortColumns: 'kind' })).toEqual(['e-z', 'e-a', 'e-b']);
    expect(await ids({ columnText: 'OWNER' })).toEqual(['e-a']);
    expect(await ids({ hideEmpty: true })).toEqual(['e-z', 'e-a']);
    expect(await ids({ hideEmpty: true, rowText: 'c-a' })).toEqual(['e-z']);
  });
});

describe('the rows', () => {
  it('say how thin the ground is', async () => {
    const { rows } = await matrixOf(`
[none]{.claim #c-none} [gap]{.claim #c-gap status=needs-support note="more interviews"}
[one]{.claim #c-one evidence=e-a} [same]{.claim #c-same evidence="e-a e-b"} [two]{.claim #c-two evidence="e-a e-c"}
[unnamed]{.claim #c-unnamed evidence="e-a e-d"} [follows]{.claim #c-follows from=c-two}
[asked]{.claim #q-a type=question} [given]{.claim #c-given status=assumed}
["1"]{.evidence #e-a source=owner} ["2"]{.evidence #e-b source=owner} ["3"]{.evidence #e-c source=notes} ["4"]{.evidence #e-d}
`);
    expect(rows.map(({ id, status, thin, sources }) => [id, status, thin, sources])).toEqual([
      ['c-none', 'unsupported', 'nothing', 0],
      ['c-gap', 'gap', 'nothing', 0],
      ['c-one', 'supported', 'one', 1],
      ['c-same', 'supported', 'one', 1],
      ['c-two', 'supported', undefined, 2],
      ['c-unnamed', 'supported', undefined, 1],
      ['c-follows', 'supported', undefined, 0],
      ['q-a', 'open', undefined, 0],
      ['c-given', 'assumed', undefined, 0],
    ]);
  });

  const BOOK = `
[before]{.claim #c-0}

# One

[b]{.claim #c-1 type=proposition evidence=e-a} ["1"]{.evidence #e-a}

## Two

[a]{.claim #c-2 evidence="e-a e-b"} ["2"]{.evidence #e-b}

# One

[c]{.claim #c-3 against=e-a}
`;

  it('stand together by section, two of one name apart, or by type or status', async () => {
    expect(await rowIds(BOOK, { group: 'section' })).toEqual([
      'Before the first heading: c-0',
      'One: c-1',
      'Two: c-2',
      'One: c-3',
    ]);
    expect(await rowIds(BOOK, { group: 'type' })).toEqual([
      'finding: c-0',
      'finding: c-2',
      'finding: c-3',
      'proposition: c-1',
    ]);
    expect(await rowIds(BOOK, { group: 'status', sort: 'name' })).toEqual([
      'unsupported: c-0',
      'supported: c-2',
      'supported: c-1',
      'contested: c-3',
    ]);
  });

  it('are sorted by name or by what they rest on', async () => {
    expect(await rowIds(BOOK, { sort: 'name' })).toEqual(['c-2', 'c-1', 'c-0', 'c-3']);
    expect(await rowIds(BOOK, { sort: 'weakest' })).toEqual(['c-0', 'c-1', 'c-3', 'c-2']);
    expect(await rowIds(BOOK, { sort: 'strongest' })).toEqual(['c-2', 'c-1', 'c-0', 'c-3']);
  });

  it.each([
    ['linked', ['c-1', 'c-2', 'c-3']],
    ['unsupported', ['c-0']],
    ['thin', ['c-0', 'c-1']],
    ['contested', ['c-3']],
  ] as const)('that are shown: %s', async (show, ids) => {
    expect(await rowIds(BOOK, { show })).toEqual(ids);
  });

  it('are found by any of their words', async () => {
    expect(await rowIds(BOOK, { rowText: 'PROP one' })).toEqual(['c-1']);
    expect(await rowIds(BOOK, { rowText: 'nowhere' })).toEqual([]);
  });

  it('may be mechanisms and their steps', async () => {
    const text =
      '[shift]{.mechanism #m-a evidence=e-a} [first]{.step #s-a of=m-a} ["1"]{.evidence #e-a supports=s-a}';
    expect(await links(text, { rows: 'mechanisms' })).toEqual([
      'm-a / e-a: support support attribute',
      's-a / e-a: support support attribute',
    ]);
    expect((await matrixOf(text, { rows: 'all' })).columns[0]?.elsewhere).toBe(0);
  });

  it('are of the files that take part, and again where one restates another not', async () => {
    const { rows } = await matrixOf({
      'warrant.yaml': 'manuscript: [a.md, b.md]\n',
      'a.md': '[x]{.claim #c-a}\n',
      'b.md': '[again]{.claim ref=c-a}\n',
    });
    expect(rows.map(({ id }) => id)).toEqual(['c-a']);
  });
});

it('is nothing but a frame without claims', async () => {
  const made = await matrixOf('Text.\n');
  expect(made).toMatchObject({ rows: [], columns: [], cells: [], groups: [] });
  expect(matrixText(made)).toContain('0 claims');
});
