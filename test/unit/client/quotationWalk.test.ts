import { expect, test } from 'vitest';
import { indexAgain, walkQuestion } from '../../../client/src/quotations/walkQuestion';
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

test('a quotation is found again when the texts were edited, and not when it was mended', () => {
  const before = [one('We did', 1), one('They did', 2), one('We did', 5)];
  expect(indexAgain(before, 2, [one('We did', 3), one('We did', 7)])).toBe(1);
  expect(indexAgain(before, 1, [one('We did', 1), one('We did', 5)])).toBeUndefined();
  const elsewhere = [one('We did', 1, { location: location(1, 'file:///b.md') })];
  expect(indexAgain(before, 0, elsewhere)).toBeUndefined();
});
