import type { AttributeBlock } from '../attributes';
import { Code, skipSpaces } from '../characters';
import { lineStart } from '../source';
import { closingAttributes } from './headings';
import type { BlockReading } from './reading';

/** The caption of a table. */
export interface Caption {
  readonly line: number;
  readonly textStart: number;
  readonly textEnd: number;
  readonly attributes: AttributeBlock | undefined;
  /** The line break after it, or the end of the text. */
  readonly end: number;
}

/** Where the text of a caption begins (`: text`, `Table: text`), or -1 where no caption stands at the start of a line. */
function captionStart(text: string, start: number): number {
  const at = skipSpaces(text, start, start + 4);
  if (at - start > 3) return -1;
  if (text.charCodeAt(at) === Code.Colon) {
    return /^[\p{P}]/u.test(text.slice(at + 1, at + 3)) ? -1 : at + 1;
  }
  const isWord = text.startsWith('Table:', at) || text.startsWith('table:', at);
  return isWord ? at + 'Table:'.length : -1;
}

/** Scans the caption that begins on a line: up to attributes that nothing follows, or to the end of the paragraph. */
export function scanCaption(reading: BlockReading, line: number): Caption | undefined {
  const { container, text, inline } = reading;
  if (line >= container.lineCount) return undefined;
  const from = captionStart(text, lineStart(container, line));
  if (from < 0) return undefined;
  const limit = reading.paragraphLimit(line);
  const stop = Math.min(inline.scan(from, limit), limit);
  const { textStart, textEnd, attributes } = closingAttributes(
    text,
    from,
    stop,
    stop,
    inline.tokens,
    false,
  );
  const end = attributes === undefined ? stop : skipSpaces(text, attributes.end, text.length);
  const isWhole = end >= text.length || text.charCodeAt(end) === Code.LineFeed;
  return isWhole ? { line, textStart, textEnd, attributes, end } : undefined;
}
