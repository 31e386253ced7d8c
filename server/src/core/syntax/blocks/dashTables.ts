import type { Span } from '../attributes';
import { type Container, type ContainerBuilder, lineEnd, lineStart } from '../source';
import { offsetAfterWidth } from '../widths';
import { cutOut, trimmed } from './cutting';
import { columnsOf } from './dashLines';
import { isBlankFrom, isDivCloser, mayRunOn } from './lines';
import { afterLine, type BlockReading } from './reading';
import type { Table } from './table';

/** Reads the table with a row on each line whose header, or whose first rule, stands on a line (Pandoc manual, "simple_tables"). */
export function simpleTable(
  reading: BlockReading,
  line: number,
  isHeadless: boolean,
): Table | undefined {
  const { container } = reading;
  const rule = isHeadless ? line : line + 1;
  const columns = columnsOf(container, rule);
  if (columns === undefined) return undefined;
  let end = rule + 1;
  while (!endsRow(reading, end) && columnsOf(container, end) === undefined) end++;
  const hasFooter = !endsRow(reading, end);
  if (end === rule + 1 || (isHeadless && !hasFooter)) return undefined;
  if (end === container.lineCount && reading.surroundings.isTight) return undefined;
  const texts: (Span | ContainerBuilder)[] = [];
  const addRow = (row: number): void => {
    for (const cell of cellsOf(container, row, columns)) {
      if (!isEmpty(cell))
        texts.push(mayRunOn(container.text, cell) ? cutOut(container, [cell]) : cell);
    }
  };
  if (!isHeadless) addRow(line);
  for (let row = rule + 1; row < end; row++) addRow(row);
  return { nextLine: hasFooter ? end + 1 : end, texts, blocks: [], isPipe: false };
}

/**
 * Reads the table whose rows are set off by blank lines and which begins with a rule on a line (Pandoc manual,
 * "multiline_tables").
 */
export function multilineTable(
  reading: BlockReading,
  line: number,
  isHeadless: boolean,
): Table | undefined {
  const { container, dashLines } = reading;
  const rule = isHeadless ? line : ruleUnderHeader(reading, line);
  const columns = columnsOf(container, rule);
  if (columns === undefined) return undefined;
  const first = rule + 1;
  if (endsRow(reading, first) || columnsOf(container, first) !== undefined) return undefined;
  const footer = found(reading, dashLines.ruleFrom(first));
  if (footer < 0 || (reading.isInDiv && dashLines.divCloserFrom(first) < footer)) return undefined;
  const texts: ContainerBuilder[] = [];
  if (!isHeadless) addCells(container, [line + 1, rule], columns, texts, headerLines);
  for (let row = first; row < footer;) {
    let next = row;
    while (next < footer && !isBlankLine(container, next)) next++;
    if (next > row) addCells(container, [row, next], columns, texts, rowLines);
    row = next + 1;
  }
  return { nextLine: footer + 1, texts, blocks: [], isPipe: false };
}

/** The rule under the header between two rules, which may have blank lines in it; -1 where there is none. */
function ruleUnderHeader(reading: BlockReading, line: number): number {
  const { container, dashLines } = reading;
  const first = line + 1;
  if (columnsOf(container, line) === undefined || isBlankLine(container, first)) return -1;
  if (columnsOf(container, first) !== undefined) return -1;
  return found(reading, dashLines.ruleFrom(first));
}

/** A line that was looked for, or -1: what is read here depends on the text up to there. */
function found(reading: BlockReading, line: number): number {
  const { container, surroundings } = reading;
  if (line < container.lineCount) {
    surroundings.lookahead.reaches(afterLine(container, line));
    return line;
  }
  surroundings.tokens.isOpen = true;
  return -1;
}

/** Whether no line of a row stands here: Pandoc takes the line that closes a div around for a blank one. */
function endsRow(reading: BlockReading, line: number): boolean {
  const { container } = reading;
  if (isBlankLine(container, line)) return true;
  return isDivCloser(container.text, lineStart(container, line)) && reading.isInDiv;
}

function isBlankLine(container: Container, line: number): boolean {
  return line >= container.lineCount || isBlankFrom(container.text, lineStart(container, line));
}

/** The pieces of a line in its columns, without blanks around them. */
function cellsOf(container: Container, line: number, columns: readonly number[]): Span[] {
  const { text } = container;
  const stop = lineEnd(container, line);
  let at = offsetAfterWidth(text, lineStart(container, line), stop, columns[0] ?? 0);
  return columns.map((column, index) => {
    const next = columns[index + 1];
    const end = next === undefined ? stop : offsetAfterWidth(text, at, stop, next - column);
    const cell = trimmed(text, at, end);
    at = end;
    return cell;
  });
}

/** The lines of each cell between two lines. */
function columnLines(
  container: Container,
  from: number,
  to: number,
  columns: readonly number[],
): Span[][] {
  const cells: Span[][] = columns.map(() => []);
  for (let line = from; line < to; line++) {
    cellsOf(container, line, columns).forEach((cell, index) => cells[index]?.push(cell));
  }
  return cells;
}

function isEmpty({ start, end }: Span): boolean {
  return start === end;
}

/** Adds a cell for each column. */
function addCells(
  container: Container,
  [from, to]: readonly [number, number],
  columns: readonly number[],
  texts: ContainerBuilder[],
  trim: (lines: readonly Span[]) => readonly Span[],
): void {
  for (const lines of columnLines(container, from, to, columns)) {
    addText(container, trim(lines), texts);
  }
}

function headerLines(lines: readonly Span[]): readonly Span[] {
  return lines.slice(lines.findIndex((line) => !isEmpty(line)));
}

function rowLines(lines: readonly Span[]): readonly Span[] {
  const [first] = lines;
  return first !== undefined && isEmpty(first) ? lines.slice(1) : lines;
}

/** Adds the lines of a cell up to the first empty one: what stands behind it is lost. */
function addText(container: Container, lines: readonly Span[], texts: ContainerBuilder[]): void {
  const end = lines.findIndex(isEmpty);
  const taken = end < 0 ? lines : lines.slice(0, end);
  if (taken.length > 0) texts.push(cutOut(container, taken));
}
