/** A run of letters as pdf.js gives it; of its matrix (ISO 32000-1 §9.4.4), the last two numbers are where it begins. */
export interface TextRun {
  readonly str: string;
  readonly transform: readonly number[];
  readonly height: number;
  /** The direction of its letters: `ltr`, `rtl` or `ttb`. */
  readonly dir: string;
  /** Whether the line ends behind it. */
  readonly hasEOL: boolean;
}

interface Line {
  text: string;
  /** The height of its baseline above the foot of the page. */
  readonly y: number;
}

/** A line that stands so much farther from the others than these from one another is no part of the text. */
const APART = 1.5;

/**
 * The text of a page, line by line, in the order in which the program that made it wrote it, which is that of reading,
 * columns too. Only heads and feet may have been written at any time; they are put first and last.
 */
export function pageText(runs: readonly TextRun[]): string {
  const lines = linesOf(runs);
  const pitch = usualDistance(lines);
  const top = outermost(lines, pitch, (a, b) => a.y > b.y);
  const foot = outermost(lines, pitch, (a, b) => a.y < b.y);
  const middle = lines.filter((line) => line !== top && line !== foot);
  const ordered = [...(top ? [top] : []), ...middle, ...(foot && foot !== top ? [foot] : [])];
  return ordered.map(({ text }) => text).join('\n');
}

function linesOf(runs: readonly TextRun[]): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  let before: TextRun | undefined;
  for (const run of runs) {
    const { str, transform, hasEOL } = run;
    if (line && before && str !== '' && isBackwards(before, run)) line = undefined;
    if (line) line.text += str;
    else if (str.trim() !== '') lines.push((line = { text: str, y: transform[5] ?? 0 }));
    if (hasEOL) line = undefined;
    if (str.trim() !== '') before = run;
  }
  // What sets pages apart is no letter of any.
  for (const one of lines) one.text = one.text.replace(/[\f\n\r]+/g, ' ').trimEnd();
  return lines;
}

/** Whether a run begins before the one that was written last, as after a note at the end of the line. */
function isBackwards(before: TextRun, { transform, height, dir }: TextRun): boolean {
  return dir === 'ltr' && (transform[4] ?? 0) + height < (before.transform[4] ?? 0);
}

/** The distance at which most lines follow one another. */
function usualDistance(lines: readonly Line[]): number {
  const distances = lines
    .map(({ y }, index) => (lines[index - 1]?.y ?? y) - y)
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? 0;
}

/** The line beyond all others, and apart from them. */
function outermost(
  lines: readonly Line[],
  pitch: number,
  isBeyond: (a: Line, b: Line) => boolean,
): Line | undefined {
  const [first, ...others] = lines;
  if (!first || pitch === 0) return undefined;
  const line = others.reduce((best, other) => (isBeyond(other, best) ? other : best), first);
  const isApart = lines.every(
    (other) => other === line || Math.abs(other.y - line.y) > pitch * APART,
  );
  return isApart ? line : undefined;
}
