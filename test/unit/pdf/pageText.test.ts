import { expect, test } from 'vitest';
import { pageText, type TextRun } from '../../../server/src/pdf/pageText';

/** Lines with the heights at which they stand, in the order in which they were written. */
function lines(...written: readonly (readonly [y: number, text: string])[]): TextRun[] {
  return written.map(([y, str]) => ({
    str,
    transform: [10, 0, 0, 10, 40, y],
    height: 10,
    dir: 'ltr',
    hasEOL: true,
  }));
}

test('the runs of a line are put together with the blanks between them', () => {
  const run = { transform: [10, 0, 0, 10, 40, 500], height: 10, dir: 'ltr', hasEOL: false };
  const runs = ['We', ' ', 'ne', 'ver', ' '].map((str) => ({ ...run, str }));
  expect(pageText([...runs, { ...run, str: 'signed.', hasEOL: true }])).toBe('We never signed.');
});

test('what was written at the right before the rest of its line stays apart from it', () => {
  const run = { height: 10, dir: 'ltr', hasEOL: false };
  const note = { ...run, str: '[Function]', transform: [10, 0, 0, 10, 340, 500] };
  const rest = { ...run, str: 'int', transform: [10, 0, 0, 10, 40, 500] };
  expect(pageText([note, rest])).toBe('[Function]\nint');
});

test('heads and feet stand first and last, whenever they were written', () => {
  const body = [
    [500, 'one'],
    [486, 'two'],
    [472, 'three'],
  ] as const;
  const expected = 'head\none\ntwo\nthree\n12';
  expect(pageText(lines([560, 'head'], [30, '12'], ...body))).toBe(expected);
  expect(pageText(lines(...body, [30, '12'], [560, 'head']))).toBe(expected);
});

test('columns stay as they were written, though one ends below the other', () => {
  const columns = lines([500, 'a'], [486, 'b'], [472, 'c'], [458, 'd'], [500, 'e'], [486, 'f']);
  expect(pageText(columns)).toBe('a\nb\nc\nd\ne\nf');
});

test('a form feed in a font does not begin a page', () => {
  expect(pageText(lines([500, 'a\fb']))).toBe('a b');
});
