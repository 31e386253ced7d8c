import type { TextRange } from '../../text/range';
import { pairsIn } from './pairs';

/** A mark of a quotation or a parenthesis, or what may become one. */
const MARK = /["“”„«»()&]/;

/** What a reader does not see as it is written, or may not. */
const MARKUP = /[`$@{}<\\&^[\]]/;

/** Words in which every mark is one of a pair of curly quotation marks, with no other mark in between. */
const CLOSED = /^[^"“”„«»()]*(?:“[^"“”„«»()]*”[^"“”„«»()]*)*$/;

/** A text in straight quotation marks, without emphasis in it. */
const QUOTED = /^"(?!\s)([^"*_~]*)"$/;

/** Whether there is a mark of a quotation or a parenthesis in some words of the source, or what may become one. */
export function hasMarks(words: string): boolean {
  return MARK.test(words);
}

/**
 * Whether the source alone shows that no pair of marks begins inside some words and ends outside them, or the other way
 * round.
 * @param block the block of text in which they stand
 * @param words where they stand in it
 */
export function hasWholeMarks(block: string, words: TextRange): boolean {
  const content = block.slice(words.start, words.end);
  if (!hasMarks(content)) return true;
  if (MARKUP.test(content)) return false;
  // In German and its neighbours “ closes what „ has opened; it may be written as an entity.
  if (block.includes('„') || block.includes('&bdquo')) return false;
  let shown = content;
  if (content.includes('"')) {
    const quoted = QUOTED.exec(content)?.[1];
    // A mark that is open before would be closed by the first one.
    const before = block.slice(0, words.start).replace(/\{[^{}]*\}/g, '');
    if (quoted === undefined || before.includes('"') || before.includes('&')) return false;
    shown = `“${quoted}”`;
  }
  if (CLOSED.test(shown)) return true;
  const pairs = pairsIn(shown);
  const marks = shown.match(/[“”«»()]/g)?.length ?? 0;
  return 2 * pairs.length === marks;
}
