import type { SyntaxDocument } from '../../syntax';
import type { TextEdit } from '../../text/textEdit';
import { lineBreakOf, lineEnd, lineStart } from './lines';

/** How many blocks further on there may be room for it. */
const FURTHEST = 12;

/**
 * The edits, best first, each of which puts lines into a file as blocks of their own: at the caret, or behind the paragraph,
 * list or table in which that stands.
 */
export function* blockInsertions(
  document: SyntaxDocument,
  caret: number,
  lines: readonly string[],
): Iterable<TextEdit> {
  for (const at of placesFor(document, caret)) yield insertion(document.text, at, lines);
}

/** The caret's line where it is empty, then the ends of the blocks from there on. */
function* placesFor(document: SyntaxDocument, caret: number): Iterable<number> {
  const { text, frontMatter } = document;
  const from = Math.max(caret, frontMatter?.range.end ?? 0);
  const start = lineStart(text, from);
  if (text.slice(start, lineEnd(text, from)).trim() === '') yield start;
  let block = document.blockAt(from);
  for (let passed = 0; passed < FURTHEST; passed++) {
    const at = block.start + block.text.trimEnd().length;
    if (block.text.trim() !== '' && !goesOn(block.text, text.slice(at))) yield at;
    if (block.end >= document.length) return;
    block = document.blockAt(block.end);
  }
}

const ITEM = /^\s*(?:[-*+•]|\(?(?:\d{1,9}|[a-z]{1,4}|#|@[\w-]*)[.)])\s/i;

/** Whether what stands behind a block is a further item of its list, or directly below it. */
function goesOn(block: string, behind: string): boolean {
  const [, gap = '', line = ''] = /^(\s*(?:\n|$))?(.*)/.exec(behind) ?? [];
  if (line === '') return false;
  return (gap.match(/\n/g)?.length ?? 0) < 2 || (ITEM.test(block) && ITEM.test(line));
}

function insertion(text: string, at: number, lines: readonly string[]): TextEdit {
  const eol = lineBreakOf(text);
  const before = text.slice(0, at);
  const behind = text.slice(at);
  const lead = /^\s*$/.test(before) ? '' : eol.repeat(2 - breaksAtEnd(before));
  const isLast = /^\s*$/.test(behind);
  const trail = isLast ? (behind === '' ? eol : '') : eol.repeat(2 - breaksAtStart(behind));
  return { range: { start: at, end: at }, newText: lead + lines.join(eol) + trail };
}

function breaksAtEnd(text: string): number {
  return Math.min(2, /(?:\r?\n[ \t]*)*$/.exec(text)?.[0].match(/\n/g)?.length ?? 0);
}

function breaksAtStart(text: string): number {
  return Math.min(2, /^(?:[ \t]*\r?\n)*/.exec(text)?.[0].match(/\n/g)?.length ?? 0);
}
