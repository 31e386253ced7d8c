import { type Attributed, parse, type SyntaxDocument } from '../../../server/src/core/syntax';
import type { TextRange } from '../../../server/src/core/text/range';

/** The text in a range of the document. */
export function cut(document: SyntaxDocument, range: TextRange | undefined): string | undefined {
  return range === undefined ? undefined : document.text.slice(range.start, range.end);
}

/** What an element covers, piece by piece, as text. */
export interface Pieces {
  readonly whole: string | undefined;
  readonly content: string | undefined;
  readonly attributes: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly (string | undefined)[];
  /** Key, value, and both together. */
  readonly pairs: readonly (readonly (string | undefined)[])[];
}

/** Cuts an element's ranges out of the text, so that a test shows at a glance what they cover. */
export function pieces(document: SyntaxDocument, element: Attributed): Pieces {
  return {
    whole: cut(document, element.range),
    content: cut(document, element.contentRange),
    attributes: cut(document, element.attributeRange),
    id: cut(document, element.id?.range),
    classes: element.classes.map(({ range }) => cut(document, range)),
    pairs: element.attributes.map(({ keyRange, valueRange, range }) => [
      cut(document, keyRange),
      cut(document, valueRange),
      cut(document, range),
    ]),
  };
}

/** The pieces of the first element of a text. */
export function firstPieces(text: string): Pieces {
  const document = parse(text);
  const [element] = document.elements;
  if (element === undefined) throw new Error('the text has no element');
  return pieces(document, element);
}
