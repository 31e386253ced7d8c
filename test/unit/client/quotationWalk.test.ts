import { expect, test } from 'vitest';
import {
  indexAfter,
  walkQuestion,
  type WalkAnswer,
} from '../../../client/src/quotations/walkQuestion';
import type { ProtocolQuotation } from '../../../server/src/shared/quotations';

const location = (line: number, uri = 'file:///a.md') => ({
  uri,
  range: { start: { line, character: 0 }, end: { line, character: 9 } },
});

const one = (text: string, line: number, more: Partial<ProtocolQuotation> = {}) => ({
  text,
  outcome: 'lost a not',
  isVerbatim: false,
  isInDoubt: true,
  isGrave: true,
  detail: 'says “did”, the source “did not”',
  whereabouts: 'owner, R1, min 4',
  location: location(line),
  fixes: [],
  ...more,
});

const FIX = { title: 'Restore the source’s words: “did not”', changes: {} };

test('Enter takes the first fix, and goes on where there is none', () => {
  const first = (fixes: ProtocolQuotation['fixes']) =>
    walkQuestion(one('We did', 1, { fixes }), { at: 0, of: 2 }).choices[0]?.answer;
  expect(first([FIX])).toEqual({ do: 'fix', fix: 0 });
  expect(first([])).toEqual({ do: 'next' });
});

test('the question says what is in doubt, who says it and where, and which of how many it is', () => {
  const { title, reason, passage, choices } = walkQuestion(
    one('We\n  did', 1, { passage: location(3, 'file:///owner.txt'), fixes: [FIX, FIX] }),
    { at: 1, of: 2 },
  );
  expect(title).toBe('Quotations in Doubt: 2 of 2 · lost a not');
  expect(reason).toBe('says “did”, the source “did not” (owner, R1, min 4)');
  expect(passage).toBe('“We did”');
  expect(choices.map(({ key, answer }) => `${key ?? 'Enter'} ${answer.do}`)).toEqual([
    'Enter fix',
    '2 fix',
    'n next',
    'p previous',
    's passage',
    'l list',
    'q stop',
  ]);
});

test('of the first one there is nothing before, and without a text no passage', () => {
  const { choices } = walkQuestion(one('We did', 1), { at: 0, of: 1 });
  expect(choices.map(({ answer }) => answer.do)).toEqual(['next', 'list', 'stop']);
});

const FIRST = one('We did', 1);
const SECOND = one('They did', 2);
const THIRD = one('We did', 5);
const ALL = [FIRST, SECOND, THIRD];
const MENDED: WalkAnswer = { do: 'fix', fix: 0 };

test.each([
  ['goes on to the next', 'next', 0, ALL, 1],
  ['goes on behind the last', 'next', 2, ALL, 3],
  ['goes back to the one before', 'previous', 2, ALL, 1],
  ['stays at the first', 'previous', 0, ALL, 0],
  ['goes back, though one before was mended by hand', 'previous', 2, [SECOND, one('We did', 4)], 0],
  ['goes back, though the one asked about was mended by hand', 'previous', 1, [FIRST, THIRD], 0],
  ['goes on, though the one asked about was mended by hand', 'next', 1, [FIRST, THIRD], 1],
  ['shows the same after its passage', 'passage', 1, ALL, 1],
  [
    'shows the same, though another one has come before it',
    'passage',
    1,
    [FIRST, FIRST, SECOND],
    2,
  ],
] as const)('the walk %s', (_, answer, index, after, expected) => {
  expect(indexAfter({ do: answer }, ALL, index, after)).toBe(expected);
});

test('the walk comes to the next in the place of one that was mended', () => {
  expect(indexAfter(MENDED, ALL, 1, [FIRST, THIRD])).toBe(1);
  // The same words come again further on.
  expect(indexAfter(MENDED, ALL, 0, [SECOND, THIRD])).toBe(0);
  expect(indexAfter(MENDED, ALL, 2, [FIRST, SECOND])).toBe(2);
  // That it was not mended after all is seen where it stays.
  expect(indexAfter(MENDED, ALL, 1, ALL)).toBe(1);
});

test('the same words in another file are another quotation', () => {
  const elsewhere = [one('They did', 2, { location: location(2, 'file:///b.md') })];
  expect(indexAfter(MENDED, [SECOND], 0, elsewhere)).toBe(0);
  expect(indexAfter({ do: 'next' }, [SECOND], 0, elsewhere)).toBe(0);
  expect(indexAfter({ do: 'next' }, [SECOND], 0, [SECOND])).toBe(1);
});
