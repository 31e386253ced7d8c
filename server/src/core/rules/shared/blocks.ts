import type { SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';

/** What marks the beginning of a line inside a quotation or a list: nothing that a reader would call text. */
const BLANK = /^[\s>]*$/;

/**
 * The block that begins after an offset: a whole div, a heading line, else the lines up to the next blank one (a paragraph,
 * a tight list, a table). Comments before it are passed over. An empty range at the end of the text where there is none.
 */
export function nextBlock(document: SyntaxDocument, from: number): TextRange {
  const { text, elements, headings } = document;
  const start = blockStart(document, from);
  const enclosing = elements.find(
    ({ carrier, range }) =>
      (carrier === 'div' || carrier === 'codeblock' || carrier === 'table') &&
      range.start === start,
  );
  if (enclosing) return enclosing.range;
  const heading = headings.find(({ range }) => range.start === start);
  if (heading) return heading.range;
  return { start, end: runEnd(text, start) };
}

/** Where the next thing begins that is neither white space, nor a mark of quotation, nor a comment. */
function blockStart({ text, comments }: SyntaxDocument, from: number): number {
  let at = from;
  for (;;) {
    const skipped = /^[\s>]*/.exec(text.slice(at, at + MAX_GAP))?.[0].length ?? 0;
    const comment = comments.find(({ range }) => range.start === at + skipped);
    if (!comment) return at + skipped;
    at = comment.range.end;
  }
}

/** More white space than this before a block is no layout any more. */
const MAX_GAP = 10_000;

/** The end of the last line before a blank one. */
function runEnd(text: string, start: number): number {
  let end = lineEnd(text, start);
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    if (BLANK.test(text.slice(end + 1, next))) return end;
    end = next;
  }
  return end;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
