import { Code, skipSpaces } from '../characters';
import { type Container, ContainerBuilder, lineEnd, lineStart } from '../source';
import { isBlankFrom, mayRunOn } from './lines';
import type { BlockReading } from './reading';

/** Reads the block of lines that begin with bars (Pandoc manual, "Line blocks"), each of which may go on behind a blank. */
export function readLineBlock(reading: BlockReading): boolean {
  const { container, text, pos } = reading;
  const first = reading.line;
  let line = first;
  while (line < container.lineCount) {
    // Behind a block tag, the first line begins where the tag ends.
    const start = line === first ? pos : lineStart(container, line);
    const isBlank = text.charCodeAt(start) === Code.Pipe && isBlankFrom(text, start + 1);
    if (!isBlank && !text.startsWith('| ', start)) break;
    const next = isBlank ? line + 1 : afterContinuations(container, line + 1);
    if (!isBlank) readLine(reading, start, line, next);
    line = next;
  }
  reading.moveToLine(line);
  return line > first;
}

function afterContinuations({ text, lines, lineCount }: Container, line: number): number {
  while (line < lineCount && text.charCodeAt(lines[line] ?? 0) === Code.Space) line++;
  return line;
}

/** Pandoc joins the lines before it reads them. */
function readLine(reading: BlockReading, bar: number, line: number, next: number): void {
  const { container, text } = reading;
  const end = lineEnd(container, line);
  const start = skipSpaces(text, bar + 1, end);
  if (next === line + 1 && !mayRunOn(text, { start, end })) {
    reading.readLeaf('paragraph', start, end);
    return;
  }
  const builder = new ContainerBuilder(container);
  const pieces = [{ start, end }];
  for (let more = line + 1; more < next; more++) {
    pieces.push({ start: lineStart(container, more), end: lineEnd(container, more) });
  }
  builder.addPieces(pieces);
  reading.readCollected({ builder, nextLine: next }, { isInline: true });
}
