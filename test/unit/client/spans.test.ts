import { expect, test } from 'vitest';
import { shift } from '../../../client/src/commands/spans';

test.each([
  ['an insertion before', { start: 2, end: 2, newText: 'abc' }, { start: 13, end: 18 }],
  ['an insertion at its start', { start: 10, end: 10, newText: '[' }, { start: 11, end: 16 }],
  ['a deletion before', { start: 0, end: 4, newText: '' }, { start: 6, end: 11 }],
  ['an insertion behind', { start: 16, end: 16, newText: 'abc' }, { start: 10, end: 15 }],
])('a span stands elsewhere after %s', (_, edit, moved) => {
  expect(shift({ start: 10, end: 15 }, [edit])).toEqual(moved);
});

test('several edits add up', () => {
  const edits = [
    { start: 0, end: 0, newText: '---\n' },
    { start: 4, end: 6, newText: 'x' },
  ];
  expect(shift({ start: 8, end: 9 }, edits)).toEqual({ start: 11, end: 12 });
});
