import { expect, test } from 'vitest';
import { firstFrom } from '../../../server/src/core/text/search';

test.each([
  [0, 0],
  [2, 0],
  [3, 1],
  [5, 1],
  [6, 3],
])('from %i on, the first item is number %i', (offset, index) => {
  expect(firstFrom([2, 5, 5], offset, (start) => start)).toBe(index);
});

test('nothing begins anywhere in an empty list', () => {
  expect(firstFrom([], 0, () => 0)).toBe(0);
});
