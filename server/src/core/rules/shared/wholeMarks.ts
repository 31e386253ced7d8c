import type { TextRange } from '../../text/range';
import { pairsIn } from './pairs';

/** A mark of a quotation or a parenthesis, or what may become one. */
const MARK = /["“”„«»()&]/;

/** What a reader does not see as it is written, or may not. */
const MARKUP = /[`$@{}<\\&^[\]]/;

/** The same, where attributes are left out and brackets do not matter. */
const HIDING = /[`$<\\&^]|\]\(|\[[^[\]]*"[^[\]]*@[^[\]]*\]|\[[^[\]]*@[^[\]]*"[^[\]]*\]/;

/**
 * Whether the source alone shows that no pair of marks begins inside some words and ends outside them, or the other way
 * round.
 * @param block the block of text in which they stand
 * @param words where they stand in it
 */
export function hasWholeMarks(block: string, words: TextRange): boolean {
  const content = block.slice(words.start, words.end);
  if (!MARK.test(content)) return true;
  if (MARKUP.test(content)) return false;
  // In German and its neighbours “ closes what „ has opened; it may be written as an entity.
  if (block.includes('„') || block.includes('&bdquo')) return false;
  let shown = content;
  if (content.includes('"')) {
    const before = block.slice(0, words.start).replace(/\{[^{}]*\}/g, '{}');
    if (HIDING.test(before)) return false;
    shown = curled(before + content).slice(-content.length);
  }
  const pairs = pairsIn(shown);
  const marks = shown.match(/[“”«»()]/g)?.length ?? 0;
  return 2 * pairs.length === marks;
}

/** Straight quotation marks as the reader sees them: one opens unless another one is open or a blank follows it. */
function curled(text: string): string {
  let isOpen = false;
  return text.replace(/"/g, (_, at: number) => {
    isOpen = !isOpen && /^\S/.test(text.charAt(at + 1));
    return isOpen ? '“' : '”';
  });
}
