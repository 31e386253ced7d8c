import { describe, expect, test } from 'vitest';
import { warrant } from '../../tools/command';

const FILES = {
  'codings.csv': `guid,code,quotation,source,place,memo
d1000001-0000-4000-8000-000000000001,Fear,I did not sleep,owner,min 9,so tired
d1000002-0000-4000-8000-000000000002,Compliance > Calculated,Nobody asked,owner,min 2,
`,
  'broken.qdpx': 'PK, and no more',
};

test('lists codes and coded passages', async () => {
  const { code, out, err } = await warrant(['qda', 'codings.csv'], FILES);
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`codings.csv

Codes (3)
  Fear (1)
  Compliance (0)
    Calculated (1)

owner (2)
  d1000001 · min 9 · Fear
    I did not sleep
    memo: so tired
  d1000002 · min 2 · Calculated
    Nobody asked
`);
});

test('gives the same to programs', async () => {
  const { out } = await warrant(['qda', 'codings.csv', '--format', 'json'], FILES);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    files: [
      {
        file: 'codings.csv',
        sources: [{ name: 'owner', kind: 'table', length: null }],
        codes: [{ name: 'Fear' }, { name: 'Compliance' }, { name: 'Calculated', parent: 1 }],
        selections: [
          { source: 0, codes: [0], text: 'I did not sleep', place: 'min 9' },
          { source: 0, codes: [2] },
        ],
      },
    ],
  });
});

test('a file that cannot be read is an error with its reason', async () => {
  const { code, err } = await warrant(['qda', 'broken.qdpx'], FILES);
  expect(code).toBe(2);
  expect(err).toContain('broken.qdpx cannot be read: it is no zip archive, or it is cut off');
});

test.each([
  ['gone.qdpx', 'gone.qdpx: there is no such file'],
  ['data', 'data cannot be read: it is a folder, not a file'],
])('what is no file is named: %s', async (file, reason) => {
  const { code, err } = await warrant(['qda', file], { 'data/a.txt': '' });
  expect(code).toBe(2);
  expect(err).toContain(`warrant: ${reason}\n`);
});

