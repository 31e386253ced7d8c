import type { QuotedWord } from './quotation';
import type { QuotationIndex } from './quotationIndex';
import { Mark } from './scan';

/** More places of the words of a quotation than these are not looked at, beyond those of its rarest words. */
const MOST_HITS = 3_000;

/** As many words are looked for in any case. */
const FEWEST_WORDS = 3;

/** As many places are compared word by word. */
const MOST_PLACES = 3;

/** Where the same words stand in the same order and nothing between, in the order of the text. */
export function exactPlaces(
  index: QuotationIndex,
  words: readonly QuotedWord[],
  most: number,
): number[] {
  const numbers = words.map(({ key }) => index.numberOf(key));
  if (numbers.length === 0 || numbers.includes(-1)) return [];
  let rarest = 0;
  numbers.forEach((number, at) => {
    const best = index.placesOf(numbers[rarest] ?? -1).length;
    if (index.placesOf(number).length < best) rarest = at;
  });
  const found: number[] = [];
  for (const place of index.placesOf(numbers[rarest] ?? -1)) {
    const start = place - rarest;
    if (start < 0 || !numbers.every((number, at) => index.wordAt(start + at) === number)) continue;
    if (found.push(start) >= most) break;
  }
  return found;
}

/** A place where a quotation may begin. */
export interface CandidatePlace {
  /** The word of the text beside which its first word may stand. */
  readonly start: number;
  readonly votes: number;
}

/**
 * The places where most of the rarer words of a quotation stand at about the same distance from one another, best first.
 * Each word votes for where the quotation would begin.
 */
export function candidatePlaces(
  index: QuotationIndex,
  words: readonly QuotedWord[],
): CandidatePlace[] {
  const telling = words
    .map(({ key, marks }, at) => ({ at, marks, word: index.numberOf(key) }))
    .filter(({ word, marks }) => word >= 0 && (marks & Mark.Optional) === 0)
    .map((one) => ({ ...one, count: index.placesOf(one.word).length }))
    .sort((a, b) => a.count - b.count || a.at - b.at);
  const votes: number[] = [];
  const seen = new Map<number, number>();
  for (const { at, word, count } of telling) {
    if (seen.size >= FEWEST_WORDS && votes.length + count > MOST_HITS) break;
    seen.set(word, (seen.get(word) ?? 0) + 1);
    // Each is the place where the quotation would begin, with the word that says so.
    for (const place of index.placesOf(word)) votes.push((place - at + words.length) * SHIFT + at);
  }
  const sorted = Float64Array.from(votes).sort();
  return bestPlaces(index, words, sorted);
}

/** No quotation has so many words. */
const SHIFT = 1 << 16;

function bestPlaces(
  index: QuotationIndex,
  words: readonly QuotedWord[],
  sorted: Float64Array,
): CandidatePlace[] {
  const slack = 10 + Math.ceil(words.length / 2);
  const weights = words.map(({ key }) => weightOf(index, index.numberOf(key)));
  const counts = new Uint16Array(words.length);
  const places: CandidatePlace[] = [];
  let first = 0;
  let total = 0;
  const startOf = (vote: number) => Math.floor(vote / SHIFT) - words.length;
  for (const vote of sorted) {
    const start = startOf(vote);
    const word = vote % SHIFT;
    if ((counts[word] ?? 0) === 0) total += weights[word] ?? 0;
    counts[word] = (counts[word] ?? 0) + 1;
    for (; first < sorted.length; first++) {
      const old = sorted[first] ?? 0;
      if (start - startOf(old) <= slack) break;
      const gone = old % SHIFT;
      counts[gone] = (counts[gone] ?? 1) - 1;
      if (counts[gone] === 0) total -= weights[gone] ?? 0;
    }
    keepBest(places, { start: startOf(sorted[first] ?? 0), votes: total }, slack);
  }
  return places;
}

/** Puts a place among the best ones, of which none is near another. */
function keepBest(places: CandidatePlace[], place: CandidatePlace, slack: number): void {
  const near = places.findIndex(({ start }) => Math.abs(start - place.start) <= slack);
  if (near >= 0) {
    if ((places[near]?.votes ?? 0) >= place.votes) return;
    places.splice(near, 1);
  } else if (places.length >= MOST_PLACES && (places.at(-1)?.votes ?? 0) >= place.votes) {
    return;
  }
  const after = places.findIndex(({ votes }) => votes < place.votes);
  places.splice(after < 0 ? places.length : after, 0, place);
  places.length = Math.min(places.length, MOST_PLACES);
}

/** How much a word tells: one that is everywhere says little, one that the text does not have says most. */
export function weightOf(index: QuotationIndex, word: number): number {
  if (word < 0) return 2.5;
  const count = index.placesOf(word).length;
  if (count <= 2) return 2;
  const share = count / index.length;
  return share > 0.01 ? 1 : share > 0.003 ? 1.5 : 2;
}
