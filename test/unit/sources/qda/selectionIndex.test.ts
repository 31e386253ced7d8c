import { expect, test } from 'vitest';
import { readQda } from '../../../../server/src/core/sources/qda/readQda';
import { SelectionIndex } from '../../../../server/src/core/sources/qda/selectionIndex';
import { DIALECTS, projectArchive } from '../../../tools/qdaFixtures';

const projects = DIALECTS.slice(0, 1).map((dialect) =>
  readQda(projectArchive(dialect), 'file:///project.qdpx'),
);
const index = new SelectionIndex(projects);

test.each([
  ['D1000000-0000-4000-8000-000000000002', 1],
  ['{d1000000-0000-4000-8000-000000000002}', 1],
  ['d1000000000040008000000000000002', 1],
  ['d1000000', 4],
  ['d100000', 0],
  ['d1000001', 0],
  ['ffffffff', 0],
])('%s names %d', (written, count) => {
  expect(index.find(written)).toHaveLength(count);
});

test('the shortest name of a selection is its own', () => {
  for (const selection of projects.flatMap(({ selections }) => selections)) {
    expect(index.find(index.shortest(selection))).toEqual([selection]);
  }
});
