import { lineEnd, lineStart } from '../source';
import { isBlankFrom } from './lines';
import { atxLevel, closingAttributes, setextLevel } from './headings';
import type { BlockReading } from './reading';

/** Reads the heading that `#` opens here. */
export function readAtxHeading(reading: BlockReading): boolean {
  const start = reading.pos;
  const level = atxLevel(reading.text, start);
  if (level === 0) return false;
  const stop = reading.inline.scan(start + level, reading.paragraphLimit(reading.line), 'heading');
  // A block such as `<p>` would have to begin on the line.
  if (!isBlankFrom(reading.text, stop)) return false;
  const end = addHeading(reading, start, start + level, level, true);
  reading.moveToLine(reading.lineAt(end) + 1);
  return true;
}

/** Reads the heading that the next line underlines. */
export function readSetextHeading(reading: BlockReading): boolean {
  const next = reading.line + 1;
  if (next >= reading.container.lineCount) return false;
  const level = setextLevel(reading.text, lineStart(reading.container, next));
  if (level === 0) return false;
  const end = lineEnd(reading.container, reading.line);
  if (reading.inline.scan(reading.pos, reading.paragraphLimit(reading.line), 'heading') !== end)
    return false;
  addHeading(reading, reading.pos, reading.pos, level, false);
  reading.moveToLine(next + 1);
  return true;
}

function addHeading(
  reading: BlockReading,
  start: number,
  textFrom: number,
  level: number,
  isAtx: boolean,
): number {
  const paragraph = reading.paragraphLimit(reading.line);
  const stop = reading.inline.scan(textFrom, paragraph, 'heading');
  const limit = isAtx ? Math.max(paragraph, stop) : stop;
  const { tokens } = reading.inline;
  const heading = closingAttributes(reading.text, textFrom, stop, limit, tokens, isAtx);
  const { textStart, textEnd, attributes } = heading;
  const content = { start: textStart, end: textEnd };
  const end = isAtx
    ? heading.end
    : Math.max(heading.end, lineEnd(reading.container, reading.line + 1));
  const leaf = reading.leaf('heading', textStart, textEnd);
  const { section } = reading.surroundings;
  reading.facts.elements.push(
    reading.element('heading', start, end, content, attributes, {
      level,
      leaf,
      section,
    }),
  );
  if (heading.failure !== undefined) reading.addFailure(heading.failure, 'heading');
  reading.readInline(textEnd);
  return heading.end;
}
