import { describe, expect, test } from 'vitest';
import { readConfigFile, type ConfigProblem } from '../../../server/src/core/config';
import { drawRanges, readFixture } from '../../tools/fixture';

const URI = 'file:///paper/warrant.yaml';

/** Checks that exactly the marked places are faults, with these parts of messages in order. */
function expectProblems(marked: string, ...messages: (string | RegExp)[]) {
  const { text, ranges } = readFixture(marked);
  const config = readConfigFile(URI, text);
  const found = inOrder(config.problems);
  const places = found.map(({ place }) => place.range);
  const shown = found.map(({ message }) => message).join('\n');
  expect(drawRanges(text, places), shown).toBe(drawRanges(text, ranges));
  expect(found).toHaveLength(messages.length);
  messages.forEach((message, index) => expect(found[index]?.message).toMatch(message));
  return config;
}

function inOrder(problems: readonly ConfigProblem[]): ConfigProblem[] {
  return [...problems].sort((a, b) => a.place.range.start - b.place.range.start);
}

describe('warrant.yaml', () => {
  test('gives everything with its place', () => {
    const { text, ranges } = readFixture(`manuscript: [⟦a.md⟧, "⟦b/*.md⟧"]
bibliography: ⟦refs.bib⟧
sources:
  - ⟦{id: owner, kind: interview, date: 2012-03-05}⟧
qda: ⟦osh.qdpx⟧
stage: submission
rules: {⟦single-source-claim⟧: off, missing-warrant: false}
elements:
  "⟦#m-shift⟧": {⟦trigger⟧: "⟦#k-crisis⟧", outcome: [⟦one⟧, ⟦two⟧]}
`);
    const config = readConfigFile(URI, text);
    expect(config.problems).toEqual([]);
    const [entry] = config.elements;
    const places = [
      ...(config.manuscript ?? []).map(({ place }) => place.range),
      ...config.bibliography.map(({ place }) => place.range),
      ...config.sources.map(({ place }) => place.range),
      config.qda[0]?.place.range,
      config.rules[0]?.place.range,
      entry?.place.range,
      entry?.written[0]?.keyRange,
      ...(entry?.written ?? []).map(({ place }) => place.range),
    ].flatMap((range) => (range ? [range] : []));
    expect(drawRanges(text, places)).toBe(drawRanges(text, ranges));
    expect(config.manuscript?.map(({ path }) => path)).toEqual(['a.md', 'b/*.md']);
    expect(config.sources).toMatchObject([{ id: 'owner', kind: 'interview', date: '2012-03-05' }]);
    expect(config.stage).toBe('submission');
    expect(config.rules.map(({ severity }) => severity)).toEqual(['off', 'off']);
    expect(entry?.id).toBe('m-shift');
    expect(entry?.written.map(({ key, text: value }) => [key, value])).toEqual([
      ['trigger', '#k-crisis'],
      ['outcome', 'one'],
      ['outcome', 'two'],
    ]);
  });

  test('keeps numbers and dates as they are written', () => {
    const config = readConfigFile(URI, 'elements: {s-a: {n: 02, period: 2012, when: 1e3}}\n');
    expect(config.elements[0]?.written.map(({ text }) => text)).toEqual(['02', '2012', '1e3']);
  });

  test('keeps citation keys apart, with or without @', () => {
    const config = readConfigFile(
      URI,
      'elements: {c-a: {cites: [one, "@two"]}, c-b: {cites: x}}\n',
    );
    const texts = config.elements.map(({ written }) => written.map(({ text }) => text));
    expect(texts).toEqual([['@one', '@two'], ['@x']]);
  });

  test('loses nothing beside what is faulty', () => {
    const config = expectProblems(
      `stage: ⟦final⟧
⟦sorces⟧: []
sources:
  - {id: a, kind: ⟦interveiw⟧}
  - {id: b, ⟦fiel⟧: x.txt}
  - ⟦{kind: interview}⟧
  - {id: d}
rules: {missing-warrant: ⟦loud⟧, weak-tests: hint}
`,
      /^stage: takes one of draft, submission/,
      /“sorces”.*did you mean sources/,
      /^sources\.0\.kind: takes one of interview/,
      /“fiel”.*did you mean file/,
      /either id or ids/,
      /^rules\.missing-warrant: takes one of error/,
    );
    expect(config.sources.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect(config.rules).toMatchObject([{ rule: 'weak-tests', severity: 'hint' }]);
  });

  test('knows the place of what follows after something that was left out', () => {
    const { text, ranges } = readFixture(`sources:
  - {kind: interview}
  - ⟦{id: b}⟧
  - {}
  - ⟦{id: d}⟧
bibliography: [{}, ⟦refs.bib⟧]
`);
    const config = readConfigFile(URI, text);
    const places = [...config.sources, ...config.bibliography].map(({ place }) => place.range);
    expect(drawRanges(text, places)).toBe(drawRanges(text, ranges));
  });

  test.each([
    ['a list', '⟦- a\n- b\n⟧', /keys with values/],
    ['a text', '⟦just words\n⟧', /keys with values/],
    ['a list where a text is needed', 'pseudonyms: ⟦[a]⟧\n', /pseudonyms: needs a text/],
    ['a text where a list is needed', 'sources: ⟦owner⟧\n', /sources: needs a list/],
    ['a number for a path', 'manuscript: ⟦{a: b}⟧\n', /list or a text/],
  ])('says what is wrong with %s', (_, text, message) => {
    expectProblems(text, message);
  });

  test.each([
    ['a key that stands twice', 'stage: draft\n⟦stage⟧: draft\n', /twice/],
    ['a tab as indentation', 'elements:\n⟦\t⟧c-a: {is: claim}\n', /[Tt]ab/],
    ['a second document', 'stage: draft\n⟦---\nstage: draft\n⟧', /second document/],
    ['an alias without anchor', 'qda: ⟦*none⟧\n', /none/],
    ['an alias in its own anchor', 'elements: &a {c-a: ⟦*a⟧}\n', /within what it repeats/],
  ])('says where %s is', (_, text, message) => {
    const { text: source, ranges } = readFixture(text);
    const found = readConfigFile(URI, source).problems.filter(({ message: m }) => message.test(m));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.place.range.start).toBe(ranges[0]?.start);
  });

  test('follows aliases to their anchors', () => {
    const text =
      'sources:\n  - &s {id: a, kind: interview}\n  - {id: b}\nrules: {x: &e error, y: *e}\n';
    const config = readConfigFile(URI, text);
    expect(config.problems).toEqual([]);
    expect(config.rules.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });

  test('does not unfold aliases of aliases without end', () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0
        ? 'l0: &l0 [x, x, x]'
        : `l${level}: &l${level} [*l${level - 1}, *l${level - 1}, *l${level - 1}]`,
    );
    const started = performance.now();
    const { problems } = readConfigFile(URI, levels.join('\n'));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(problems.map(({ message }) => message).join()).toMatch(/aliases repeat too much/);
  });

  test.each([
    ['nested brackets', `elements: ${'['.repeat(5_000)}`],
    ['nested maps', `elements: ${'{a: '.repeat(3_000)}`],
    [
      'names of JavaScript',
      'constructor: 1\n__proto__: {a: b}\nelements: {toString: {valueOf: x}}\n',
    ],
    ['NUL bytes', '\0'.repeat(100)],
    ['a carriage return alone', 'stage: draft\rqda: x\r'],
    ['only a comment', '# nothing\n'],
    ['nothing', ''],
  ])('does not throw at %s', (_, text) => {
    expect(() => readConfigFile(URI, text)).not.toThrow();
  });

  test('reads CRLF with exact places', () => {
    expectProblems(
      'qda: a.qdpx\r\nstage: ⟦final⟧\r\nsorce: 1\r\n'.replace('sorce', '⟦sorce⟧'),
      /stage/,
      /sorce/,
    );
  });
});

