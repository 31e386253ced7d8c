import type { QuotationLexicon } from './lexicon';
import { countTelling, MIN_WORDS } from './locate';
import type { QuotedWord } from './quotation';
import type { QuotationIndex } from './quotationIndex';
import { Mark } from './scan';

/** Neither part of a compound that is divided is shorter, in UTF-16 units. */
const SHORTEST_PART = 2;

/** No other words are tried to be compounds. */
const SHORTEST = 5;

/**
 * Writes the compounds of a quotation as its source does, of which it may have none as they stand: *co-operation* or
 * *cooperation*, *online* or *on-line*; where there are but a few words, which are only found as they are, also the others.
 */
export function fitCompounds(index: QuotationIndex, words: readonly QuotedWord[]): QuotedWord[] {
  const isShort = countTelling(words) < MIN_WORDS;
  const fitted: QuotedWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    const next = words[at + 1];
    const one = next && joinedWith(index, word, next);
    if (one) {
      fitted.push(one);
      at++;
    } else {
      fitted.push(...(divided(index, word) ?? [isShort ? respelt(index, word) : word]));
    }
  }
  return fitted;
}

/** A word that the source does not have as the one of the same spelling; modal verbs that are not the same one apart. */
function respelt(index: QuotationIndex, word: QuotedWord): QuotedWord {
  if (word.outside !== undefined || index.numberOf(word.key) >= 0) return word;
  const key = index.keyLike(word.spelling);
  const { lexicon } = index;
  if (key === undefined || lexicon.modalOf(key, undefined) !== undefined) return word;
  return { ...word, key };
}

/** Two words as the one that the source has, where it does not have them beside one another. */
function joinedWith(
  index: QuotationIndex,
  word: QuotedWord,
  next: QuotedWord,
): QuotedWord | undefined {
  const key = word.key + next.key;
  if (key.length < SHORTEST || (next.marks & ~Mark.Same) !== 0 || next.isAfterInsertion) return;
  if (word.outside !== undefined || next.outside !== undefined || index.numberOf(key) < 0) return;
  if (turns(index.lexicon, [word.key, next.key, key])) return undefined;
  if (standTogether(index, word.key, next.key)) return undefined;
  return { ...word, key, spelling: index.lexicon.spellingOf(key), end: next.end };
}

/** A word that the source does not have as the two that it has beside one another. */
function divided(index: QuotationIndex, word: QuotedWord): QuotedWord[] | undefined {
  const { key } = word;
  if (key.length < SHORTEST || word.outside !== undefined || index.numberOf(key) >= 0) return;
  for (const written of new Set([key, word.spelling])) {
    const parts = partsOf(index, written);
    if (!parts) continue;
    return parts.map((part, nth) => ({
      ...word,
      key: part,
      spelling: index.lexicon.spellingOf(part),
      ...(nth === 0 ? {} : { marks: Mark.Same, isAfterInsertion: false }),
    }));
  }
  return undefined;
}

function partsOf(index: QuotationIndex, key: string): readonly [string, string] | undefined {
  for (let at = SHORTEST_PART; at <= key.length - SHORTEST_PART; at++) {
    const parts = [key.slice(0, at), key.slice(at)] as const;
    if (standTogether(index, ...parts) && !turns(index.lexicon, parts)) return parts;
  }
  return undefined;
}

/** *Nothing* is not *no thing*. */
function turns(lexicon: QuotationLexicon, keys: readonly string[]): boolean {
  return keys.some((key) => lexicon.isNegation(key) || /\d/.test(key));
}

/** Whether the source has two words beside one another, with no more than a hyphen or a blank between. */
function standTogether(index: QuotationIndex, first: string, second: string): boolean {
  const [one, other] = [index.numberOf(first), index.numberOf(second)];
  if (one < 0 || other < 0) return false;
  const isBeside = (place: number) =>
    index.wordAt(place + 1) === other && (index.marksAt(place + 1) & Mark.Pause) === 0;
  const [places, others] = [index.placesOf(one), index.placesOf(other)];
  return places.length <= others.length
    ? places.some(isBeside)
    : others.some((place) => index.wordAt(place - 1) === one && isBeside(place - 1));
}
