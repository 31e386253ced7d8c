import { expect, test } from 'vitest';
import { trackedSource } from '../../../server/src/core/rules/trackedSource';
import { gitIndex } from '../../tools/gitIndex';
import { findings, projectFrom } from '../../tools/project';

const FILES = {
  'data/codings.csv': 'code,quotation,source\nPay,Nobody paid us.,Interview 3\n',
  '.git/index': gitIndex(['data/codings.csv', 'data/other.csv']),
  'data/other.csv': 'code,quotation,source\nPay,We were paid.,Interview 4\n',
};

async function messages(access: string) {
  const config = `qda: [data/codings.csv, data/other.csv]
sources:
  - {id: owner, kind: interview, access: ${access}, qda: Interview 3}
  - {id: guard, kind: interview, qda: Interview 4}
`;
  const project = await projectFrom({ ...FILES, 'warrant.yaml': config, 'paper.md': 'Text.\n' });
  return findings(project, trackedSource).map(
    ({ message, place: { range } }) => [config.slice(range.start, range.end), message] as const,
  );
}

test('a QDA file with the words of a source that is no open one is no file for git', async () => {
  expect(await messages('confidential')).toEqual([
    [
      'data/codings.csv',
      'This file holds a source that is confidential, and git tracks it; take it out of the repository with git rm --cached',
    ],
  ]);
  expect(await messages('open')).toEqual([]);
});
