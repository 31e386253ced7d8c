import type { SyntaxDocument } from '../../syntax';

/** As far before a caret what is written there may begin, in UTF-16 units. */
const BEFORE = 4000;

/** As far behind it may end. */
const BEHIND = 2000;

/** The paragraph of a caret as it is written, whatever Pandoc makes of it. */
export interface NearText {
  readonly text: string;
  /** The offset in the file at which it begins. */
  readonly base: number;
  /** Where the caret is in the text. */
  readonly at: number;
}

/** The text around an offset up to the blank lines, which no attributes and no link can cross. */
export function nearText(document: SyntaxDocument, offset: number): NearText {
  const start = Math.max(0, offset - BEFORE);
  const before = document.slice(start, offset);
  const behind = document.slice(offset, Math.min(document.length, offset + BEHIND));
  const first = lastBlankEnd(before);
  const end = BLANK_LINE.exec(behind)?.index ?? behind.length;
  const text = before.slice(first) + behind.slice(0, end);
  return { text, base: start + first, at: before.length - first };
}

const BLANK_LINE = /\n[ \t>\r]*(?:\n|$)/;

function lastBlankEnd(text: string): number {
  let end = 0;
  for (const { index } of text.matchAll(/\n(?=[ \t>\r]*\n)/g)) {
    end = text.indexOf('\n', index + 1) + 1;
  }
  return end;
}
