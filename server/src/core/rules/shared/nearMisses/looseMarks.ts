import type { TextRange } from '../../../text/range';
import type { Block } from '../../rule';

/**
 * Whether there is any mark of a tag in a block that is no part of an attribute block: what Pandoc may read otherwise
 * than it is meant. A block without one need not be looked at more closely. It says the same as long as the block stays.
 */
export function hasLooseMarks({ text, start, elements, failedAttributes }: Block): boolean {
  if (failedAttributes.length > 0 || text.includes(':::')) return true;
  return (
    isLoose(text, '{', start, elements, startOf) || isLoose(text, '}', start + 1, elements, endOf)
  );
}

const startOf = ({ start }: TextRange): number => start;
const endOf = ({ end }: TextRange): number => end;

/** Whether a brace of one sort stands where no attribute block begins or ends. */
function isLoose(
  text: string,
  brace: string,
  base: number,
  elements: Block['elements'],
  markOf: (attributes: TextRange) => number,
): boolean {
  let read: ReadonlySet<number> | undefined;
  for (let at = text.indexOf(brace); at >= 0; at = text.indexOf(brace, at + 1)) {
    const isMark =
      elements.length <= FEW
        ? isMarkOf(elements, base + at, markOf)
        : (read ??= marksOf(elements, markOf)).has(base + at);
    if (!isMark) return true;
  }
  return false;
}

/** So few that the marks of each are looked at. */
const FEW = 8;

function isMarkOf(
  elements: Block['elements'],
  offset: number,
  markOf: (attributes: TextRange) => number,
): boolean {
  for (const { attributeRange } of elements) {
    if (attributeRange && markOf(attributeRange) === offset) return true;
  }
  return false;
}

function marksOf(
  elements: Block['elements'],
  markOf: (attributes: TextRange) => number,
): Set<number> {
  const marks = new Set<number>();
  for (const { attributeRange } of elements) if (attributeRange) marks.add(markOf(attributeRange));
  return marks;
}
