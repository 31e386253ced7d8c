import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditedText } from '../../../server/src/core/text/editedText';
import { applyEdits, type TextEdit } from '../../../server/src/core/text/textEdit';

const edit = (start: number, end: number, newText: string): TextEdit => ({
  range: { start, end },
  newText,
});

test('edits of several rounds are put together', () => {
  const edited = new EditedText('one two three');
  edited.apply([edit(0, 3, '1'), edit(8, 13, '3')]);
  edited.apply([edit(2, 5, 'II'), edit(7, 7, '!')]);
  expect(edited.text).toBe('1 II 3!');
  expect(edited.edits).toEqual([edit(0, 3, '1'), edit(4, 7, 'II'), edit(8, 13, '3!')]);
});

test('edits that overlap are refused', () => {
  expect(() => new EditedText('abc').apply([edit(0, 2, ''), edit(1, 3, '')])).toThrow(RangeError);
});

/** Edits of a text of a length, that do not overlap. */
const edits = (length: number): fc.Arbitrary<TextEdit[]> =>
  fc
    .tuple(
      fc.array(fc.nat(length), { minLength: 6, maxLength: 6 }),
      fc.array(fc.string({ maxLength: 3 }), { minLength: 3, maxLength: 3 }),
    )
    .map(([offsets, texts]) => {
      const at = [...offsets].sort((a, b) => a - b);
      return texts.map((text, index) => edit(at[2 * index] ?? 0, at[2 * index + 1] ?? 0, text));
    });

test('what is put together does the same as one after another', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }).chain((text) =>
        edits(text.length).chain((first) => {
          const once = applyEdits(text, first);
          return edits(once.length).map((second) => ({ text, first, second, once }));
        }),
      ),
      ({ text, first, second, once }) => {
        const edited = new EditedText(text);
        edited.apply(first);
        expect(edited.text).toBe(once);
        edited.apply(second);
        expect(edited.text).toBe(applyEdits(once, second));
        expect(applyEdits(text, edited.edits)).toBe(edited.text);
      },
    ),
  );
});
