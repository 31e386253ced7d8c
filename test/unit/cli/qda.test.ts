import { expect, test } from 'vitest';
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
