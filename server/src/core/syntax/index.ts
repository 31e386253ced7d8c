import type { TextRange } from '../text/range';
import { assemble } from './assemble';
import { scanFile } from './blocks/file';
import type { LeafTexts } from './leafTexts';
import type { Attributed, SyntaxDocument, VisibleText } from './types';

export type * from './types';

const texts = new WeakMap<SyntaxDocument, LeafTexts>();

/**
 * Scans a manuscript as Pandoc's Markdown reader would. Never throws.
 * `text` has no byte order mark; all offsets are 0-based UTF-16 offsets into it.
 */
export function parse(text: string): SyntaxDocument {
  const { blocks, frontMatter } = scanFile(text);
  const assembly = assemble(text, blocks, frontMatter);
  texts.set(assembly.document, assembly.texts);
  return assembly.document;
}

/**
 * What the reader of the output sees of a range as prose, with the way back to the source. Notes count only where the
 * range lies inside one. A document that `parse` did not make has no text.
 */
export function visibleText(document: SyntaxDocument, range: TextRange): VisibleText {
  const none = { text: '', offsets: Int32Array.of(range.end) };
  const seen = texts.get(document)?.textIn(range, 'prose', false) ?? none;
  // The leaf of an inline note is the paragraph around it, which has its text without its notes.
  if (seen.text !== '' || !isInNotedElement(document, range)) return seen;
  return texts.get(document)?.textIn(range, 'prose', true) ?? none;
}

function isInNotedElement({ elements }: SyntaxDocument, { start, end }: TextRange): boolean {
  for (const { contentRange, context, range } of elements) {
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
    const code = document.text.slice(contentRange.start, contentRange.end);
    return code.replace(/\s+/g, ' ').trim();
  }
  return (
    texts
      .get(document)
      ?.textIn(contentRange, 'plain', context === 'note')
      .text.trim() ?? ''
  );
}
