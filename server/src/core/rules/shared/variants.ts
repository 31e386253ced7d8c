/** Small words that are easily exchanged inside a term: “return of” for “return on”. */
const PREPOSITIONS: ReadonlySet<string> = new Set([
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'to',
  'upon',
  'with',
]);

/** Shorter words have too many neighbours that mean something else. */
const MIN_SLIP = 5;

/**
 * Whether a word is another spelling of a term's word, or a slip of the pen: a letter too many or too few inside the
 * word, two letters exchanged, s for z, c for s, `-ence` for `-ency`. Endings are grammar and no slip.
 */
export function isSlip(word: string, meant: string): boolean {
  if (word === meant || !word.startsWith(meant.charAt(0))) return false;
  const [shorter, longer] = word.length < meant.length ? [word, meant] : [meant, word];
  if (shorter.length < MIN_SLIP || longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  const rest = shorter.slice(at);
  if (longer.length > shorter.length) return rest !== '' && rest === longer.slice(at + 1);
  const pair = [shorter[at] ?? '', longer[at] ?? ''].sort().join('');
  if (rest.slice(1) === longer.slice(at + 1)) {
    return pair === 'sz' || pair === 'cs' || (pair === 'ey' && rest.length === 1);
  }
  const [a = '', b = ''] = rest;
  return b + a + rest.slice(2) === longer.slice(at);
}

/** Whether a word may stand for a term's word in a variant of a term of several words. */
export function isVariantWord(word: string, meant: string): boolean {
  if (PREPOSITIONS.has(meant)) return word !== meant && PREPOSITIONS.has(word);
  return isSlip(word, meant);
}

/** Whether a word is a preposition that is easily exchanged inside a term. */
export function isPreposition(word: string): boolean {
  return PREPOSITIONS.has(word);
}

/** Whether words are those of a term in another order; `of` and its like may come or go. */
export function isReordered(words: readonly string[], term: readonly string[]): boolean {
  const content = contentWords(words);
  const meant = contentWords(term);
  if (meant.length < 2 || content.length !== meant.length) return false;
  return (
    content.join(' ') !== meant.join(' ') &&
    [...content].sort().join(' ') === [...meant].sort().join(' ')
  );
}

/** The words of a term that say what it is about: all but prepositions. */
export function contentWords(term: readonly string[]): string[] {
  return term.filter((word) => !PREPOSITIONS.has(word));
}
