import { describe, expect, test } from 'vitest';
import {
  areAlike,
  moveMarks,
  moveSpans,
  type ShownMark,
} from '../../../client/src/reading/shownMarks';

// `So [it grew]{.claim}.`
const MARK: ShownMark = {
  kind: 'claim',
  label: 'claim',
  end: { start: 3, end: 4 },
  words: { start: 4, end: 11 },
  chip: { start: 11, end: 20 },
};

const moved = (start: number, end: number, newLength: number) =>
  moveMarks([MARK], [{ start, end, newLength }])[0];

describe('a tag goes with the text', () => {
  test.each([
    ['before it', 0, 2, 5, { end: 6, words: [7, 14], chip: [14, 23] }],
    ['right before it', 3, 3, 1, { end: 4, words: [5, 12], chip: [12, 21] }],
    ['within its words', 6, 7, 4, { end: 3, words: [4, 14], chip: [14, 23] }],
    ['at the end of its words', 11, 11, 2, { end: 3, words: [4, 11], chip: [13, 22] }],
    ['behind it', 20, 21, 0, { end: 3, words: [4, 11], chip: [11, 20] }],
  ] as const)('when %s is typed', (_, start, end, newLength, expected) => {
    const mark = moved(start, end, newLength);
    expect(mark?.end?.start).toBe(expected.end);
    expect([mark?.words?.start, mark?.words?.end]).toEqual(expected.words);
    expect([mark?.chip.start, mark?.chip.end]).toEqual(expected.chip);
  });
});

test.each([
  ['its attributes', 14, 15, 1],
  ['its bracket', 3, 4, 0],
  ['all of it', 0, 21, 0],
  ['its words and what is before', 0, 6, 0],
])('a tag is unknown once %s are changed', (_, start, end, newLength) => {
  expect(moved(start, end, newLength)).toBeUndefined();
});

test('replacements are made one after the other', () => {
  const [mark] = moveMarks(
    [MARK],
    [
      { start: 20, end: 21, newLength: 9 },
      { start: 0, end: 0, newLength: 1 },
      { start: 0, end: 0, newLength: 1 },
    ],
  );
  expect(mark?.chip).toEqual({ start: 13, end: 22 });
});

test('spans move with the text, and go when something in them is changed', () => {
  const spans = [
    { start: 2, end: 5, name: 'a' },
    { start: 9, end: 12, name: 'b' },
  ];
  expect(moveSpans(spans, [{ start: 6, end: 7, newLength: 4 }])).toEqual([
    { start: 2, end: 5, name: 'a' },
    { start: 12, end: 15, name: 'b' },
  ]);
  expect(moveSpans(spans, [{ start: 3, end: 4, newLength: 0 }])).toEqual([
    { start: 8, end: 11, name: 'b' },
  ]);
});

test('lists are alike where the same stands at the same places', () => {
  expect(areAlike([MARK], [structuredClone(MARK)])).toBe(true);
  expect(areAlike([MARK], [{ ...MARK, label: 'stage' }])).toBe(false);
  expect(areAlike([MARK], [{ ...MARK, chip: { start: 11, end: 21 } }])).toBe(false);
  expect(areAlike([MARK], [])).toBe(false);
});