describe('ranges of source ids', () => {
  test.each([
    ['ids: i01..i03', ['i01', 'i02', 'i03']],
    ['ids: i9..11', ['i9', 'i10', 'i11']],
    ['ids: [a, b1..b2]', ['a', 'b1', 'b2']],
    ['ids: "a, b c"', ['a', 'b', 'c']],
    ['id: i01..i03x', []],
  ])('%s', (written, ids) => {
    expect(readConfigFile(URI, `sources: [{${written}}]`).sources.map(({ id }) => id)).toEqual(ids);
  });

  test.each(['i15..i01', 'i1..j3', 'i1..i99999999', 'a..b'])(
    '%s is no range, and says so',
    (range) => {
      expectProblems(`sources: [⟦{ids: ${range}}⟧]`, 'is not a range');
    },
  );

  test('a very long text takes no time', () => {
    const started = performance.now();
    readConfigFile(URI, `sources: [{ids: "${'1'.repeat(200_000)}.."}]`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('near misses of YAML', () => {
  const misses = (text: string) =>
    inOrder(readConfigFile(URI, text).problems.filter(({ rule }) => rule === 'near-miss'));
  const expectMisses = (marked: string): void => {
    const { text, ranges } = readFixture(marked);
    const places = misses(text).map(({ place }) => place.range);
    expect(drawRanges(text, places)).toBe(drawRanges(text, ranges));
  };

  test.each([
    'elements:\n  m-a: {trigger: ⟦#k-x⟧}\n',
    'elements:\n  m-a: {trigger: ⟦#k-x⟧, outcome: y}\n',
    'elements:\n  m-a:\n    trigger: ⟦#k-x⟧\n    outcome: y\n',
    'elements:\n  c-a:\n    evidence: ⟦@key⟧\n',
    'elements:\n  c-a: {evidence: ⟦@key⟧}\n',
    'elements:\n  c-a: {evidence: [⟦@one⟧, ⟦@two⟧]}\n',
    'elements:\n  c-a: {evidence: [⟦#one⟧, #two]}\n',
    'elements:\n  c-a:\n    evidence:\n      - ⟦#one⟧\n      - ⟦@two⟧\n',
    'elements:\n  c-a:\n    evidence: ⟦#one⟧ #two\n',
    'elements:\r\n  m-a:\r\n    trigger: ⟦#k-x⟧\r\n    outcome: y\r\n',
    'elements:\n  m-a:\n    trigger: ⟦#k-x⟧',
  ])('%j', expectMisses);

  test.each([
    'elements: {c-a: {note: see #3}}\n',
    'elements:\n  c-a:\n    note: see #3\n',
    'elements:\n  c-a:\n    note: "#3 is next"\n    warrant: \'#c-b\'\n',
    'sources:\n  - {id: a, url: "https://example.org/#top"}\n  - id: b\n    url: https://example.org/#top\n',
    'stage: draft #final-soon\n',
    'sources: #interviews\n  - id: a\n',
    'sources: #interviews\n- id: a\n',
    'rules: #severities\n  missing-warrant: hint\n',
    'elements:\n  c-a:\n    note: |\n      see: #3\n      by: @me\n    label: H1\n',
    'elements:\n  c-a:\n    note: "two lines\n      see: #3"\n',
    'elements:\n  c-a:\n    note: someone@example.org\n',
    '#alone\nstage: draft\n',
    'qda: #TODO: ask for the file\n',
    'elements: {\n  #first\n  c-a: {is: claim},\n}\n',
  ])('is silent at %j', expectMisses);

  test('names the first fault of the syntax alone, and not what follows from it', () => {
    const config = expectProblems(
      'sources:\n  - {id: a, kind: "interview" ⟦y⟧}\nstage: "nonsense"\nqda: {\n',
      /quotes are missing/,
    );
    expect(config.problems[0]?.hidesRest).toBe(true);
  });

  test.each([
    ['manuscript: [a.md, b.md\nstage: draft\n', /closing \]/],
    ['stage: dr: aft\n', /second “: ”/],
    ['sources:\n\t- id: a\n', /not tabs/],
    ['stage: "draft\n', /quote that is opened/],
    ['stage: `draft`\n', /begins with `/],
  ])('tells authors what is wrong with %j', (text, message) => {
    const { problems } = readConfigFile(URI, text);
    expect(problems[0]?.message).toMatch(/^This is not valid YAML: /);
    expect(problems[0]?.message).toMatch(message);
    expect(problems.filter((problem) => problem.message.includes('valid YAML'))).toHaveLength(1);
  });

  test('reports a source that is declared twice, once for each entry', () => {
    const config = expectProblems(
      `sources:
  - {id: owner, kind: interview}
  - ⟦{id: owner, kind: document}⟧
  - {ids: i01..i03, kind: interview}
  - ⟦{ids: i02..i04, kind: survey}⟧
`,
      /owner is declared already/,
      /i02 is declared already/,
    );
    expect(config.sources[0]).toMatchObject({ id: 'owner', kind: 'interview' });
  });

  test('does not let a further kind take the name of one that is there', () => {
    expectProblems(
      'vocabulary:\n  kinds:\n    ⟦claim⟧: {is: evidence}\n    finding: {is: claim}\n',
      /“claim” is a kind already/,
    );
  });

  test('names no echo of a near miss as broken YAML', () => {
    const text = 'elements:\n  m-a: {trigger: #k-x, outcome: y}\n  m-b: {trigger: "#k-y"}\n';
    expect(readConfigFile(URI, text).problems.map(({ rule }) => rule)).toEqual(['near-miss']);
  });

  test('offers the value in quotes', () => {
    expect(misses('qda: @x\n')[0]).toMatchObject({ suggestion: '"@x"' });
  });
});
