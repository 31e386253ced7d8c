import { Code } from '../characters';
import { type CharGrid, missing } from './charGrid';

/** The borders of a cell, as rows and columns of the grid. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What was found by following the borders of a table. */
export interface Trace {
  /** The cells, by their top left corners from top to bottom, and from left to right. */
  readonly boxes: readonly Box[];
  /** The rows and columns in which a border of a cell runs or ends, in order. */
  readonly rowEdges: readonly number[];
  readonly columnEdges: readonly number[];
}

// A table that authors write needs less than ten steps for each of its characters.
const stepsPerCharacter = 50;

/**
 * Finds the cells of a grid table as Pandoc does: from the corner at the top left on, each corner that is reached is tried
 * as the top left one of a cell. Text that no such cell encloses belongs to none.
 */
export function traceBoxes(grid: CharGrid): Trace {
  return new Tracer(grid).trace();
}

class Tracer {
  readonly #grid: CharGrid;
  /** For each row, the columns of corners that are still to be tried, in order. */
  readonly #corners: number[][];
  readonly #rowEdges = new Set([0]);
  readonly #columnEdges = new Set([0]);
  /** Borders that lead back and forth would cost more than linear time. */
  #steps = 0;

  constructor(grid: CharGrid) {
    this.#grid = grid;
    this.#corners = Array.from({ length: grid.rowCount }, () => []);
  }

  trace(): Trace {
    const boxes: Box[] = [];
    this.#addCorner(0, 0);
    this.#corners.forEach((columns, top) => {
      // Corners are added on the way, always right of or below the one that is tried.
      for (const left of columns) {
        const box = this.#boxAt(top, left);
        if (box === undefined) continue;
        boxes.push(box);
        this.#addCorner(top, box.right);
        this.#addCorner(box.bottom, box.left);
      }
    });
    return { boxes, rowEdges: sorted(this.#rowEdges), columnEdges: sorted(this.#columnEdges) };
  }

  #addCorner(row: number, column: number): void {
    const columns = this.#corners[row];
    if (columns === undefined) return;
    let low = 0;
    let high = columns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((columns[middle] ?? 0) < column) low = middle + 1;
      else high = middle;
    }
    if (columns[low] !== column) columns.splice(low, 0, column);
  }

  #at(row: number, column: number): number {
    this.#steps++;
    return this.#grid.at(row, column);
  }

  get #isSpent(): boolean {
    return this.#steps > stepsPerCharacter * this.#grid.size;
  }

  /** The smallest cell with such a corner, the narrowest first. */
  #boxAt(top: number, left: number): Box | undefined {
    const { rowCount, columnCount } = this.#grid;
    if (top === rowCount - 1 || this.#isSpent) return undefined;
    let right = left + 1;
    for (; right < columnCount; right++) {
      const code = this.#at(top, right);
      if (code === Code.Plus) {
        const bottom = this.#bottomOf(top, left, right);
        if (bottom >= 0) return this.#closed({ top, left, bottom, right });
      } else if (code !== Code.Hyphen) {
        break;
      }
    }
    const isLast = right < columnCount && this.#grid.at(top, right) === missing;
    if (!isLast || right === left + 1 || this.#at(top, right - 1) !== Code.Plus) return undefined;
    return this.#raggedBoxAt(top, left);
  }

  /** Takes note of all corners in the borders of a cell, at which others end. */
  #closed(box: Box): Box {
    for (let column = box.left + 1; column <= box.right; column++) {
      const isCorner =
        this.#at(box.top, column) === Code.Plus || this.#at(box.bottom, column) === Code.Plus;
      if (isCorner) this.#columnEdges.add(column);
    }
    for (let row = box.top + 1; row <= box.bottom; row++) {
      const isCorner =
        this.#at(row, box.left) === Code.Plus || this.#at(row, box.right) === Code.Plus;
      if (isCorner) this.#rowEdges.add(row);
    }
    return box;
  }

  /** The row of the rule that closes the cell between two columns, or -1. */
  #bottomOf(top: number, left: number, right: number): number {
    const { rowCount, columnCount } = this.#grid;
    for (let row = top + 1; row < rowCount; row++) {
      const code = this.#at(row, right);
      if (code === Code.Plus) {
        if (this.#closes(top, left, row, right)) return row;
      } else if (code !== Code.Pipe && right !== columnCount - 1) {
        // Only at the end of the longest line need no border stand.
        return -1;
      }
    }
    return -1;
  }

  /** Whether a rule leads back from the bottom right corner, and a border up to the top left one. */
  #closes(top: number, left: number, bottom: number, right: number): boolean {
    if (this.#at(bottom, left) !== Code.Plus) return false;
    for (let column = right - 1; column > left; column--) {
      const code = this.#at(bottom, column);
      if (code !== Code.Plus && code !== Code.Hyphen) return false;
    }
    for (let row = bottom - 1; row > top; row--) {
      const code = this.#at(row, left);
      if (code !== Code.Plus && code !== Code.Pipe) return false;
    }
    return true;
  }

  /** The cell that ends where the longest line does, for its own rules are shorter. */
  #raggedBoxAt(top: number, left: number): Box | undefined {
    const { rowCount, columnCount } = this.#grid;
    for (let bottom = top + 1; bottom < rowCount; bottom++) {
      if (this.#at(bottom, left) !== Code.Plus) continue;
      let column = left + 1;
      let code = this.#at(bottom, column);
      while (code === Code.Plus || code === Code.Hyphen) code = this.#at(bottom, ++column);
      if (code !== missing) continue;
      this.#rowEdges.add(bottom);
      this.#columnEdges.add(columnCount - 1);
      return { top, left, bottom, right: columnCount - 1 };
    }
    return undefined;
  }
}

function sorted(edges: ReadonlySet<number>): number[] {
  return [...edges].sort((a, b) => a - b);
}
