import { finish } from '../../../../server/src/core/steps';
import { expect, test } from 'vitest';
import {
  placePositions,
  type WrittenPosition,
} from '../../../../server/src/core/sources/qda/conventions';
import { fixtureText } from '../../../tools/qdaFixtures';

const PASSAGES = [
  'Nobody asked for the bonus.',
  'We signed because everybody signed. 🙂 You do not read what you cannot refuse.',
  'After the accident we talked',
  'I did not sleep for a week',
  'The men came to my kitchen table, not to the office, and that is where the new rules were made.',
  'Not at first.',
  'Jansen wrote them on the back of a delivery note.',
];

const CONVENTIONS = (['\n', '\r\n'] as const).flatMap((lineEnd) =>
  [1, 2].flatMap((newline) =>
    ['utf16', 'code-point'].flatMap((unit) =>
      [0, 1].flatMap((mark) =>
        [0, 1].map((inclusive) => ({ lineEnd, newline, unit, mark, inclusive })),
      ),
    ),
  ),
);

test.each(CONVENTIONS)(
  'line ends $lineEnd that count $newline, $unit, mark counts $mark, inclusive $inclusive',
  ({ lineEnd, newline, unit, mark, inclusive }) => {
    const plain = fixtureText('owner.txt');
    const counted = (part: string): number => {
      const expanded = newline === 2 ? part.replaceAll('\n', '\r\n') : part;
      return unit === 'utf16' ? expanded.length : Array.from(expanded).length;
    };
    const positions = PASSAGES.map((words): WrittenPosition => {
      const start = counted(plain.slice(0, plain.indexOf(words))) + mark;
      return { start, end: start + counted(words) - inclusive };
    });
    const text = plain.replaceAll('\n', lineEnd);
    const [placed] = finish(placePositions([{ text, hadMark: true, positions }]));
    expect(placed?.ranges.map((range) => range && text.slice(range.start, range.end))).toEqual(
      PASSAGES,
    );
  },
);

test('a text with one selection is read as those with many', () => {
  const text = fixtureText('owner.txt').replaceAll('\n', '\r\n');
  const at = (words: string): WrittenPosition => {
    const start = fixtureText('owner.txt').indexOf(words);
    return { start, end: start + words.length };
  };
  const many = {
    text,
    hadMark: false,
    positions: PASSAGES.filter((words) => words !== '').map(at),
  };
  const sloppy = { text, hadMark: false, positions: [at('cident we tal')] };
  const [, placed] = finish(placePositions([many, sloppy]));
  const range = placed?.ranges[0];
  expect(range && text.slice(range.start, range.end)).toBe('cident we tal');
});

test('a name that holds the words tells how they were counted, and one that is cut as well', () => {
  const text = 'one\r\ntwo\r\nthree four five six';
  const name = (words: string): WrittenPosition[] => [{ start: 8, end: 18, name: words }];
  const read = (words: string): string | undefined => {
    const [placed] = finish(placePositions([{ text, hadMark: false, positions: name(words) }]));
    const range = placed?.ranges[0];
    return range && text.slice(range.start, range.end);
  };
  expect(read('three four')).toBe('three four');
  expect(read('three…')).toBe('three four');
});

test('positions outside the text are told from the others', () => {
  const positions = [
    { start: 0, end: 5 },
    { start: 4, end: 400 },
    { start: NaN, end: NaN },
  ];
  const [placed] = finish(
    placePositions([{ text: 'First words here.', hadMark: false, positions }]),
  );
  expect(placed?.ranges).toEqual([{ start: 0, end: 5 }, undefined, undefined]);
});
