import { Code, skipSpaces } from '../characters';
import { lineEnd, lineStart } from '../source';
import { columnsOf } from './dashLines';
import { multilineTable, simpleTable } from './dashTables';
import { gridTable } from './gridTables';
import { pipeTable } from './pipeTables';
import type { BlockReading } from './reading';
import type { Table } from './table';

/** Reads the table that begins on a line (Pandoc manual, "Tables"), if there is one, in the order in which Pandoc tries them. */
export function tableAt(reading: BlockReading, line: number): Table | undefined {
  const { container } = reading;
  // All lines up to the next blank one count.
  reading.paragraphLimit(line);
  const pipe = pipeTable(reading, line);
  if (pipe !== undefined) return pipe;
  const isRule = columnsOf(container, line) !== undefined;
  return (
    (isRule ? multilineTable(reading, line, false) : undefined) ??
    (isRule ? simpleTable(reading, line, true) : undefined) ??
    simpleTable(reading, line, false) ??
    (isRule ? multilineTable(reading, line, true) : undefined) ??
    gridTable(container, line)
  );
}

/** Whether a table may begin on a line whose first character that is no blank stands at `at`; it costs next to nothing. */
export function mayBeTable(reading: BlockReading, line: number, at: number): boolean {
  const { container, text } = reading;
  const code = text.charCodeAt(at);
  if (code === Code.Plus || code === Code.Hyphen) return true;
  const next = line + 1;
  if (next >= container.lineCount) return false;
  const start = lineStart(container, next);
  const second = text.charCodeAt(skipSpaces(text, start, start + 4));
  if (second === Code.Hyphen || second === Code.Pipe || second === Code.Colon) return true;
  // The header may go on.
  return reading.nextBar(at) < lineEnd(container, line);
}
