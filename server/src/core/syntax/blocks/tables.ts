import type { Span } from '../attributes';
import { Code, indexBefore, isSpace, skipRun, skipSpaces } from '../characters';
import { type Container, ContainerBuilder, lineEnd, lineStart, type Search } from '../source';
import { isBlankFrom } from './lines';
import { gridTable } from './gridTables';
import type { Table } from './table';

/** Finds the bars between the cells of a row of a pipe table: bars in code, math, tags and TeX are none. */
export type BarFinder = (start: number, end: number) => readonly number[];

/** Reads the table that begins on a line (Pandoc manual, "Tables"), if there is one. */
export function tableAt(
  container: Container,
  line: number,
  findBars: BarFinder,
  search: Search,
): Table | undefined {
  const { text } = container;
  const start = lineStart(container, line);
  if (line + 1 >= container.lineCount) return undefined;
  const pipe = pipeTable(container, line, findBars);
  if (pipe !== undefined) return pipe;
  const indent = skipSpaces(text, start, start + 4) - start;
  const isRule = firstMark(container, line) === Code.Hyphen && indent < 4;
  const isUnderlined = firstMark(container, line + 1) === Code.Hyphen;
  return (
    (isRule ? multilineTable(container, line, false, search) : undefined) ??
    (isRule ? simpleTable(container, line, line, true) : undefined) ??
    (isUnderlined ? simpleTable(container, line, line + 1, false) : undefined) ??
    (isRule ? multilineTable(container, line, true, search) : undefined) ??
    (firstMark(container, line) === Code.Plus ? gridTable(container, line) : undefined)
  );
}

function firstMark(container: Container, line: number): number {
  const start = lineStart(container, line);
  return container.text.charCodeAt(skipSpaces(container.text, start, lineEnd(container, line)));
}

/** The number of columns in the line under the header of a pipe table; 0 for other lines. */
function pipeColumns(container: Container, line: number): number {
  const { text } = container;
  const start = lineStart(container, line);
  const end = lineEnd(container, line);
  let at = skipSpaces(text, start, end);
  if (at - start > 3) return 0;
  const isOpen = text.charCodeAt(at) === Code.Pipe;
  if (isOpen) at++;
  for (let columns = 1; ; columns++) {
    at = skipSpaces(text, at, end);
    if (at < end && text.charCodeAt(at) === Code.Colon) at++;
    const afterHyphens = skipRun(text, at, end, Code.Hyphen);
    if (afterHyphens === at) return 0;
    at = afterHyphens;
    if (at < end && text.charCodeAt(at) === Code.Colon) at++;
    at = skipSpaces(text, at, end);
    if (at >= end) return columns > 1 || isOpen ? columns : 0;
    const code = text.charCodeAt(at);
    if (code !== Code.Pipe && code !== Code.Plus) return 0;
    at = skipSpaces(text, at + 1, end);
    if (at >= end) return code === Code.Pipe ? columns : 0;
  }
}

function pipeTable(container: Container, line: number, findBars: BarFinder): Table | undefined {
  const { text } = container;
  const columns = pipeColumns(container, line + 1);
  const start = lineStart(container, line);
  if (columns === 0 || skipSpaces(text, start, start + 4) - start > 3) return undefined;
  const cells: Span[] = [];
  let next = line;
  while (next < container.lineCount && addPipeRow(container, next, columns, findBars, cells)) {
    next += next === line ? 2 : 1;
  }
  return next === line ? undefined : { nextLine: next, cells, blocks: [], isPipe: true };
}

/** Adds the cells of a row; false where the line is none. Cells beyond the last column vanish. */
function addPipeRow(
  container: Container,
  line: number,
  columns: number,
  findBars: BarFinder,
  cells: Span[],
): boolean {
  const { text } = container;
  const end = lineEnd(container, line);
  let from = skipSpaces(text, lineStart(container, line), end);
  const firstBar = indexBefore(text, '|', from, end);
  if (firstBar < 0) return false;
  const isOpen = firstBar === from;
  if (isOpen) from++;
  const bars = findBars(from, end);
  if (bars.length === 0 && !isOpen) return false;
  for (let column = 0; column < columns && column <= bars.length; column++) {
    const to = bars[column] ?? end;
    addCell(text, from, to, cells);
    from = to + 1;
  }
  return true;
}

