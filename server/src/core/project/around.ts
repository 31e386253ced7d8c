import type { LiveFacts } from '../model';
import type { Leaf, SyntaxBlock, SyntaxDocument } from '../syntax';
import { containsRange, touches, type TextRange } from '../text/range';

/** The document of a file, for who looks at a range and at what is around it only. */
export function documentAt(
  { facts }: { readonly facts: LiveFacts },
  range: TextRange,
): SyntaxDocument {
  return facts.around(range);
}

/** The innermost block of text at an offset, which may be just behind it. */
export function leafAt(document: SyntaxDocument, offset: number): Leaf | undefined {
  return leavesNear(document, offset).findLast(({ range }) => touches(range, offset));
}

/** The innermost block of text that holds a range. */
export function leafHolding(document: SyntaxDocument, range: TextRange): Leaf | undefined {
  return leavesNear(document, range.start).findLast((leaf) => containsRange(leaf.range, range));
}

/** The first block of text that a range touches. */
export function firstLeafIn(document: SyntaxDocument, range: TextRange): Leaf | undefined {
  return document.leavesIn(range)[0];
}

/** The blocks of text that hold an offset, or begin or end at it. */
function leavesNear(document: SyntaxDocument, offset: number): readonly Leaf[] {
  return document.leavesIn({ start: offset - 1, end: offset + 1 });
}

/** The blocks of a document that hold an offset, or end at it. */
export function blocksAt(document: SyntaxDocument, offset: number): readonly SyntaxBlock[] {
  const block = document.blockAt(offset);
  return offset > 0 && block.start === offset ? [document.blockAt(offset - 1), block] : [block];
}
