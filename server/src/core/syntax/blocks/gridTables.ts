import { Code, isSpace, skipSpaces } from '../characters';
import { type Container, ContainerBuilder, lineEnd, lineStart } from '../source';
import type { Table } from './table';

/** Reads the grid table that begins on a line; its cells hold blocks. Cells that span rows are read row by row. */
export function gridTable(container: Container, line: number): Table | undefined {
  const { text } = container;
  const start = lineStart(container, line);
  const indent = skipSpaces(text, start, start + 4) - start;
  if (indent > 3 || !isRule(container, line, indent)) return undefined;
  let next = line + 1;
  while (next < container.lineCount && isRow(container, next, indent)) next++;
  if (next < line + 3 || !isRule(container, next - 1, indent)) return undefined;
  const edges = edgesOf(container, line, next, indent);
  const blocks: ContainerBuilder[] = [];
  let from = line + 1;
  for (let at = line + 1; at < next; at++) {
    if (!isRule(container, at, indent)) continue;
    addRow(container, from, at, edges, blocks);
    from = at + 1;
  }
  return { nextLine: next, cells: [], blocks, isPipe: false };
}

function isRow(container: Container, line: number, indent: number): boolean {
  const code = container.text.charCodeAt(lineStart(container, line) + indent);
  return code === Code.Pipe || code === Code.Plus;
}

function isRule(container: Container, line: number, indent: number): boolean {
  const { text } = container;
  const start = lineStart(container, line) + indent;
  const end = lineEnd(container, line);
  if (text.charCodeAt(start) !== Code.Plus || end < start + 3) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isMark =
      code === Code.Plus || code === Code.Hyphen || code === Code.Equals || code === Code.Colon;
    if (!isMark && !isSpace(code)) return false;
  }
  return true;
}

/** The columns at which a rule has a corner. */
function edgesOf(
  container: Container,
  from: number,
  to: number,
  indent: number,
): readonly number[] {
  const edges = new Set<number>();
  for (let line = from; line < to; line++) {
    if (!isRule(container, line, indent)) continue;
    const start = lineStart(container, line);
    for (let at = start + indent; at < lineEnd(container, line); at++) {
      if (container.text.charCodeAt(at) === Code.Plus) edges.add(at - start);
    }
  }
  return [...edges].sort((a, b) => a - b);
}

function addRow(
  container: Container,
  from: number,
  to: number,
  edges: readonly number[],
  blocks: ContainerBuilder[],
): void {
  if (from >= to) return;
  const isEdge = (edge: number): boolean => {
    for (let line = from; line < to; line++) {
      const code = container.text.charCodeAt(lineStart(container, line) + edge);
      if (code !== Code.Pipe && code !== Code.Plus) return false;
    }
    return true;
  };
  // Where the right border is ragged, Pandoc gives the rest of the line to the last cell.
  const last = edges[edges.length - 1] ?? 0;
  const own = edges.filter((edge) => edge === last || isEdge(edge));
  for (let index = 0; index + 1 < own.length; index++) {
    const builder = new ContainerBuilder(container);
    for (let line = from; line < to; line++) {
      const start = lineStart(container, line);
      const edge = own[index + 1] ?? 0;
      const end =
        edge === last
          ? borderOf(container, line, start + edge)
          : Math.min(start + edge, lineEnd(container, line));
      const cellStart = Math.min(start + (own[index] ?? 0) + 1, end);
      const isPadded = isSpace(container.text.charCodeAt(cellStart)) && cellStart < end;
      builder.addLine(isPadded ? cellStart + 1 : cellStart, end);
    }
    blocks.push(builder);
  }
}

/** Where the border at the end of a line stands, which is the end of the line where it comes before its column. */
function borderOf(container: Container, line: number, column: number): number {
  const { text } = container;
  let end = lineEnd(container, line);
  while (end > column && isSpace(text.charCodeAt(end - 1))) end--;
  const code = text.charCodeAt(end - 1);
  return end > column && (code === Code.Pipe || code === Code.Plus) ? end - 1 : end;
}
