import { align, alignedAsIs, type Alignment, type Op } from './align';
import { candidatePlaces, exactPlaces, weightOf } from './candidates';
import type { QuotedWord } from './quotation';
import type { QuotationIndex } from './quotationIndex';
import { Mark } from './scan';

/** Words of a quotation that were found in one place. */
export interface Located extends Alignment {
  readonly words: readonly QuotedWord[];
  /** How much of the words is there, from 0 to 1, by how much each tells. */
  readonly likeness: number;
}

/** With fewer words, only what is there word by word is found. */
export const MIN_WORDS = 4;

/** From this likeness on, it is the same passage. */
const LIKE = 0.6;

/** Words that are not there count as left in another place from this likeness on. */
const MUCH_LIKE = 0.8;

/** How many words may be left out without a mark, beyond half of those that are quoted. */
const SLACK = 40;

/** As many places of the same words are told from one another. */
const MOST_EXACT = 24;

/** Prefers one of several places where the same words stand; the less the better. */
export type Preference = (start: number, end: number) => number;

/** Where words stand that are surely there, or nearly so; undefined where they are nowhere. */
export function locate(
  index: QuotationIndex,
  words: readonly QuotedWord[],
  prefer: Preference,
): Located | undefined {
  const exact = exactPlaces(index, words, MOST_EXACT);
  const best = leastBy(exact, (start) => prefer(start, start + words.length));
  if (best !== undefined) return { ...alignedAsIs(words, best), words, likeness: 1 };
  if (countTelling(words) < MIN_WORDS) return undefined;
  const found = candidatePlaces(index, words).map(({ start }) =>
    locateIn(index, words, start - SLACK, start + words.length + SLACK + (words.length >> 1)),
  );
  return leastBy(found, (one) => -one.likeness + 0.02 * Math.sign(prefer(one.start, one.end)));
}

/** Words laid beside a part of the text, whether they are like it or not. */
export function locateIn(
  index: QuotationIndex,
  words: readonly QuotedWord[],
  from: number,
  to: number,
): Located {
  const alignment = align(index, words, Math.max(0, from), Math.min(index.length, to));
  return { ...alignment, words, likeness: likenessOf(index, words, alignment.ops) };
}

/** Whether words are like a passage throughout: much of them, and some in a row. */
export function isLike(index: QuotationIndex, { words, ops, likeness }: Located): boolean {
  if (likeness < LIKE) return false;
  const row = longestRow(ops);
  // "There were eleven of us", where it were twelve.
  const differences = ops.filter(
    (op) => op.type !== 'same' && !isOfNumber(index, words, op),
  ).length;
  return row >= 3 || row >= countTelling(words) || differences <= 1 || isCutOnce(ops);
}

/** Whether a word may be of a number that the quotation has in figures. */
function isOfNumber(index: QuotationIndex, words: readonly QuotedWord[], op: Op): boolean {
  const { numbers } = index.lexicon;
  if (op.type === 'put-in' || !numbers.isTelling(index.keyAt(op.said) ?? '')) return false;
  return op.type === 'left-out' || numbers.isTelling(words[op.quoted]?.key ?? '');
}

/** Two words and more, no more than seven that are left out, and two again. */
const CUT_ONCE = /^s{2,}o{1,7}s{2,}$/;

/** Whether all words are there, but for a short cut in one place: "it was – how shall I say – a mess". */
function isCutOnce(ops: readonly Op[]): boolean {
  const shape = ops.map(({ type }) => (type === 'same' ? 's' : type === 'left-out' ? 'o' : 'x'));
  return CUT_ONCE.test(shape.join(''));
}

/**
 * Where the words of a piece stand, from its beginning to its end: in one place, or, where an author put together what does
 * not stand together, in several. Words that stand nowhere are left out.
 */
