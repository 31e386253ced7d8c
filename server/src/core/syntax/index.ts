import type { TextRange } from '../text/range';
import { LeafFact } from './leafFact';
import { LiveDocument, LiveSyntax } from './live';
import type { Attributed, Leaf, SyntaxDocument, VisibleText } from './types';

export type * from './types';
export { rangeInValue } from './attributeLists';
export { KeptAnswers } from './kept';
export { LiveDocument } from './live';
export { rehearse, type Rehearsed } from './rehearsal';

/**
 * Scans a manuscript as Pandoc's Markdown reader would. Never throws.
 * `text` has no byte order mark; all offsets are 0-based UTF-16 offsets into it.
 */
export function parse(text: string): SyntaxDocument {
  return new LiveDocument(text).document;
}

/**
 * What the reader of the output sees of a range as prose, with the way back to the source. Notes count only where the
 * range lies inside one. A document that was made otherwise than by `parse` or a `LiveDocument` has no text.
 * @param enough of how much only the beginning is wanted, in UTF-16 units; what is given may be longer
 */
export function visibleText(
  document: SyntaxDocument,
  range: TextRange,
  enough = Infinity,
): VisibleText {
  if (!(document instanceof LiveSyntax)) return { text: '', offsets: Int32Array.of(range.end) };
  const { texts, table } = document.state;
  const seen = texts.textIn(range, 'prose', false, table, enough);
  // The leaf of an inline note is the paragraph around it, which has its text without its notes.
  if (seen.text !== '' || !isInNotedElement(document, range)) return seen;
  return texts.textIn(range, 'prose', true, table, enough);
}

/**
 * What the reader of the output sees of a leaf, with private characters where emphasis begins and ends, and with inline
 * notes in their places: two texts whose leaves have the same are read alike.
 */
export function emphasisedText(document: SyntaxDocument, leaf: Leaf): string {
  if (!(document instanceof LiveSyntax)) return '';
  const { texts, table } = document.state;
  return texts.textIn(leaf.range, 'emphasis', true, table).text.trim();
}

/** Whether what stands in a range is shown to the reader of the output just so, be it in an inline note. */
export function isShown(document: SyntaxDocument, range: TextRange): boolean {
  if (!(document instanceof LiveSyntax)) return false;
  const { texts, table } = document.state;
  const written = document.slice(range.start, range.end);
  return [false, true].some(
    (inNote) => texts.textIn(range, 'prose', inNote, table).text === written,
  );
}

/**
 * A text and where in it a leaf stands, as its markup is read: in quotes and lists without what begins their lines, and
 * with spaces for tabs.
 */
export function writtenText(leaf: Leaf): WrittenText {
  if (!(leaf instanceof LeafFact)) return { text: '', start: 0, end: 0 };
  const { scanned, start, end } = leaf.source;
  return { text: scanned.text, start, end };
}

/** A part of a longer text. */
export interface WrittenText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What the reader of the output sees of the content of an element as prose, without white space at its ends.
 * @param enough as {@link visibleText} has it
 */
export function contentText(
  document: SyntaxDocument,
  element: Attributed,
  enough?: number,
): string {
  const plain = plainContent(document, element);
  return plain ?? visibleText(document, element.contentRange, enough).text.trim();
}

/** The content of a piece of running text that has no markup in it. */
function plainContent(document: SyntaxDocument, element: Attributed): string | undefined {
  const { carrier, contentRange } = element;
  if (!(document instanceof LiveSyntax)) return undefined;
  if (carrier !== 'span' && carrier !== 'heading') return undefined;
  return document.state.texts.plainIn(contentRange);
}

function isInNotedElement(document: SyntaxDocument, { start, end }: TextRange): boolean {
  for (const { contentRange, context, range } of document.blockAt(start).elements) {
    if (range.start > start) break;
    const isAround = contentRange.start <= start && end <= contentRange.end;
    if (isAround && context === 'note') return true;
  }
  return false;
}

/** The plain text of an element, white space folded, as Pandoc's `stringify` gives it. */
export function plainText(document: SyntaxDocument, element: Attributed): string {
  const { carrier, contentRange, context } = element;
  if (carrier === 'codeblock' || carrier === 'code') {
    const code = document.slice(contentRange.start, contentRange.end);
    return code.replace(/\s+/g, ' ').trim();
  }
  if (!(document instanceof LiveSyntax)) return '';
  const { texts, table } = document.state;
  return texts.textIn(contentRange, 'plain', context === 'note', table).text.trim();
}
