import type { Citation, SyntaxDocument } from '../syntax';
import { containsRange, overlaps, type TextRange } from '../text/range';
import { firstFrom } from '../text/search';

/** The citations in a range, those included that stand in the footnotes to which it refers. */
export function citationsWithin(document: SyntaxDocument, range: TextRange): Citation[] {
  return [range, ...notesIn(document, range)].flatMap((wanted) =>
    citationsBetween(document, wanted),
  );
}

/** The citations whose keys lie wholly in a range. */
export function citationsBetween({ citations }: SyntaxDocument, range: TextRange): Citation[] {
  const found: Citation[] = [];
  for (let index = firstFrom(citations, range.start, startOf); index < citations.length; index++) {
    const citation = citations[index];
    if (!citation || citation.range.start >= range.end) break;
    if (containsRange(range, citation.range)) found.push(citation);
  }
  return found;
}

/** The bracketed group of citations that begins at an offset. */
export function citationGroupAt(
  { citations }: SyntaxDocument,
  offset: number,
): TextRange | undefined {
  const group = citations[firstFrom(citations, offset, startOf)]?.groupRange;
  return group?.start === offset ? group : undefined;
}

const startOf = ({ range }: Citation): number => range.start;

const notesOf = new WeakMap<SyntaxDocument, ReadonlyMap<string, TextRange>>();

/** The footnotes to which a range refers (Pandoc manual, `footnotes`). */
function notesIn(document: SyntaxDocument, range: TextRange): TextRange[] {
  const text = document.text.slice(range.start, range.end);
  const labels = [...text.matchAll(/\[\^([^\]\s]{1,80})\](?!:)/g)];
  if (labels.length === 0) return [];
  let notes = notesOf.get(document);
  if (!notes) notesOf.set(document, (notes = readNotes(document.text)));
  return labels.flatMap(([, label = '']) => {
    const note = notes.get(label);
    return note && !overlaps(note, range) ? [note] : [];
  });
}

/** Where each footnote's text stands: up to the first line after a blank one that is not indented. */
function readNotes(text: string): Map<string, TextRange> {
  const notes = new Map<string, TextRange>();
  for (const match of text.matchAll(/^ {0,3}\[\^([^\]\s]{1,80})\]:/gm)) {
    const start = match.index + match[0].length;
    const close = /\n[ \t\r]*\n(?=\S)|\n {0,3}(?=\[\^[^\]\s]{1,80}\]:)/g;
    close.lastIndex = start;
    notes.set(match[1] ?? '', { start, end: close.exec(text)?.index ?? text.length });
  }
  return notes;
}
