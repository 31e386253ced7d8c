import { AnchoredRange } from '../../text/anchor';
import { isEmpty } from '../attributeLists';
import type { Span } from '../attributes';
import { indexBefore } from '../characters';
import { ContainerBuilder, lineEnd, lineStart } from '../source';
import { type Caption, scanCaption } from './captions';
import { endOfLine, isBlankFrom } from './lines';
import type { BlockReading } from './reading';
import type { Table } from './table';
import { mayBeTable, tableAt } from './tables';

/** A table with the caption before it. */
interface CaptionedTable {
  readonly caption: Caption | undefined;
  /** The line on which the table itself begins. */
  readonly line: number;
  readonly table: Table;
}

/** Reads the table on this line, with the caption before or after it. */
export function readTable(reading: BlockReading, at: number): boolean {
  if (reading.pos !== lineStart(reading.container, reading.line)) return false;
  const found = findTable(reading, reading.line, at);
  if (found === undefined) return false;
  addTable(reading, found);
  return true;
}

/** Whether a table begins on a line, or the caption of one. */
export function isTable(reading: BlockReading, line: number): boolean {
  const start = lineStart(reading.container, line);
  return findTable(reading, line, start) !== undefined;
}

function findTable(reading: BlockReading, line: number, at: number): CaptionedTable | undefined {
  const caption = scanCaption(reading, line);
  if (caption !== undefined) {
    line = nextLine(reading, reading.lineAt(caption.end) + 1);
    if (line >= reading.container.lineCount) return undefined;
  } else if (!mayBeTable(reading, line, at)) {
    return undefined;
  }
  const table = tableAt(reading, line);
  return table && { caption, line, table };
}

/** The first line from `line` on that is not blank. */
function nextLine({ container, text }: BlockReading, line: number): number {
  while (line < container.lineCount && isBlankFrom(text, lineStart(container, line))) line++;
  return line;
}

function addTable(reading: BlockReading, { caption: before, line, table }: CaptionedTable): void {
  const { container } = reading;
  const behind = nextLine(reading, table.nextLine);
  const caption = scanCaption(reading, before?.line ?? behind);
  const next =
    before === undefined && caption !== undefined
      ? reading.lineAt(caption.end) + 1
      : table.nextLine;
  if (caption !== undefined) {
    const start = lineStart(container, Math.min(caption.line, line));
    addCaption(reading, caption, start, lineEnd(container, next - 1));
  }
  const addCell = (builder: ContainerBuilder, isInline: boolean): void => {
    reading.readCollected({ builder, nextLine: next }, { leafKind: 'cell', isInline });
  };
  for (const text of table.texts) {
    if (text instanceof ContainerBuilder) addCell(text, true);
    else addSpan(reading, text, table.isPipe);
  }
  for (const blocks of table.blocks) addCell(blocks, false);
  reading.moveToLine(next);
}

/** Adds a caption that was just scanned, and the table from `start` to `end` if the caption gives it attributes. */
function addCaption(reading: BlockReading, caption: Caption, start: number, end: number): void {
  const { textStart, textEnd, attributes } = caption;
  reading.leaf('caption', textStart, textEnd);
  const isFirst = lineStart(reading.container, caption.line) === start;
  const contentEnd = attributes === undefined || isFirst ? end : attributes.start;
  const element = reading.element('table', start, end, { start, end: contentEnd }, attributes);
  if (!isEmpty(element)) reading.facts.elements.push(element);
  reading.readInline(textEnd);
}

function addSpan(reading: BlockReading, { start, end }: Span, isPipe: boolean): void {
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