describe('of what others may not read', () => {
  const GUARDED = {
    'warrant.yaml': `manuscript: [paper.md]
qda: data/codings.csv
pseudonyms: names.yaml
sources:
  - {id: i01, kind: interview, qda: owner, access: restricted}
  - {id: i02, kind: interview, qda: Jo Doe, informant: Jo Doe, access: confidential}
  - {id: i03, kind: interview, qda: guard}
`,
    'names.yaml': 'Eva Prins: Sanne\n',
    'paper.md': '["All knew it."]{.evidence source=i03 qda=d1000003 access=confidential}\n',
    'data/codings.csv': `guid,code,quotation,source,place,memo
d1000001-0000-4000-8000-000000000001,Fear,I did not sleep,owner,min 9,so tired
d1000002-0000-4000-8000-000000000002,Fear,They cooked the books,Jo Doe,min 2,
d1000003-0000-4000-8000-000000000003,Fear,All knew it,guard,min 3,
d1000004-0000-4000-8000-000000000004,Fear,"Well. All  knew it, yes.",guard,min 3,
d1000005-0000-4000-8000-000000000005,Fear,No more,guard,min 7,
`,
  };
  const SECRET = /sleep|tired|cooked|Jo Doe|All\s+knew|d100000[1-4]/;

  test.each(['text', 'json'])('nothing is in the %s, and it is said how much', async (format) => {
    const { code, out, err } = await warrant(
      ['qda', 'data/codings.csv', '--format', format],
      GUARDED,
    );
    expect(code, err).toBe(0);
    expect(out).not.toMatch(SECRET);
    expect(out).toMatch(/min 9/);
    expect(out).not.toMatch(/min [23]/);
    expect(out).toMatch(/No more/);
    expect(out).toMatch('[withheld: restricted]');
    expect(err).toMatch('4 coded passages held back (1 restricted, 3 confidential); --include');
    expect(err).toMatch('1 confidential source named by id alone');
  });

  test('more is shown to those who may read it', async () => {
    const some = await warrant(['qda', 'data/codings.csv', '--include', 'restricted'], GUARDED);
    expect(some.out).toMatch(/I did not sleep\n {4}memo: so tired/);
    expect(some.out).not.toMatch(/cooked|Jo Doe|All\s+knew/);
    const all = await warrant(['qda', 'data/codings.csv', '--include', 'confidential'], GUARDED);
    for (const words of ['sleep', 'cooked', 'Jo Doe', 'All knew', 'd1000003']) {
      expect(all.out).toMatch(words);
    }
    expect(all.err).toBe('');
  });

  test('a manuscript elsewhere decides where it is named, or stands below the folder', async () => {
    const { 'warrant.yaml': config, 'data/codings.csv': codings, ...files } = GUARDED;
    const front = config.replace(/^manuscript.*\n/, '').replace(/^(?=.)/gm, '  ');
    const apart = {
      ...files,
      'x/codings.csv': codings,
      'drafts/paper.md': `---\nwarrant:\n${front.replace('data/', '../x/')}---\n\n${files['paper.md']}`,
    };
    const found = await warrant(['qda', 'x/codings.csv'], apart);
    expect(found.out).toMatch('[withheld: restricted]');
    expect(found.out).not.toMatch(SECRET);
    const named = await warrant(['qda', 'codings.csv', '--manuscript', '../drafts'], apart, {
      cwd: '/paper/x',
    });
    expect(named.out).not.toMatch(SECRET);
    expect(named.out).toMatch('[withheld: confidential]');
  });

  test('what a manuscript with secrets does not declare is shown, and named', async () => {
    const files = {
      ...GUARDED,
      'warrant.yaml': GUARDED['warrant.yaml'].replace('qda: guard', 'id: i03'),
    };
    const { err } = await warrant(['qda', 'data/codings.csv'], files);
    expect(err).toMatch('1 source is declared in no manuscript');
  });

  test.each([
    ['a source that is faulty', '{id: i02,', '{id: i02, ids: [i05],'],
    ['YAML that breaks', 'sources:\n', 'sources: [\n'],
  ])('nothing is shown of what may be secret: %s', async (_, from, to) => {
    const files = { ...GUARDED, 'warrant.yaml': GUARDED['warrant.yaml'].replace(from, to) };
    const { code, out } = await warrant(['qda', 'data/codings.csv'], files);
    expect(code).toBe(0);
    expect(out).not.toMatch(SECRET);
    expect(out).toMatch('[withheld: confidential]');
  });

  test('nothing is shown of a table whose rows are mixed up, since secrets may stand anywhere', async () => {
    const codings = GUARDED['data/codings.csv'].replace('Fear,I did', 'Fear,"I did');
    const files = { ...GUARDED, 'data/codings.csv': codings };
    const { code, out, err } = await warrant(['qda', 'data/codings.csv'], files);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch('the quotation marks of data/codings.csv do not match');
    const all = await warrant(['qda', 'data/codings.csv', '--include', 'confidential'], files);
    expect([all.code, all.out]).toEqual([0, expect.stringMatching('cooked')]);
  });

  test('a real name is not written unless it may', async () => {
    const files = {
      ...GUARDED,
      'data/codings.csv': GUARDED['data/codings.csv'].replace('No more', 'I asked Eva Prins'),
    };
    const { code, out, err } = await warrant(['qda', 'data/codings.csv'], files);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch('1 real name would be written (whose pseudonym is Sanne)');
    expect(err).not.toMatch(/Eva|Prins/);
    const allowed = await warrant(['qda', 'data/codings.csv', '--allow-real-names'], files);
    expect(allowed.out).toMatch('I asked Eva Prins');
  });
});
