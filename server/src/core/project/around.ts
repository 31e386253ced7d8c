import type { Tag } from '../model';
import type { Leaf, SyntaxDocument } from '../syntax';
import { containsRange, overlaps, touches, type TextRange } from '../text/range';
import type { ProjectFile } from './project';
import { firstFrom } from '../text/search';

/** The document of a file, for who looks at a range and at what is around it only. */
export function documentAt({ facts }: ProjectFile, _range: TextRange): SyntaxDocument {
  return facts.document;
}

/** A block of text holds few others (the notes inside it); looking back further would cost time. */
const NESTED = 16;

/** The innermost block of text at an offset, which may be just behind it. */
export function leafAt({ leaves }: SyntaxDocument, offset: number): Leaf | undefined {
  return lastBefore(leaves, offset + 1, ({ range }) => touches(range, offset));
}

/** The innermost block of text that holds a range. */
export function leafHolding({ leaves }: SyntaxDocument, range: TextRange): Leaf | undefined {
  return lastBefore(leaves, range.start + 1, (leaf) => containsRange(leaf.range, range));
}

/** The first block of text that a range touches. */
export function firstLeafIn({ leaves }: SyntaxDocument, range: TextRange): Leaf | undefined {
  const from = firstFrom(leaves, range.start, startOf);
  for (let index = Math.max(0, from - NESTED); index < leaves.length; index++) {
    const leaf = leaves[index];
    if (!leaf || leaf.range.start >= range.end) return undefined;
    if (overlaps(leaf.range, range)) return leaf;
  }
  return undefined;
}

function lastBefore(
  leaves: readonly Leaf[],
  offset: number,
  test: (leaf: Leaf) => boolean,
): Leaf | undefined {
  const end = firstFrom(leaves, offset, startOf);
  for (let index = end - 1; index >= 0 && index >= end - NESTED; index--) {
    const leaf = leaves[index];
    if (leaf && test(leaf)) return leaf;
  }
  return undefined;
}

function startOf({ range }: Leaf): number {
  return range.start;
}

/** The tags of a file whose text, marks or attributes hold a range, the innermost first. */
export function* tagsAround(tags: readonly Tag[], range: TextRange): Iterable<Tag> {
  const before = firstFrom(tags, range.start + 1, ({ source }) => source.range.start) - 1;
  // Whatever holds the range holds the last tag that begins before it, too.
  for (let tag = tags[before]; tag; tag = tag.parent) {
    if (containsRange(tag.source.range, range)) yield tag;
  }
}
