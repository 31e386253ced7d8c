import type { TextRange } from '../text/range';
import { asOne, inverseOf, type TextEdit } from '../text/textEdit';
import { LiveDocument } from './live';
import type { DocumentChange, SyntaxDocument } from './types';

/** A document as edits would make it. */
export interface Rehearsed {
  /** Only until the next edits are tried on the same document; it must not be asked after that. */
  readonly document: SyntaxDocument;
  /** All blocks beyond these ranges, of the document before and after the edits, are as they were. */
  readonly concerned: { readonly before: TextRange; readonly after: TextRange };
}

/**
 * The copies that edits are tried on. A copy costs as much memory as its document, so that it may be let go at any time;
 * while many edits are tried in one go it stays.
 */
const COPIES = new WeakMap<SyntaxDocument, WeakRef<Rehearsal>>();

/**
 * Tries edits on a document, which stays as it is: only what they concern is scanned again.
 * @throws RangeError when two edits overlap or one lies outside the text
 */
export function rehearse(document: SyntaxDocument, edits: readonly TextEdit[]): Rehearsed {
  let rehearsal = COPIES.get(document)?.deref();
  if (!rehearsal) {
    rehearsal = new Rehearsal(document.text);
    COPIES.set(document, new WeakRef(rehearsal));
  }
  return rehearsal.try(document.text, edits);
}

/** A copy of a document, and what gives it back its text after the last trial. */
class Rehearsal {
  readonly #copy: LiveDocument;
  #undo: readonly TextEdit[] = [];

  constructor(text: string) {
    this.#copy = new LiveDocument(text);
  }

  try(text: string, edits: readonly TextEdit[]): Rehearsed {
    this.#copy.edit(this.#undo);
    this.#undo = [];
    // Of several edits the document thinks the worst: that they concern all of it.
    const edit = asOne(text, edits);
    const change = this.#copy.edit([edit]);
    this.#undo = inverseOf(text, [edit]);
    const { document } = this.#copy;
    return { document, concerned: concernedBy(change, document.length, text.length) };
  }
}

function concernedBy(
  { structureChanged, addedBlocks }: DocumentChange,
  length: number,
  lengthBefore: number,
): Rehearsed['concerned'] {
  const [first] = addedBlocks;
  if (structureChanged || !first) {
    return { before: { start: 0, end: lengthBefore }, after: { start: 0, end: length } };
  }
  const start = Math.min(...addedBlocks.map((block) => block.start));
  const end = Math.max(...addedBlocks.map((block) => block.end));
  return { before: { start, end: end + lengthBefore - length }, after: { start, end } };
}
