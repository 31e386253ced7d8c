import type { Change } from './change';
import type { Hunk } from './hunks';
import { changeOf } from './judge';
import { countTelling, type Located } from './locate';
import type { QuotationIndex } from './quotationIndex';
import { Mark } from './scan';

/** A part that is moved has so many words at least; what is shorter may turn a statement around. */
const MIN_ROW = 2;

/** A row with a negation, a number or a modal verb in it has so many words at least. */
const MIN_TELLING_ROW = 3;

/** How far around the passage the words may come from. */
const MARGIN = 14;

/** Longer quotations are not looked through for parts in another order. */
const MOST_WORDS = 120;

/**
 * The one change of a quotation that has the words of its source in another order, put together of rows of words.
 * @returns undefined where something else is changed too
 */
export function orderOf(
  index: QuotationIndex,
  text: string,
  located: Located,
  hunks: readonly Hunk[],
): readonly Change[] | undefined {
  const { words } = located;
  if (words.length > MOST_WORDS || !hunks.some(({ quoted }) => quoted.length > 0)) return undefined;
  const from = Math.max(0, located.start - MARGIN - (words.length >> 1));
  const to = Math.min(index.length, located.end + MARGIN + (words.length >> 1));
  const rows = rowsOf(index, located, from, to);
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return undefined;
  const isInOrder = rows.every((row, at) => (rows[at - 1]?.said ?? -1) < row.said);
  if (isInOrder) return undefined;
  const covered = new Set(rows.flatMap(({ quoted, length }) => range(quoted, length)));
  const left = words.filter((word, at) => !covered.has(at) && (word.marks & Mark.Optional) === 0);
  const { lexicon } = index;
  const tells = ({ key }: { readonly key: string }) =>
    lexicon.isNegation(key) ||
    lexicon.numbers.isTelling(key) ||
    lexicon.modalOf(key, undefined) !== undefined;
  if (left.length * 8 > countTelling(words) || left.some(tells)) return undefined;
  // "I should" may come from what was not said there.
  const isDoubtful = rows.some(
    ({ quoted, said, length }) =>
      length < MIN_TELLING_ROW &&
      !(isPhraseEnd(index, said) && isPhraseEnd(index, said + length)) &&
      words.slice(quoted, quoted + length).some(tells),
  );
  if (isDoubtful) return undefined;
  const start = Math.min(...rows.map(({ said }) => said));
  const end = Math.max(...rows.map(({ said, length }) => said + length));
  // What stands between and is not quoted must not matter either.
  const used = new Set(rows.flatMap(({ said, length }) => range(said, length)));
  for (let at = start; at < end; at++) {
    if (used.has(at) || index.isOptional(at)) continue;
    if (tells({ key: index.keyAt(at) ?? '' })) return undefined;
  }
  if (end - start > words.length + 6) return undefined;
  const quotedRange = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  return [changeOf(index, text, { from: start, to: end, quotedRange }, 'order', false)];
}

/** Whether a comma or a stop stands before a word of the source. */
function isPhraseEnd(index: QuotationIndex, at: number): boolean {
  return at >= index.length || (index.marksAt(at) & Mark.Pause) !== 0;
}

interface Row {
  readonly quoted: number;
  readonly said: number;
  readonly length: number;
}

/** The longest rows of words that quotation and passage share, no word twice, in the order of the quotation. */
function rowsOf(index: QuotationIndex, { words }: Located, from: number, to: number): Row[] {
  const numbers = words.map(({ key }) => index.numberOf(key));
  const free = words.map(() => true);
  const unused = Array.from({ length: to - from }, () => true);
  const rows: Row[] = [];
  for (;;) {
    let best: Row | undefined;
    let above = new Uint16Array(to - from + 1);
    numbers.forEach((number, quoted) => {
      const here = new Uint16Array(to - from + 1);
      for (let at = 0; at < to - from; at++) {
        if (free[quoted] !== true || unused[at] !== true) continue;
        if (number !== index.wordAt(from + at)) continue;
        const length = (above[at] ?? 0) + 1;
        here[at + 1] = length;
        if (length > (best?.length ?? 0)) {
          best = { quoted: quoted - length + 1, said: from + at - length + 1, length };
        }
      }
      above = here;
    });
    if (!best || best.length < MIN_ROW) break;
    for (const at of range(best.quoted, best.length)) free[at] = false;
    for (const at of range(best.said - from, best.length)) unused[at] = false;
    rows.push(best);
  }
  return rows.sort((a, b) => a.quoted - b.quoted);
}

function range(start: number, length: number): number[] {
  return Array.from({ length }, (_, at) => start + at);
}
