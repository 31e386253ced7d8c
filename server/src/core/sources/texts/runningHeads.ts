import type { TextRange } from '../../text/range';

/** So many lines at the top and at the bottom of a page may be no part of its text. */
const MOST_LINES = 2;

/** On fewer pages, what comes again is chance; heads of left and right pages come on every other one. */
const FEWEST_PAGES = 3;
const SHARE = 1 / 3;

/** Longer lines are text. */
const LONGEST = 120;

/** A page number by itself: `4`, `– 4 –`, `Page 4 of 12`, `4 / 12`. Digits are written as `#`. */
const PAGE_NUMBER =
  /^[-–—|[(\s]*(?:(?:page|p\.|seite|s\.|pagina|p[aá]gina|blz\.)\s*)?#(?:\s*(?:\/|of|von|van|de|sur)\s*#)?[-–—|\])\s]*$/;

interface Line extends TextRange {
  readonly key: string;
  /** Whether it is the first or the last one of its page. */
  readonly isOutermost: boolean;
}

/**
 * Page numbers and running heads: what stands at the top and the bottom of pages, where programs that turn PDF into text leave
 * it, and would come between the words of a sentence that goes on overleaf.
 * @param starts the offsets at which the pages begin
 * @returns whole lines, in the order of the text
 */
export function runningHeads(text: string, starts: readonly number[]): TextRange[] {
  if (starts.length < 2) return [];
  const pages = starts.map((start, index) =>
    outerLines(text, start, starts[index + 1] ?? text.length),
  );
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(lines.map((line) => line.key))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const enough = Math.max(FEWEST_PAGES, pages.length * SHARE);
  return pages
    .flat()
    .filter(
      ({ key, isOutermost }) =>
        (isOutermost && PAGE_NUMBER.test(key)) ||
        (key.length <= LONGEST && (counts.get(key) ?? 0) >= enough),
    )
    .map(({ start, end }) => ({ start, end }));
}

/** The lines at the top and the bottom of a page that are not blank. */
function outerLines(text: string, start: number, end: number): Line[] {
  const lines: TextRange[] = [];
  for (let at = start; at < end;) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline >= end ? end : newline;
    if (text.slice(at, lineEnd).trim() !== '') lines.push({ start: at, end: lineEnd });
    at = lineEnd + 1;
  }
  const last = lines.length - 1;
  return lines.flatMap((line, index) => {
    const isOuter = index < MOST_LINES || index > last - MOST_LINES;
    if (!isOuter) return [];
    const key = text.slice(line.start, line.end).replace(/\d+/g, '#').replace(/\s+/g, ' ');
    const isOutermost = index === 0 || index === last;
    return [{ ...line, key: key.trim().toLowerCase(), isOutermost }];
  });
}
