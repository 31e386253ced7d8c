import type { SyntaxDocument } from '../core/syntax';
import type { TextRange } from '../core/text/range';
import { NEAR } from './calm';

/** The part of a document that an author is writing in. */
interface Neighbourhood {
  /** Where it begins: so many characters stand above it. */
  readonly above: number;
  /** How many characters stand below it. */
  readonly below: number;
  /** How the text below it was read at first, and whenever that was taken to be meant. */
  readonly meant: Set<string>;
  /** Whether the author came from a place above with something unclosed. */
  readonly isOpen: boolean;
}

/**
 * Tells whether the author is in the middle of something that decides how the text far below is read: a fence, a
 * comment, a div that has been opened and not closed yet, or the other way round. Only the reading of the text counts:
 * what far elements say of each other may change at any time, and is true then.
 */
export class FarReadings {
  readonly #documentOf: (uri: string) => SyntaxDocument | undefined;
  readonly #places = new Map<string, Neighbourhood>();

  /** @param documentOf an open document as it stands; nothing where it has not been read */
  constructor(documentOf: (uri: string) => SyntaxDocument | undefined) {
    this.#documentOf = documentOf;
  }

  /** Takes note of where a document is about to be edited; without a range, that its text will be another one. */
  editing(uri: string, range?: TextRange): void {
    const document = range && this.#documentOf(uri);
    const known = this.#places.get(uri);
    if (!document) {
      this.#places.delete(uri);
      return;
    }
    const { start, end } = range;
    const { lines, length } = document;
    if (known && start >= known.above && end <= length - known.below) return;
    const lineStart = (offset: number, by: number) =>
      lines.offsetAt({ line: lines.positionAt(offset).line + by, character: 0 });
    const above = lineStart(start, -NEAR);
    const below = length - lineStart(end, NEAR + 1);
    const isOpen = this.isUnfinished(uri);
    const meant = new Set([readingBelow(document, { above, below })]);
    this.#places.set(uri, { above, below, meant, isOpen });
  }

  /** Whether the text far from the edits is read otherwise than it was before them, and than was ever meant. */
  isUnfinished(uri: string): boolean {
    const place = this.#places.get(uri);
    const document = place && this.#documentOf(uri);
    if (!document) return false;
    return place.isOpen || !place.meant.has(readingBelow(document, place));
  }

  /**
   * Takes note that all there is to say of a document as it stands is shown.
   * @param isMeant whether what is unfinished is taken to be what the author means
   */
  shown(uri: string, isMeant: boolean): void {
    const place = this.#places.get(uri);
    const document = place && this.#documentOf(uri);
    if (!document) return;
    if (isMeant) place.meant.add(readingBelow(document, place));
    this.#places.set(uri, { ...place, isOpen: false });
  }
}

/** What stands at the end of a neighbourhood: equal as long as all the text below is read as before. */
function readingBelow(
  document: SyntaxDocument,
  { above, below }: Pick<Neighbourhood, 'above' | 'below'>,
): string {
  if (below === 0) return '';
  const at = document.length - below;
  const { start, end, divs } = document.blockAt(at);
  const from = start === at ? 'there' : start >= above ? 'here' : String(start);
  return `${from} ${document.length - end} ${divs.depth}`;
}
