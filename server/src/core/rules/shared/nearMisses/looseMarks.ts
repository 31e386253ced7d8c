import type { Block } from '../../rule';

/**
 * Whether there is any mark of a tag in a block that is no part of an attribute block: what Pandoc may read otherwise
 * than it is meant. A block without one need not be looked at more closely. It says the same as long as the block stays.
 */
export function hasLooseMarks({ text, start, elements, failedAttributes }: Block): boolean {
  if (failedAttributes.length > 0 || text.includes(':::')) return true;
  let read: Braces | undefined;
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
    if (!(read ??= bracesOf(elements)).opening.has(start + at)) return true;
  }
  for (let at = text.indexOf('}'); at >= 0; at = text.indexOf('}', at + 1)) {
    if (!(read ??= bracesOf(elements)).closing.has(start + at + 1)) return true;
  }
  return false;
}

/** Where the attribute blocks of elements begin and end. */
interface Braces {
  readonly opening: ReadonlySet<number>;
  readonly closing: ReadonlySet<number>;
}

function bracesOf(elements: Block['elements']): Braces {
  const opening = new Set<number>();
  const closing = new Set<number>();
  for (const { attributeRange } of elements) {
    if (!attributeRange) continue;
    opening.add(attributeRange.start);
    closing.add(attributeRange.end);
  }
  return { opening, closing };
}
