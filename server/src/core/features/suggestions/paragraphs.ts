import type { SyntaxBlock, SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';

/** How many blocks are passed over in search of a paragraph: fences, and further quotations. */
const FURTHEST = 8;

/** Whether a range stands in a block quotation, or is one. */
export function isInBlockQuotation(document: SyntaxDocument, { start }: TextRange): boolean {
  return IS_QUOTATION.test(document.blockAt(start).text);
}

/** The paragraph before a range, with nothing but fences and quotations in between. */
export function paragraphBefore(
  document: SyntaxDocument,
  { start }: TextRange,
): SyntaxBlock | undefined {
  let block = document.blockAt(start);
  for (let passed = 0; passed < FURTHEST && block.start > 0; passed++) {
    block = document.blockAt(block.start - 1);
    if (!IS_PASSED_OVER.test(block.text)) return unlessHeading(block);
  }
  return undefined;
}

/** The paragraph behind a range, with nothing but fences and quotations in between. */
export function paragraphBehind(
  document: SyntaxDocument,
  { start, end }: TextRange,
): SyntaxBlock | undefined {
  let block = document.blockAt(Math.max(start, end - 1));
  for (let passed = 0; passed < FURTHEST && block.end < document.length; passed++) {
    block = document.blockAt(block.end);
    if (!IS_PASSED_OVER.test(block.text)) return unlessHeading(block);
  }
  return undefined;
}

const IS_QUOTATION = /^ {0,3}>/;

/** A quotation, the fence of a div, or white space. */
const IS_PASSED_OVER = /^(?: {0,3}(?:>|:{3,})|\s*$)/;

function unlessHeading(block: SyntaxBlock): SyntaxBlock | undefined {
  return block.leaves.some(({ kind }) => kind === 'heading') ? undefined : block;
}
