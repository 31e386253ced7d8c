import { AnchoredRange } from '../../text/anchor';
import { isEmpty } from '../attributeLists';
import type { Span } from '../attributes';
import { Code, indexBefore, skipSpaces } from '../characters';
import { lineEnd, lineStart } from '../source';
import { captionStart, captionText, hidesBars } from './captions';
import { endOfLine, isBlankFrom } from './lines';
import type { BlockReading } from './reading';
import type { Table } from './table';
import { tableAt } from './tables';

/** A table with the caption before or after it. */
export function readTable(reading: BlockReading, code: number, at: number): boolean {
  const { container, text } = reading;
  if (reading.pos !== lineStart(container, reading.line)) return false;
  const caption = captionStart(text, at) < 0 ? undefined : reading.line;
  let line = reading.line;
  if (caption !== undefined) {
    line = reading.lineAt(captionEnd(reading, line)) + 1;
    while (line < container.lineCount && isBlankFrom(text, lineStart(container, line))) line++;
    if (line >= container.lineCount) return false;
  } else if (!mayBeTable(reading, code, line)) {
    return false;
  }
  const table = findTable(reading, line);
  if (table === undefined) return false;
  addTable(reading, table, line, caption);
  return true;
}

function mayBeTable(reading: BlockReading, code: number, line: number): boolean {
  if (code === Code.Plus || code === Code.Hyphen) return true;
  const next = line + 1;
  if (next >= reading.container.lineCount) return false;
  const start = lineStart(reading.container, next);
  const second = reading.text.charCodeAt(skipSpaces(reading.text, start, start + 4));
  return second === Code.Hyphen || second === Code.Pipe || second === Code.Colon;
}

function addTable(
  reading: BlockReading,
  table: Table,
  line: number,
  captionBefore: number | undefined,
): void {
  const { container, text } = reading;
  let caption = captionBefore;
  let next = table.nextLine;
  if (caption === undefined) {
    let after = next;
    while (after < container.lineCount && isBlankFrom(text, lineStart(container, after))) after++;
    if (after < container.lineCount && captionStart(text, lineStart(container, after)) >= 0) {
      caption = after;
      next = reading.lineAt(captionEnd(reading, after)) + 1;
    }
  }
  const start = lineStart(container, Math.min(caption ?? line, line));
  const end = lineEnd(container, next - 1);
  if (caption !== undefined) addCaption(reading, caption, start, end);
  for (const cell of table.cells) addCell(reading, cell, table.isPipe);
  for (const builder of table.blocks) {
    reading.readCollected({ builder, nextLine: next }, { leafKind: 'cell' });
  }
  reading.moveToLine(next);
}

/** Where the caption on a line ends: with its attributes, or with the paragraph. */
function captionEnd(reading: BlockReading, line: number): number {
  const { container, text, inline } = reading;
  const from = captionStart(text, lineStart(container, line));
  const limit = reading.paragraphLimit(line);
  inline.scan(from, limit);
  return captionText(text, from, limit, inline.tokens).attributes?.end ?? limit;
}

function addCaption(reading: BlockReading, line: number, start: number, end: number): void {
  const { container, text } = reading;
  const from = captionStart(text, lineStart(container, line));
  const limit = reading.paragraphLimit(line);
  reading.inline.scan(from, limit);
  const { textStart, textEnd, attributes } = captionText(text, from, limit, reading.inline.tokens);
  reading.leaf('caption', textStart, textEnd);
  const isFirst = lineStart(container, line) === start;
  const contentEnd = attributes === undefined || isFirst ? end : attributes.start;
  const element = reading.element('table', start, end, { start, end: contentEnd }, attributes);
  if (!isEmpty(element)) reading.facts.elements.push(element);
  reading.readInline(textEnd);
}

function addCell(reading: BlockReading, { start, end }: Span, isPipe: boolean): void {
  const failures = reading.facts.ownFailures?.length ?? 0;
  reading.readLeaf('cell', start, end);
  if (!isPipe) return;
  const list = reading.facts.ownFailures ?? [];
  for (let index = failures; index < list.length; index++) {
    const failure = list[index];
    if (failure?.reason !== 'unclosed') continue;
    const line = endOfLine(reading.text, end);
    const bar = indexBefore(reading.text, '|', end, line);
    if (bar < 0) continue;
    const faultRange = reading.range(bar, bar + 1);
    const brace = indexBefore(reading.text, '}', bar, line);
    const stop = brace < 0 ? failure.range.end : reading.range(bar, brace + 1).end;
    const range = new AnchoredRange(reading.facts.anchor, failure.range.start, stop);
    list[index] = { ...failure, reason: 'pipe', faultRange, range };
  }
}

/** The bars between cells: bars inside code, math, tags and TeX are text. */
function findBars(reading: BlockReading, start: number, end: number): number[] {
  reading.inline.scan(start, end);
  const { tokens } = reading.inline;
  const bars: number[] = [];
  let at = start;
  const addUpTo = (limit: number): void => {
    for (; at < limit; at++) {
      const code = reading.text.charCodeAt(at);
      if (code === Code.Backslash) at++;
      else if (code === Code.Pipe) bars.push(at);
    }
  };
  for (let index = 0; index < tokens.count; index++) {
    if (!hidesBars(tokens.kind(index)) || tokens.start(index) < at) continue;
    addUpTo(tokens.start(index));
    at = Math.max(at, tokens.end(index));
  }
  addUpTo(end);
  return bars;
}

/** Whether the caption on a line belongs to a table after it. */
export function isCaptionedTable(reading: BlockReading, line: number): boolean {
  const { container, text } = reading;
  let next = reading.lineAt(reading.paragraphLimit(line)) + 1;
  while (next < container.lineCount && isBlankFrom(text, lineStart(container, next))) next++;
  if (next >= container.lineCount) return false;
  return findTable(reading, next) !== undefined;
}

function findTable(reading: BlockReading, line: number): Table | undefined {
  // All lines up to the next blank one count.
  reading.paragraphLimit(line);
  const { container, surroundings } = reading;
  return tableAt(
    container,
    line,
    (start, end) => findBars(reading, start, end),
    surroundings.tokens,
  );
}