function addCell(text: string, start: number, end: number, cells: Span[]): void {
  const from = skipSpaces(text, start, end);
  let to = end;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  if (to > from) cells.push({ start: from, end: to });
}

/** The columns that a line of hyphens and blanks marks off, as offsets from the start of a line; undefined for others. */
function columnsOf(container: Container, line: number): readonly Span[] | undefined {
  const { text } = container;
  const start = lineStart(container, line);
  const end = lineEnd(container, line);
  let at = skipSpaces(text, start, end);
  if (at - start > 3) return undefined;
  const columns: Span[] = [];
  while (at < end) {
    const afterHyphens = skipRun(text, at, end, Code.Hyphen);
    if (afterHyphens === at) return undefined;
    const next = skipSpaces(text, afterHyphens, end);
    columns.push({ start: at - start, end: next < end ? next - start : Infinity });
    at = next;
  }
  return columns.length > 0 ? columns : undefined;
}

function simpleTable(
  container: Container,
  line: number,
  rule: number,
  isHeadless: boolean,
): Table | undefined {
  const columns = columnsOf(container, rule);
  if (columns === undefined) return undefined;
  const cells: Span[] = [];
  const addRow = (row: number): void => {
    const start = lineStart(container, row);
    const end = lineEnd(container, row);
    for (const column of columns) {
      if (start + column.start >= end) break;
      addCell(container.text, start + column.start, Math.min(start + column.end, end), cells);
    }
  };
  if (!isHeadless) addRow(line);
  let next = rule + 1;
  for (; next < container.lineCount; next++) {
    if (isBlankFrom(container.text, lineStart(container, next))) break;
    if (isFooter(container, next)) return { nextLine: next + 1, cells, blocks: [], isPipe: false };
    addRow(next);
  }
  if (isHeadless || next === rule + 1) return undefined;
  return { nextLine: next, cells, blocks: [], isPipe: false };
}

/** The line of hyphens that ends a table. */
function isFooter(container: Container, line: number): boolean {
  return columnsOf(container, line) !== undefined;
}

function multilineTable(
  container: Container,
  line: number,
  isHeadless: boolean,
  search: Search,
): Table | undefined {
  const { text, lineCount } = container;
  let rule = line;
  const isBlank = (at: number): boolean => isBlankFrom(text, lineStart(container, at));
  if (!isHeadless) {
    if ((columnsOf(container, line)?.length ?? 0) !== 1) return undefined;
    rule = line + 1;
    while (rule < lineCount && !isBlank(rule) && columnsOf(container, rule) === undefined) rule++;
    if (rule >= lineCount || isBlank(rule) || rule === line + 1) return undefined;
  }
  const columns = columnsOf(container, rule);
  if (columns === undefined) return undefined;
  const blocks: ContainerBuilder[] = [];
  if (!isHeadless) addColumns(container, line + 1, rule, columns, blocks);
  let from = rule + 1;
  for (let next = from; next < lineCount; next++) {
    if (isFooter(container, next)) {
      addColumns(container, from, next, columns, blocks);
      return { nextLine: next + 1, cells: [], blocks, isPipe: false };
    }
    if (isBlank(next)) {
      addColumns(container, from, next, columns, blocks);
      from = next + 1;
      if (from >= lineCount || isBlank(from)) break;
    }
  }
  search.isOpen = true;
  return undefined;
}

/** Cuts the lines of one row into its cells. */
function addColumns(
  container: Container,
  from: number,
  to: number,
  columns: readonly Span[],
  blocks: ContainerBuilder[],
): void {
  if (from >= to) return;
  for (const column of columns) {
    const builder = new ContainerBuilder(container);
    for (let line = from; line < to; line++) {
      const start = lineStart(container, line);
      const end = lineEnd(container, line);
      const cellStart = skipSpaces(container.text, Math.min(start + column.start, end), end);
      builder.addLine(cellStart, Math.max(cellStart, Math.min(start + column.end, end)));
    }
    blocks.push(builder);
  }
}
