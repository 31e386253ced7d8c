/** Two marks that belong together, by their offsets in a text. */
export interface Pair {
  readonly kind: 'quotation' | 'parenthesis';
  readonly open: number;
  readonly close: number;
}

const MARKS = /["“”„«»()]/g;

/**
 * The quotations and parentheses of a paragraph. Marks without a partner are left out: lists such as a), paragraphs of a
 * longer quotation, inches. Single quotation marks are not told from apostrophes and do not count.
 */
export function pairsIn(text: string): Pair[] {
  const pairs: Pair[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  // In German and its neighbours “ closes what „ has opened.
  const lowQuotes = text.includes('„');
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const closes = closedBy(mark, text, index, lowQuotes);
    const partner = closes === '' ? -1 : open.findLastIndex((entry) => closes.includes(entry.mark));
    const opener = open[partner];
    if (opener) {
      open.length = partner;
      const kind = mark === ')' ? 'parenthesis' : 'quotation';
      pairs.push({ kind, open: opener.at, close: index });
    } else if (closes === '' || mark === '"') {
      open.push({ mark, at: index });
    }
  }
  return pairs.length > 1 ? pairs.sort((a, b) => a.open - b.open) : pairs;
}

/** The marks that this one may close; none for one that opens. */
function closedBy(mark: string, text: string, at: number, lowQuotes: boolean): string {
  switch (mark) {
    case ')':
      return '(';
    case '”':
      return '“„';
    case '“':
      return lowQuotes ? '„' : '';
    case '»':
      return '«';
    case '"':
      return /[\s(—–[]/.test(text[at - 1] ?? ' ') && /\S/.test(text[at + 1] ?? ' ') ? '' : '"';
    default:
      return '';
  }
}
