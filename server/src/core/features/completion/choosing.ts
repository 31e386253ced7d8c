import type { CompletionItem, CompletionList } from './item';

/** More than these nobody reads through; who types on gets others. */
const MOST = 100;

/**
 * The first items, as many as anybody reads; where there are more, those that what was typed may mean.
 * @param typed the beginning of a word, without its sigil
 */
export function fewest(
  items: Iterable<CompletionItem>,
  typed: string,
): Pick<CompletionList, 'items' | 'isIncomplete'> {
  const word = typed.toLowerCase();
  const all: CompletionItem[] = [];
  const fitting: CompletionItem[] = [];
  for (const item of items) {
    all.push(item);
    if (isSubsequence(word, item.filterText.toLowerCase())) fitting.push(item);
    if (fitting.length > MOST) break;
  }
  if (all.length <= MOST) return { items: all, isIncomplete: false };
  return { items: fitting.slice(0, MOST), isIncomplete: true };
}

/** Whether the letters of a word stand in a text, in their order: editors find what they show alike. */
function isSubsequence(word: string, text: string): boolean {
  let at = 0;
  for (const character of word) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