export function locateParts(
  index: QuotationIndex,
  words: readonly QuotedWord[],
  prefer: Preference,
  depth = 2,
): Located[] {
  const whole = locate(index, words, prefer);
  if (!whole) return [];
  const [from, to] = coreOf(whole);
  const core = { before: words.slice(0, from), after: words.slice(to) };
  const rests = [core.before, core.after].filter((rest) => countTelling(rest) >= 3);
  if (depth === 0 || rests.length === 0) return [whole];
  const inside = words.slice(from, to);
  if (countTelling(inside) < 3) return [whole];
  const near = Math.min(24, words.length);
  const partOf = (rest: readonly QuotedWord[]): Located[] => {
    if (countTelling(rest) < 3) return [];
    const preferNear: Preference = (start, end) =>
      Math.abs(start - whole.start) + prefer(start, end) * near;
    return locateParts(index, rest, preferNear, depth - 1).filter(
      (part) => part.likeness >= MUCH_LIKE && isTelling(index, part.words),
    );
  };
  const before = partOf(core.before);
  const after = partOf(core.after);
  if (before.length + after.length === 0) return [whole];
  // What was not found stays with what was.
  const kept = words.slice(before.length > 0 ? from : 0, after.length > 0 ? to : words.length);
  const margin = kept.length + SLACK;
  const middle = locateIn(index, kept, whole.start - margin, whole.end + margin);
  return [...before, middle, ...after];
}

/** Whether words tell a passage from others, or many would say them alike. */
function isTelling(index: QuotationIndex, words: readonly QuotedWord[]): boolean {
  const telling = words.filter(({ key }) => weightOf(index, index.numberOf(key)) >= 1.5).length;
  return telling >= 1 && countTelling(words) + telling >= MIN_WORDS + 1;
}

/** The words of a quotation that are well found: of all ranges, the one in which most are, less those that are not. */
function coreOf({ words, ops }: Located): [from: number, to: number] {
  // Two words that are there by chance do not make up for one that is not.
  const scores = new Array<number>(words.length).fill(-2);
  for (const op of ops) {
    if (op.type === 'same') scores[op.quoted] = 1;
    else if (op.type !== 'left-out' && isOptional(words[op.quoted])) scores[op.quoted] = 0;
  }
  let best = { from: 0, to: 0, score: 0 };
  let from = 0;
  let score = 0;
  scores.forEach((one, at) => {
    if (score <= 0) {
      from = at;
      score = 0;
    }
    score += one;
    if (score > best.score) best = { from, to: at + 1, score };
  });
  return [best.from, best.to];
}

function likenessOf(
  index: QuotationIndex,
  words: readonly QuotedWord[],
  ops: readonly Op[],
): number {
  let all = 0;
  let same = 0;
  for (const op of ops) {
    if (op.type === 'left-out') continue;
    const word = words[op.quoted];
    if (!word || isOptional(word)) continue;
    const full = weightOf(index, index.numberOf(word.key));
    // A number may be written otherwise: "41" is *forty-one*.
    const isNumber = op.type !== 'same' && index.lexicon.numbers.isTelling(word.key);
    const weight = isNumber ? Math.min(full, 1) : full;
    all += weight;
    if (op.type === 'same') same += weight;
  }
  return all === 0 ? 1 : same / all;
}

function longestRow(ops: readonly Op[]): number {
  let longest = 0;
  let row = 0;
  for (const { type } of ops) {
    row = type === 'same' ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  return longest;
}

/** How many words are neither sound nor habit. */
export function countTelling(words: readonly QuotedWord[]): number {
  return words.filter((word) => !isOptional(word)).length;
}

function isOptional(word: QuotedWord | undefined): boolean {
  return word !== undefined && (word.marks & Mark.Optional) !== 0;
}

function leastBy<T>(items: readonly T[], costOf: (item: T) => number): T | undefined {
  let least: T | undefined;
  let cost = Infinity;
  for (const item of items) {
    const own = costOf(item);
    if (own < cost) {
      least = item;
      cost = own;
    }
  }
  return least;
}
