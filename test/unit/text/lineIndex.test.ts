import { expect, test } from 'vitest';
import { LineIndex } from '../../../server/src/core/text/lineIndex';
import { applyEdits } from '../../../server/src/core/text/textEdit';

test.each([
  ['', 1],
  ['a', 1],
  ['a\n', 2],
  ['a\r\nb', 2],
  ['a\rb', 2],
  ['a\n\r\r\n', 4],
])('%j has %i lines', (text, count) => {
  expect(new LineIndex(text).lineCount).toBe(count);
});

test('characters are UTF-16 units, and a line break belongs to no line', () => {
  const index = new LineIndex('😀b\r\nc');
  expect(index.positionAt(2)).toEqual({ line: 0, character: 2 });
  expect(index.offsetAt({ line: 0, character: 99 })).toBe(3);
  expect(index.positionAt(5)).toEqual({ line: 1, character: 0 });
  expect(index.lineText(0)).toBe('😀b');
  expect(index.lineText(1)).toBe('c');
  expect(index.lineText(2)).toBe('');
});

test('what is out of range is clamped', () => {
  const index = new LineIndex('ab\ncd');
  expect(index.positionAt(-1)).toEqual({ line: 0, character: 0 });
  expect(index.positionAt(99)).toEqual({ line: 1, character: 2 });
  expect(index.offsetAt({ line: -1, character: 5 })).toBe(0);
  expect(index.offsetAt({ line: 9, character: 0 })).toBe(5);
  expect(index.offsetAt({ line: 1, character: -3 })).toBe(3);
});

test('edits apply to the text as it was; overlapping ones are refused', () => {
  const edit = (start: number, end: number, newText: string) => ({
    range: { start, end },
    newText,
  });
  expect(applyEdits('abcd', [edit(3, 4, 'D'), edit(0, 1, 'A'), edit(2, 2, '-')])).toBe('Ab-cD');
  expect(applyEdits('ab', [edit(1, 1, 'x'), edit(1, 1, 'y')])).toBe('axyb');
  expect(() => applyEdits('abcd', [edit(0, 2, ''), edit(1, 3, '')])).toThrow(RangeError);
});
