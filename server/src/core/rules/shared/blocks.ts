import type { Carrier, SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';

/** What marks the beginning of a line inside a quotation or a list: nothing that a reader would call text. */
const BLANK = /^[\s>]*$/;

/**
 * The block that begins after an offset: a whole div, a heading line, else the lines up to the next blank one (a paragraph,
 * a tight list, a table). Comments before it are passed over. An empty range at the end of the text where there is none.
 */
export function nextBlock(document: SyntaxDocument, from: number): TextRange {
  const start = blockStart(document, from);
  const enclosing = document
    .blockAt(start)
    .elements.find(({ carrier, range }) => WHOLE.has(carrier) && range.start === start);
  return enclosing?.range ?? { start, end: runEnd(document, start) };
}

/** What is one block whatever stands in it. */
const WHOLE: ReadonlySet<Carrier> = new Set<Carrier>(['div', 'codeblock', 'table', 'heading']);

/** Where the next thing begins that is neither white space, nor a mark of quotation, nor a comment. */
function blockStart(document: SyntaxDocument, from: number): number {
  let at = from;
  for (;;) {
    const skipped = /^[\s>]*/.exec(document.slice(at, at + MAX_GAP))?.[0].length ?? 0;
    const start = at + skipped;
    const comment = document.blockAt(start).comments.find(({ range }) => range.start === start);
    if (!comment) return start;
    at = comment.range.end;
  }
}

/** More white space than this before a block is no layout any more. */
const MAX_GAP = 10_000;

/** The end of the last line before a blank one. */
function runEnd({ lines, length }: SyntaxDocument, start: number): number {
  let { line } = lines.positionAt(start);
  while (line + 1 < lines.lineCount && !BLANK.test(lines.lineText(line + 1))) line++;
  return line + 1 < lines.lineCount ? lines.offsetAt({ line: line + 1, character: 0 }) - 1 : length;
}
