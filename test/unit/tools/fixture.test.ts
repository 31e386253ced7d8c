import { describe, expect, it } from 'vitest';
import { drawRanges, readFixture } from '../../tools/fixture';

describe('the fixture notation', () => {
  it('gives the text without marks, and ranges and carets in its offsets', () => {
    expect(readFixture('a ⟦b ⟦c⟧‸⟧ d⟦⟧')).toEqual({
      text: 'a b c d',
      ranges: [
        { start: 2, end: 5 },
        { start: 4, end: 5 },
        { start: 7, end: 7 },
      ],
      carets: [5],
    });
  });

  it.each(['a ⟦b', 'a⟧ b'])('refuses %s, where a mark has no partner', (marked) => {
    expect(() => readFixture(marked)).toThrow('in fixture');
  });

  it.each(['plain', '⟦a⟧⟦b⟧', '⟦⟦a⟧ b⟧ ⟦c ⟦d⟧⟧', 'a⟦⟧b', '⟦⟦a⟧⟧', '😀⟦é⟧'])(
    'draws %s as it was read',
    (marked) => {
      const { text, ranges } = readFixture(marked);
      expect(drawRanges(text, ranges)).toBe(marked);
    },
  );

  it('draws ranges in any order alike', () => {
    const ranges = [
      { start: 4, end: 5 },
      { start: 2, end: 5 },
    ];
    expect(drawRanges('a b c d', ranges)).toBe('a ⟦b ⟦c⟧⟧ d');
  });
});
