import { Code, isSpace, skipRun, skipSpaces } from '../characters';
import { type Container, ContainerBuilder, lineEnd, lineStart } from '../source';
import { CharGrid } from './charGrid';
import { placedBoxes, type Sections } from './gridLayout';
import { type Box, type Trace, traceBoxes } from './gridTracing';
import type { Table } from './table';

/** Reads the grid table whose first rule stands on a line (Pandoc manual, "grid_tables"); its cells hold blocks. */
export function gridTable(container: Container, line: number): Table | undefined {
  const { text } = container;
  const start = lineStart(container, line);
  const at = skipSpaces(text, start, start + 4);
  const indent = at - start;
  if (indent > 3 || !isFirstRule(text, at, lineEnd(container, line))) return undefined;
  let nextLine = line + 1;
  while (nextLine < container.lineCount && isGridLine(container, nextLine, indent)) nextLine++;
  if (nextLine === line + 1) return undefined;
  const grid = new CharGrid(container, line, nextLine, indent);
  const trace = traceBoxes(grid);
  if (trace.boxes.length === 0) return undefined;
  const blocks = placedBoxes(trace, sectionsOf(grid, trace), grid.size)
    .filter(({ top, bottom }) => bottom > top + 1)
    .map((box) => contentOf(container, grid, box));
  return { nextLine, texts: [], blocks, isPipe: false };
}

/** Whether a line consists of `+---+---+`, with colons for the alignment. */
function isFirstRule(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at) !== Code.Plus) return false;
  do {
    if (text.charCodeAt(++at) === Code.Colon) at++;
    const afterHyphens = skipRun(text, at, end, Code.Hyphen);
    if (afterHyphens === at) return false;
    at = afterHyphens;
    if (text.charCodeAt(at) === Code.Colon) at++;
    if (at >= end || text.charCodeAt(at) !== Code.Plus) return false;
  } while (skipSpaces(text, at + 1, end) < end);
  return true;
}

function isGridLine({ text, lines }: Container, line: number, indent: number): boolean {
  const start = lines[line] ?? 0;
  const code = text.charCodeAt(start + indent);
  if (code !== Code.Pipe && code !== Code.Plus) return false;
  return skipSpaces(text, start, start + indent) === start + indent;
}

/** The rows up to the first separator are the head, and those between the last two the foot if the table ends with one. */
function sectionsOf({ partSeparators }: CharGrid, { rowEdges }: Trace): Sections {
  const rowAt = (separator: number | undefined): number =>
    separator === undefined ? -1 : rowEdges.indexOf(separator);
  const body = Math.max(rowAt(partSeparators[0]), 0);
  const isFooted = partSeparators.length > 1 && partSeparators.at(-1) === rowEdges.at(-1);
  const foot = isFooted ? rowAt(partSeparators.at(-2)) : -1;
  return { body, foot: foot < 0 ? rowEdges.length : Math.max(foot, body) };
}

/** The text of a cell, without the blank that stands before all of its lines. */
function contentOf(container: Container, grid: CharGrid, box: Box): ContainerBuilder {
  const { text } = container;
  const builder = new ContainerBuilder(container, box.bottom > box.top + 2);
  const starts: number[] = [];
  const ends: number[] = [];
  let isPadded = true;
  for (let row = box.top + 1; row < box.bottom; row++) {
    const start = grid.offset(row, box.left + 1);
    let end = Math.max(start, grid.offset(row, box.right));
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start && text.charCodeAt(start) !== Code.Space) isPadded = false;
    starts.push(start);
    ends.push(end);
  }
  starts.forEach((start, index) => {
    const end = ends[index] ?? start;
    const from = Math.min(isPadded ? start + 1 : start, end);
    // Pandoc has rewritten the rule, wherever it stands in the end.
    const isRule = grid.isRule(box.top + 1 + index);
    builder.addLine(from, end, isRule ? asPlainRule : undefined);
  });
  return builder;
}

/** A rule of `=` and `:` as one of hyphens. */
function asPlainRule(text: string): string {
  return text.replace(/[=:]/g, '-');
}
