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
  return [...citationsFrom(document, range)];
}

/** The first citation whose key lies wholly in a range. */
export function firstCitation(document: SyntaxDocument, range: TextRange): Citation | undefined {
  for (const citation of citationsFrom(document, range)) return citation;
  return undefined;
}

function* citationsFrom(document: SyntaxDocument, range: TextRange): Iterable<Citation> {
  const { blocks } = document;
  const { start, end } = range;
  const first = firstFrom(blocks, start + 1, startOf) - 1;
  for (let index = Math.max(0, first); index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || block.start >= end) break;
    const { citations } = block;
    for (let at = firstFrom(citations, start, startOfKey); at < citations.length; at++) {
      const citation = citations[at];
      if (!citation || citation.range.start > end) break;
      if (containsRange(range, citation.range)) yield citation;
    }
  }
}

const startOfKey = ({ range }: Citation): number => range.start;

/** The bracketed group of citations that begins at an offset. */
export function citationGroupAt(document: SyntaxDocument, offset: number): TextRange | undefined {
  const { citations } = document.blockAt(offset);
  const group = citations[firstFrom(citations, offset, startOfKey)]?.groupRange;
  return group?.start === offset ? group : undefined;
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
