import { describe, expect, test } from 'vitest';
import { warrant } from '../../tools/command';

const SECRET = 'Nobody paid the crew';
const HIDDEN = 'They cooked the books';

const FILES = {
  'warrant.yaml': `manuscript: [paper.md]
sources:
  - {id: i01, kind: interview, informant: owner, access: restricted}
  - {id: i02, kind: interview, informant: Jo Doe, role: cook, access: confidential, file: jo.txt}
  - {id: i03, kind: interview, informant: guard}
`,
  'paper.md': `[Pay]{.construct #k-pay tier=theme}

[Crews left: ["${SECRET}."]{.evidence #e-pay source=i01 note="angry words" loc="min 3"}]{.claim #c-left constructs=k-pay}

["${HIDDEN}."]{.evidence #e-books source=i02 loc="min 9" speaker="the cook" supports=c-left}
["We all knew."]{.evidence #e-open source=i03 supports="c-left m-1"}
["Hush."]{.evidence #e-own source=i03 access=confidential supports="c-left m-1"}

[Pressure]{.mechanism #m-1 trigger="a crisis" outcome="silence" evidence="e-pay e-books"}
`,
};

const COMMANDS: readonly (readonly string[])[] = [
  ['outline'],
  ['outline', '--view', 'claims', '--format', 'json'],
  ['outline', '--view', 'sources', '--format', 'markdown'],
  ['map', '--evidence', '--claims'],
  ['map', '--evidence', '--claims', '--format', 'mermaid'],
  ['map', '--evidence', '--claims', '--format', 'dot'],
  ['map', '--evidence', '--claims', '--format', 'json'],
  ['matrix'],
  ['matrix', '--format', 'csv'],
  ['matrix', '--format', 'html'],
  ['matrix', '--format', 'markdown', '--rows', 'all'],
  ['matrix', '--format', 'json'],
  ['matrix', '--columns', 'sources', '--format', 'csv'],
  ['table', 'proof-quotes'],
  ['table', 'proof-quotes', '--format', 'csv'],
  ['table', 'informants'],
  ['table', 'sources'],
];

/** What is written, without the lines and marks into which it is broken. */
async function written(args: readonly string[]): Promise<{ out: string; err: string }> {
  const { code, out, err } = await warrant(args, FILES);
  expect(code, err).toBe(0);
  return { out: out.replace(/<[^>]*>|\\n|\s+/g, ' ').replace(/\s+/g, ' '), err };
}

describe('what others may not read is held back', () => {
  test.each(COMMANDS)('%s %s %s %s %s', async (...args) => {
    const { out, err } = await written(args);
    expect(out).not.toMatch(/Nobody|paid the|cooked|books\.|Hush|angry|Jo Doe|the cook|jo\.txt/);
    expect(err).toMatch(/held back \(|named by id alone/);
  });

  test('with the words that may be read, and a mark for the others', async () => {
    const { out, err } = await written(['matrix', '--format', 'csv']);
    expect(out).toMatch(/#e-pay \[withheld: restricted\]|#e-pay “\[withheld: restricted\]”/);
    expect(out).toMatch(/We all knew/);
    expect(err).toMatch(
      'warrant: 3 pieces of evidence held back (1 restricted, 2 confidential); --include',
    );
  });

  test('by access, as far as is asked for', async () => {
    const some = await written(['matrix', '--include', 'restricted']);
    expect(some.out).toMatch(/Nobody/);
    expect(some.out).not.toMatch(/cooked|Hush|Jo Doe/);
    expect(some.err).toMatch('2 pieces of evidence held back (2 confidential)');
    const all = await written(['outline', '--view', 'sources', '--include', 'confidential']);
    for (const words of ['Nobody', 'cooked', 'Hush', 'Jo Doe']) expect(all.out).toMatch(words);
    expect(all.err).toBe('');
  });

  test('from tables too, which have all rows for those who may read them', async () => {
    const all = await written(['table', 'proof-quotes', '--include', 'confidential']);
    for (const words of ['Nobody', 'cooked', 'Jo Doe']) expect(all.out).toMatch(words);
    expect(all.err).toBe('');
    const { err } = await written(['table', 'triangulation']);
    expect(err.match(/named by id alone/g)).toHaveLength(1);
  });

  test('with the name of an informant wherever he is heard, however that is written', async () => {
    const { out } = await warrant(['table', 'informants'], {
      'warrant.yaml': FILES['warrant.yaml'].replace('informant: guard', 'informant: "jo  doe"'),
      'paper.md': FILES['paper.md'],
    });
    expect(out).not.toMatch(/jo\s+doe/i);
    expect(out).toMatch(/\| i02 +\| +2 \|/);
  });

  test('with what is tagged in the words of evidence', async () => {
    const files = {
      'warrant.yaml': FILES['warrant.yaml'],
      'paper.md':
        '["They [cooked the books]{.construct #k-books} and [no man knew]{.claim #c-knew}."]{.evidence #e-books source=i02}\n',
    };
    for (const view of ['claims', 'constructs']) {
      const { out, err } = await warrant(['outline', '--view', view], files);
      expect(out).toMatch('[withheld: confidential]');
      expect(out).not.toMatch(/cooked|knew”/);
      expect(err).toMatch('1 piece of evidence held back');
      const all = await warrant(['outline', '--view', view, '--include', 'confidential'], files);
      expect(all.out).toMatch(/cooked the books|no man knew/);
    }
  });

  test('and nothing is said where nothing of it was asked for', async () => {
    const { err } = await written(['map', '--format', 'mermaid']);
    expect(err).toBe('');
  });

  test('and a level that is none is refused', async () => {
    const { code, err } = await warrant(['matrix', '--include', 'all'], FILES);
    expect(code).toBe(2);
    expect(err).toMatch('--include takes open or restricted or confidential');
  });
});

describe('where it cannot be read who may read', () => {
  const shown = async (config: string, access = '') =>
    warrant(['matrix'], {
      'warrant.yaml': `manuscript: [paper.md]\n${config}`,
      'paper.md': `[x]{.claim #c-x evidence=e-a} ["${SECRET}."]{.evidence #e-a source=i01 ${access}}\n`,
    });

  test.each([
    ['a level in capitals', 'sources: [{id: i01, access: Restricted}]', ''],
    ['a level that is misspelt', 'sources: [{id: i01, access: restriced}]', ''],
    ['one of evidence', 'sources: [{id: i01}]', 'access=Confidental'],
    ['a source that is faulty', 'sources: [{id: i01, ids: [i02], access: restricted}]', ''],
    ['YAML that breaks', 'sources: [{id: i01, access: restricted}\nqda: [', ''],
  ])('nobody may: %s', async (_, config, access) => {
    const { out, err } = await shown(config, access);
    expect(out).toMatch(/\[withheld: /);
    expect(out).not.toMatch(SECRET);
    expect(err).toMatch('1 piece of evidence held back');
  });

  test.each([
    ['a level in capitals', 'sources: [{id: i01, access: OPEN}]'],
    ['nothing', 'sources: [{id: i01, access: }]'],
    ['errors elsewhere', 'stages: 1\nsources: [{id: i01, access: open}]'],
    ['an unknown source', 'sources: [{id: i02, access: restricted}]'],
    ['errors where nothing is kept back', 'sources: [{id: i01, ids: [i02]}]'],
  ])('all may: %s', async (_, config) => {
    expect((await shown(config)).out).toMatch(SECRET);
  });
});
