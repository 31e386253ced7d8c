import type { TextRange } from '../../server/src/core/text/range';

/** A text with what its marks said. */
export interface Fixture {
  /** The text without marks. */
  readonly text: string;
  /** What stood between `⟦` and `⟧`, by where it starts; marks may nest. Offsets of `text`. */
  readonly ranges: readonly TextRange[];
  /** Where each `‸` stood. */
  readonly carets: readonly number[];
}

const MARKS = /[⟦⟧‸]/g;

/**
 * Reads the fixture notation: `⟦…⟧` marks a range, `‸` a caret.
 * @throws Error when a mark is not closed or not opened
 */
export function readFixture(marked: string): Fixture {
  const ranges: TextRange[] = [];
  const carets: number[] = [];
  const open: number[] = [];
  let removed = 0;
  for (const { 0: mark, index } of marked.matchAll(MARKS)) {
    const offset = index - removed++;
    if (mark === '⟦') open.push(offset);
    else if (mark === '‸') carets.push(offset);
    else {
      const start = open.pop();
      if (start === undefined) throw new Error(`⟧ without ⟦ in fixture: ${marked}`);
      ranges.push({ start, end: offset });
    }
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ in fixture: ${marked}`);
  return { text: marked.replace(MARKS, ''), ranges: ranges.sort(byStart), carets };
}

/** Draws ranges into a text, so that a failed comparison shows at once what is where. */
export function drawRanges(text: string, ranges: readonly TextRange[]): string {
  const marks = [...ranges].sort(byStart).flatMap(({ start, end }, order) => [
    // At one offset: first what ends there (the inner before the outer), then what starts there.
    { offset: start, rank: start === end ? 1 : 2, order, mark: '⟦' },
    { offset: end, rank: start === end ? 1 : 0, order: start === end ? order : -order, mark: '⟧' },
  ]);
  marks.sort((a, b) => a.offset - b.offset || a.rank - b.rank || a.order - b.order);
  let drawn = '';
  let last = 0;
  for (const { offset, mark } of marks) {
    drawn += text.slice(last, offset) + mark;
    last = offset;
  }
  return drawn + text.slice(last);
}

function byStart(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end;
}
