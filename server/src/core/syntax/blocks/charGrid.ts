import { Code } from '../characters';
import { type Container, lineEnd, lineStart } from '../source';
import { characterWidth } from '../widths';

/** What stands right of the end of a line, and in the second column of a wide character. */
export const missing = 0;
const padding = 1;

const ascii = /^[ -~]*$/;

/** The offset of the character in each column of a line; where it is wide, or combines, Pandoc takes no column for a border. */
interface Columns {
  readonly offsets: readonly number[];
  readonly codes: readonly number[];
}

/** The characters of a grid table, by row and column. */
export class CharGrid {
  readonly rowCount: number;
  /** How many columns the widest line has. */
  readonly columnCount: number;
  /** How long all lines are together. */
  readonly size: number;
  readonly #text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** For lines with other characters than ASCII. */
  readonly #columns: (Columns | undefined)[] = [];
  /** The rows that part the header or the footer from the body. */
  readonly partSeparators: readonly number[];
  readonly #rules = new Set([0]);

  /** The lines from `from` up to `to`, without `indent` blanks at their start. */
  constructor(container: Container, from: number, to: number, indent: number) {
    const { text } = container;
    this.#text = text;
    this.rowCount = to - from;
    let widest = 0;
    let size = 0;
    for (let line = from; line < to; line++) {
      const start = lineStart(container, line) + indent;
      const content = text.slice(start, lineEnd(container, line)).trimEnd();
      this.#starts.push(start);
      this.#ends.push(start + content.length);
      size += content.length + 1;
      const columns = ascii.test(content) ? undefined : columnsOf(content, start);
      widest = Math.max(widest, columns?.codes.length ?? content.length);
      this.#columns.push(columns);
    }
    this.columnCount = widest;
    this.size = size;
    const rows = this.#starts.map((_, row) => row);
    this.partSeparators = rows.filter((row) => this.#isPartSeparator(row));
    for (const row of this.partSeparators) this.#rules.add(row);
  }

  /** Whether a row is the first one or parts the header or the footer from the body. */
  isRule(row: number): boolean {
    return this.#rules.has(row);
  }

  /** The character at a place, as in a rule of hyphens; {@link missing} right of the end of the line. */
  at(row: number, column: number): number {
    const code = this.#code(row, column);
    const isMark = code === Code.Equals || code === Code.Colon;
    return isMark && this.isRule(row) ? Code.Hyphen : code;
  }

  /** The offset of the character in a column, or of the next one; the end of the line where there is none. */
  offset(row: number, column: number): number {
    const end = this.#ends[row] ?? 0;
    const columns = this.#columns[row];
    if (columns === undefined) return Math.min((this.#starts[row] ?? 0) + column, end);
    return columns.offsets[column] ?? end;
  }

  #code(row: number, column: number): number {
    const columns = this.#columns[row];
    if (columns !== undefined) return columns.codes[column] ?? missing;
    const at = (this.#starts[row] ?? 0) + column;
    return at < (this.#ends[row] ?? 0) ? this.#text.charCodeAt(at) : missing;
  }

  /** Whether a line of `=` parts the header or the footer from the body; it reaches to the end of the longest line. */
  #isPartSeparator(row: number): boolean {
    if (this.#code(row, 0) !== Code.Plus) return false;
    const last = this.columnCount - 1;
    let column = 1;
    while (column < last) {
      column++;
      while (this.#code(row, column) === Code.Equals) column++;
      if (this.#code(row, column) === Code.Colon) column++;
      if (this.#code(row, column) !== Code.Plus) return false;
      column++;
    }
    return true;
  }
}

function columnsOf(content: string, start: number): Columns {
  const offsets: number[] = [];
  const codes: number[] = [];
  let at = start;
  let isCombined = false;
  for (const character of content) {
    const code = character.codePointAt(0) ?? 0;
    const width = characterWidth(code);
    if (width === 0) {
      // It shares its column with the character after it.
      if (!isCombined) offsets.push(at);
      if (!isCombined) codes.push(padding);
      isCombined = true;
    } else {
      if (!isCombined) offsets.push(at);
      if (!isCombined) codes.push(code);
      isCombined = false;
      if (width === 2) offsets.push(at + character.length);
      if (width === 2) codes.push(padding);
    }
    at += character.length;
  }
  return { offsets, codes };
}
