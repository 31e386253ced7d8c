import { describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { holdsBack, isElsewhere, joinEdits, shownMeanwhile } from '../../../server/src/lsp/calm';

const diagnostic = (line: number, message = `Nothing supports c-${line}`): Diagnostic => ({
  range: { start: { line, character: 0 }, end: { line, character: 5 } },
  code: 'unsupported-finding',
  message,
});

/** One finding on every twentieth line. */
const many = (from: number, to: number, by = 0) =>
  Array.from({ length: (to - from) / 20 }, (_, index) => {
    const line = from + index * 20;
    return diagnostic(line + by, `Nothing supports c-${line}`);
  });

describe('an author opens a fence in the middle of a paper', () => {
  const before = many(0, 1000);
  const opened = { before, after: many(0, 500), edited: { from: 500, to: 500, newTo: 501 } };

  test('and what stood below is not taken away', () => {
    expect(holdsBack([opened])).toBe(true);
    const shown = shownMeanwhile(opened);
    expect(shown.map(({ message }) => message)).toEqual(
      [...many(0, 500), ...many(520, 1000)].map(({ message }) => message),
    );
    expect(shown.at(-1)?.range.start.line).toBe(981);
  });

  test('and what is wrong near the fence is said at once', () => {
    const wrong = diagnostic(503, 'No such id');
    expect(shownMeanwhile({ ...opened, after: [...opened.after, wrong] })).toContain(wrong);
  });

  test('and closes it: all is as it was', () => {
    expect(holdsBack([{ ...opened, after: many(0, 1000, 3) }])).toBe(false);
  });

  test('and writes elsewhere: it is meant so', () => {
    expect(isElsewhere(opened.edited, { from: 502, to: 502, newTo: 502 })).toBe(false);
    expect(isElsewhere(opened.edited, { from: 20, to: 20, newTo: 20 })).toBe(true);
    expect(isElsewhere(opened.edited, { from: 900, to: 900, newTo: 900 })).toBe(true);
  });

  test('and what other files say of it counts as well', () => {
    const [other, none] = [many(0, 200), many(0, 0)];
    expect(holdsBack([{ before: none, after: other }])).toBe(true);
    expect(shownMeanwhile({ before: none, after: other })).toBe(none);
  });
});

test('an ordinary change is shown as it is', () => {
  const before = many(0, 1000);
  const edited = { from: 500, to: 500, newTo: 501 };
  const after = [...many(0, 500), diagnostic(500, 'new'), ...many(520, 1000, 1)];
  expect(holdsBack([{ before, after, edited }])).toBe(false);
});

test('edits join to the lines that they replaced together', () => {
  const enter = { from: 10, to: 10, newTo: 11 };
  expect(joinEdits(undefined, enter)).toBe(enter);
  // Enter on line 10, Enter on line 11 of the new text: line 10 has become three lines.
  expect(joinEdits(enter, { from: 11, to: 11, newTo: 12 })).toEqual({
    from: 10,
    to: 10,
    newTo: 12,
  });
  // A line further down, and one further up, of the text before.
  expect(joinEdits(enter, { from: 15, to: 16, newTo: 15 })).toEqual({
    from: 10,
    to: 15,
    newTo: 15,
  });
  expect(joinEdits(enter, { from: 4, to: 5, newTo: 4 })).toEqual({ from: 4, to: 10, newTo: 10 });
});
