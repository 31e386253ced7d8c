import type { Span } from '../attributes';
import { Code, skipRun, skipSpaces } from '../characters';
import { Token } from '../inline/tokens';
import { type Container, lineEnd, lineStart } from '../source';
import { trimmed } from './cutting';
import { endOfLine, isBlankFrom } from './lines';
import type { BlockReading } from './reading';
import type { Table } from './table';

// Code, math, a comment or TeX may carry a header on to further lines, but no author's over so many.
const maximalHeader = 20;

/** Reads the pipe table whose header begins on a line (Pandoc manual, "pipe_tables"). */
export function pipeTable(reading: BlockReading, line: number): Table | undefined {
  const { container, text } = reading;
  const start = lineStart(container, line);
  if (skipSpaces(text, start, start + 4) - start > 3) return undefined;
  const lastHeader = lastHeaderLine(container, line);
  if (lastHeader < 0) return undefined;
  const texts: Span[] = [];
  const last = Math.min(line + maximalHeader, container.lineCount - 1);
  const limit = Math.min(reading.paragraphLimit(line), lineEnd(container, last));
  const header = new PipeRows(reading, start, limit).next();
  if (header === undefined) return undefined;
  const rule = reading.lineAt(header.end) + 1;
  const columns = pipeColumns(container, rule);
  if (columns === 0) return undefined;
  addCells(text, header, columns, texts);
  const body = rule + 1;
  if (body >= container.lineCount || isBlankFrom(text, lineStart(container, body))) {
    return { nextLine: body, texts, blocks: [], isPipe: true };
  }
  const rows = new PipeRows(reading, lineStart(container, body), reading.paragraphLimit(body));
  let nextLine = body;
  for (let row = rows.next(); row !== undefined; row = rows.next()) {
    addCells(text, row, columns, texts);
    nextLine = reading.lineAt(row.end) + 1;
  }
  return { nextLine, texts, blocks: [], isPipe: true };
}

/** The line above the next rule of a pipe table, if that may be where a header ends which begins on a line; else -1. */
function lastHeaderLine(container: Container, line: number): number {
  if (pipeColumns(container, line + 1) > 0) return line;
  const { text } = container;
  const header = text.slice(lineStart(container, line), lineEnd(container, line));
  if (!header.includes('|') || !/[`$<\\]/.test(header)) return -1;
  for (let rule = line + 2; rule <= line + maximalHeader; rule++) {
    if (pipeColumns(container, rule) > 0) return rule - 1;
    if (rule >= container.lineCount || isBlankFrom(text, lineStart(container, rule))) return -1;
  }
  return -1;
}

/** The number of columns in the line under the header of a pipe table; 0 for other lines. */
function pipeColumns(container: Container, line: number): number {
  if (line >= container.lineCount) return 0;
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

/** A row of a pipe table: where its first cell begins, the bars between its cells, and its end. */
interface Row {
  readonly start: number;
  readonly bars: readonly number[];
  /** The line break after it, or the end of the text. */
  readonly end: number;
}

/** Cuts rows off a text: neither bars nor line breaks count inside code, math, tags, comments and TeX. */
class PipeRows {
  readonly #reading: BlockReading;
  readonly #limit: number;
  #at: number;
  /** Up to where the tokens of the last scan reach, and the next of them. */
  #scanned: number;
  #token = 0;

  constructor(reading: BlockReading, start: number, limit: number) {
    this.#reading = reading;
    this.#limit = limit;
    this.#at = start;
    this.#scanned = start;
  }

  /** The row that begins on the next line, if one does. */
  next(): Row | undefined {
    const { text } = this.#reading;
    const start = skipSpaces(text, this.#at, text.length);
    if (start >= text.length || !this.#hasBar(start)) return undefined;
    const isOpen = text.charCodeAt(start) === Code.Pipe;
    const first = isOpen ? start + 1 : start;
    const bars: number[] = [];
    let at = first;
    while (at < text.length) {
      const hidden = this.#nextHidden(at);
      at = this.#addBars(at, hidden.start, bars);
      if (at < hidden.start) break;
      if (at === hidden.start) at = hidden.end;
    }
    at = Math.min(at, text.length);
    this.#at = Math.min(at + 1, text.length);
    return bars.length === 0 && !isOpen ? undefined : { start: first, bars, end: at };
  }

  /** Adds the bars between two offsets; gives the place of a line break between them, or where it stopped. */
  #addBars(at: number, stop: number, bars: number[]): number {
    const { text } = this.#reading;
    for (; at < stop; at++) {
      const code = text.charCodeAt(at);
      if (code === Code.Pipe) bars.push(at);
      else if (code === Code.LineFeed) return at;
      else if (code === Code.Backslash && text.charCodeAt(at + 1) !== Code.LineFeed) at++;
    }
    return at;
  }

  #hasBar(start: number): boolean {
    return this.#reading.nextBar(start) < endOfLine(this.#reading.text, start);
  }

  /** What hides bars from `at` on; it is empty where no more is known than that nothing before it does. */
  #nextHidden(at: number): Span {
    const { inline, text } = this.#reading;
    const { tokens } = inline;
    if (at >= this.#limit) return { start: text.length, end: text.length };
    if (at >= this.#scanned) {
      // A block tag ends inline text, but not a row.
      this.#scanned = Math.max(inline.scan(at, this.#limit), at + 1);
      this.#token = 0;
    }
    for (; this.#token < tokens.count; this.#token++) {
      const start = tokens.start(this.#token);
      if (start >= at && hidesBars(tokens.kind(this.#token))) {
        return { start, end: tokens.end(this.#token) };
      }
    }
    return { start: this.#scanned, end: this.#scanned };
  }
}

/** Adds the cells of a row. Cells beyond the last column vanish. */
function addCells(text: string, row: Row, columns: number, cells: Span[]): void {
  let from = row.start;
  for (let column = 0; column < columns && column <= row.bars.length; column++) {
    const stop = row.bars[column] ?? row.end;
    const cell = trimmed(text, from, stop);
    if (cell.end > cell.start) cells.push(cell);
    from = stop + 1;
  }
}

/** Whether a bar inside such a token is no border of a cell. */
function hidesBars(kind: Token): boolean {
  switch (kind) {
    case Token.Code:
    case Token.InlineMath:
    case Token.DisplayMath:
    case Token.Tag:
    case Token.SpanOpen:
    case Token.SpanClose:
    case Token.Comment:
    case Token.Tex:
      return true;
    default:
      return false;
  }
}
