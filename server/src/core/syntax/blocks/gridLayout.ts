import type { Trace, Box } from './gridTracing';

/** The numbers of the rows at which the body and the foot of a table begin. */
export interface Sections {
  readonly body: number;
  readonly foot: number;
}

/** A cell in the rows and columns of the finished table. */
interface Cell {
  readonly box: Box | undefined;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const empty: Cell = { box: undefined, rowSpan: 1, columnSpan: 1 };

const free = -1;
const continued = -2;

/**
 * The cells that have room in the finished table. Where borders are drawn so that cells overlap, Pandoc lets each row take
 * its cells from left to right, and leaves out those for which no column is left.
 */
export function placedBoxes(trace: Trace, sections: Sections, size: number): readonly Box[] {
  const rows = trace.rowEdges.length - 1;
  const columns = trace.columnEdges.length - 1;
  // Each cell of a table with sound borders has characters of its own.
  if (rows * columns > size) return trace.boxes;
  const cells = cellRows(trace, rows, columns);
  return [
    ...placed(cells.slice(0, sections.body), columns),
    ...placed(cells.slice(sections.body, sections.foot), columns),
    ...placed(cells.slice(sections.foot), columns),
  ];
}

/** The cells that begin in each row; where none begins or goes on, there is an empty one. */
function cellRows(trace: Trace, rows: number, columns: number): Cell[][] {
  const { boxes } = trace;
  const rowNumbers = new Map(trace.rowEdges.map((row, index) => [row, index]));
  const columnNumbers = new Map(trace.columnEdges.map((column, index) => [column, index]));
  const grid = new Int32Array(rows * columns).fill(free);
  const spans = boxes.map(({ top, left, bottom, right }, number) => {
    const row = rowNumbers.get(top) ?? 0;
    const column = columnNumbers.get(left) ?? 0;
    const rowEnd = rowNumbers.get(bottom) ?? row + 1;
    const columnEnd = columnNumbers.get(right) ?? column + 1;
    for (let at = row; at < rowEnd; at++) {
      grid.fill(continued, at * columns + column, at * columns + columnEnd);
    }
    grid[row * columns + column] = number;
    return { rowSpan: rowEnd - row, columnSpan: columnEnd - column };
  });
  return Array.from({ length: rows }, (_, row) =>
    [...grid.subarray(row * columns, (row + 1) * columns)]
      .filter((number) => number !== continued)
      .map((number) => {
        const span = spans[number];
        return span === undefined ? empty : { box: boxes[number], ...span };
      }),
  );
}

/** Places the rows of a section; `hang` says for each column for how many more rows a cell above goes on. */
function placed(rows: readonly (readonly Cell[])[], columns: number): Box[] {
  const boxes: Box[] = [];
  const hang = new Int32Array(columns);
  rows.forEach((cells, row) => {
    let next = 0;
    for (let column = 0; column < columns;) {
      if ((hang[column] ?? 0) > 0) {
        hang[column] = (hang[column] ?? 0) - 1;
        column++;
        continue;
      }
      const { box, rowSpan, columnSpan } = cells[next++] ?? empty;
      if (box !== undefined) boxes.push(box);
      const rest = Math.min(rowSpan, rows.length - row) - 1;
      for (let width = 0; width < columnSpan && column < columns; width++) {
        if ((hang[column] ?? 0) > 0) break;
        hang[column++] = rest;
      }
    }
  });
  return boxes;
}
