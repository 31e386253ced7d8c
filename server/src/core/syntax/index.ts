import type { TextRange } from '../text/range';
import type { Attributed, SyntaxDocument, VisibleText } from './types';

export type * from './types';

/**
 * Scans a manuscript as Pandoc's Markdown reader would. Never throws.
 * `text` has no byte order mark; all offsets are 0-based UTF-16 offsets into it.
 */
export function parse(text: string): SyntaxDocument {
  return {
    text,
    elements: [],
    citations: [],
    headings: [],
    links: [],
    labels: [],
    comments: [],
    includes: [],
    failedAttributes: [],
    leaves: [],
  };
}

/** What the reader of the output sees of a range, with the way back to the source. */
export function visibleText(document: SyntaxDocument, range: TextRange): VisibleText {
  const text = document.text.slice(range.start, range.end).replace(/\s/g, ' ');
  const offsets = new Int32Array(text.length + 1);
  for (let i = 0; i <= text.length; i++) offsets[i] = range.start + i;
  return { text, offsets };
}

/** The plain text of an element, white space folded, as Pandoc's `stringify` gives it. */
export function plainText(document: SyntaxDocument, element: Attributed): string {
  return document.text
    .slice(element.contentRange.start, element.contentRange.end)
    .replace(/\s+/g, ' ')
    .trim();
}
