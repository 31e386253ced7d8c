import type { TextRange } from '../../text/range';
import { firstFrom } from '../../text/search';
import type { Turn } from './sourceText';

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

/** Fewer words by themselves may as well be an answer that comes again. */
const TELLING_WORDS = 3;

/** Where a sentence ends. */
const STOP = /[.?!…]["'”’»)]*$/;
/** Stops that end no sentence: those of authors and firms. */
const ABBREVIATED = /\b(?:al|ltd|inc|co|corp|ed|eds|jr|sr|ph\.?d|b\.v|n\.v|s\.a|e\.v)\.$/;

interface Line extends TextRange {
  /** What it says, with `#` for digits, and whether it stands at the top or the bottom of its page. */
  readonly key: string;
  readonly page: number;
  /** Whether it is the first or the last one of its page. */
  readonly isOutermost: boolean;
}

/**
 * Page numbers and running heads: what stands at the top and the bottom of pages, where programs that turn PDF into text leave
 * it, and would come between the words of a sentence that goes on overleaf.
 * @param starts the offsets at which the pages begin
 * @param turns the speakers' turns, which begin with no running head
 * @returns whole lines, in the order of the text
 */
export function runningHeads(
  text: string,
  starts: readonly number[],
  turns: readonly Turn[],
): TextRange[] {
  if (starts.length < 2) return [];
  const lines = starts.flatMap((start, page) =>
    outerLines(text, page, start, starts[page + 1] ?? text.length),
  );
  const alike = new Map<string, Line[]>();
  for (const line of lines) {
    const others = alike.get(line.key);
    if (!others) alike.set(line.key, [line]);
    else if (others.at(-1)?.page !== line.page) others.push(line);
  }
  const speakers = speakersOf(turns);
  const heads = new Set<string>();
  for (const [key, all] of alike) {
    if (key.length <= LONGEST && comeAsHeads(all, key, starts.length, speakers)) heads.add(key);
  }
  const found = new Map<number, TextRange>();
  for (const { start, end, key, isOutermost } of lines) {
    if ((isOutermost && PAGE_NUMBER.test(wordsOf(key))) || heads.has(key))
      found.set(start, { start, end });
  }
  return [...found.values()];
}

/** Whether lines that say the same at the same end of so many pages are a running head rather than words that come again. */
function comeAsHeads(
  lines: readonly Line[],
  key: string,
  pages: number,
  speakers: Speakers,
): boolean {
  if (lines.length < Math.max(FEWEST_PAGES, pages * SHARE)) return false;
  const words = wordsOf(key);
  const isShort = words.split(' ').length < TELLING_WORDS;
  const isSentence = STOP.test(words) && !ABBREVIATED.test(words);
  if (isShort && isSentence) return false;
  if (lines.some((line) => speakers.isTurn(line, lines.length))) return false;
  if (!isShort && !isSentence) return true;
  // These count where they come on each page, or on each left or right one.
  const span = (lines.at(-1)?.page ?? 0) - (lines[0]?.page ?? 0) + 1;
  return lines.length * 2 >= span;
}

interface Speakers {
  /** Whether a speaker's turn begins in a line, one who has more turns than there are such lines. */
  isTurn(line: TextRange, count: number): boolean;
}

function speakersOf(turns: readonly Turn[]): Speakers {
  const counts = new Map<string, number>();
  for (const { speaker } of turns) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return {
    isTurn({ start, end }, count) {
      const turn = turns[firstFrom(turns, start, ({ range }) => range.start)];
      return (
        turn !== undefined && turn.range.start < end && (counts.get(turn.speaker) ?? 0) > count
      );
    },
  };
}

/** The lines at the top and the bottom of a page that are not blank; one near to both comes twice. */
function outerLines(text: string, page: number, start: number, end: number): Line[] {
  const lines: TextRange[] = [];
  for (let at = start; at < end;) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline >= end ? end : newline;
    if (text.slice(at, lineEnd).trim() !== '') lines.push({ start: at, end: lineEnd });
    at = lineEnd + 1;
  }
  const last = lines.length - 1;
  return lines.flatMap((line, index) => {
    const isTop = index < MOST_LINES;
    const isBottom = index > last - MOST_LINES;
    if (!isTop && !isBottom) return [];
    const words = text.slice(line.start, line.end).replace(/\d+/g, '#').replace(/\s+/g, ' ');
    const said = words.trim().toLowerCase();
    const isOutermost = index === 0 || index === last;
    return [...(isTop ? [TOP] : []), ...(isBottom ? [BOTTOM] : [])].map((place) => {
      return { ...line, page, key: place + said, isOutermost };
    });
  });
}

const TOP = '\u2191';
const BOTTOM = '\u2193';

/** What lines with a key say. */
function wordsOf(key: string): string {
  return key.slice(1);
}
