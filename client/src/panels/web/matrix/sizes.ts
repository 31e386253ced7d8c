/** Sizes of the grid in CSS pixels: all lines are equally high and all columns equally wide, so that places are products. */
export const LINE = 40;
export const COLUMN = 36;
/** The headings of the columns, which are written upwards. */
export const HEAD = 176;

/** How wide the headings of rows are in a window of some width: the cells are to keep the larger part. */
export function rowHeadWidth(width: number): number {
  return Math.round(Math.min(400, Math.max(200, width * 0.48)));
}

/** The part of the grid that is in sight, in CSS pixels. */
export interface Sight {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Which lines and columns are drawn: from the first to before the last, counted from 0. */
export interface Drawn {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** So many are drawn at once; scrolling within them draws nothing. */
const CHUNK = 8;

/** What is drawn for what is in sight, with some more on all sides. */
export function drawnIn(sight: Sight, lines: number, columns: number): Drawn {
  const width = sight.width - rowHeadWidth(sight.width);
  const [firstLine, lastLine] = chunks(sight.top, sight.height - HEAD, LINE, lines);
  const [firstColumn, lastColumn] = chunks(sight.left, width, COLUMN, columns);
  return { firstLine, lastLine, firstColumn, lastColumn };
}

function chunks(from: number, length: number, size: number, count: number): [number, number] {
  const first = Math.floor(from / size / CHUNK) - 1;
  const last = Math.floor((from + length) / size / CHUNK) + 2;
  return [Math.max(0, first * CHUNK), Math.min(count, last * CHUNK)];
}

/** Where to scroll so that a spot is in sight; line and column count from 0, and are undefined for headings. */
export function scrollFor(
  sight: Sight,
  line: number | undefined,
  column: number | undefined,
): Pick<Sight, 'top' | 'left'> {
  const width = sight.width - rowHeadWidth(sight.width);
  return {
    top: line === undefined ? sight.top : within(sight.top, sight.height - HEAD, line * LINE, LINE),
    left: column === undefined ? sight.left : within(sight.left, width, column * COLUMN, COLUMN),
  };
}

function within(from: number, length: number, start: number, size: number): number {
  if (start < from) return start;
  return Math.max(from, start + size - length);
}
