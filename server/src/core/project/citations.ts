import type { Citation, SyntaxBlock, SyntaxDocument } from '../syntax';
import { containsRange, overlaps, type TextRange } from '../text/range';
import { firstFrom } from '../text/search';

/** The citations in a range, those included that stand in the footnotes to which it refers. */
export function citationsWithin(
  document: SyntaxDocument,
  range: TextRange,
  noteOf: NoteFinder,
): Citation[] {
  return [
    ...citationsBetween(document, range),
    ...notesIn(document, range, noteOf).flatMap(({ citations }) => citations),
  ];
}

/** The citations whose keys lie wholly in a range. */
export function citationsBetween(document: SyntaxDocument, range: TextRange): Citation[] {
  const found: Citation[] = [];
  const { blocks } = document;
  const first = firstFrom(blocks, range.start + 1, startOf) - 1;
  for (let index = Math.max(0, first); index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || block.start >= range.end) break;
    for (const citation of block.citations) {
      if (containsRange(range, citation.range)) found.push(citation);
    }
  }
  return found;
}

/** The bracketed group of citations that begins at an offset. */
export function citationGroupAt(document: SyntaxDocument, offset: number): TextRange | undefined {
  return document.blockAt(offset).citations.find(({ groupRange }) => groupRange?.start === offset)
    ?.groupRange;
}

const startOf = ({ start }: SyntaxBlock): number => start;

/** Finds the block of a footnote by its label. */
export type NoteFinder = (label: string) => SyntaxBlock | undefined;

/** The footnotes to which a range refers (Pandoc manual, `footnotes`). */
function notesIn(document: SyntaxDocument, range: TextRange, noteOf: NoteFinder): SyntaxBlock[] {
  const text = document.slice(range.start, range.end);
  return [...text.matchAll(/\[\^([^\]\s]{1,80})\](?!:)/g)].flatMap(([, label = '']) => {
    const note = noteOf(label);
    return note && !overlaps({ start: note.start, end: note.end }, range) ? [note] : [];
  });
}
