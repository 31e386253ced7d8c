import type { TextRange } from '../../text/range';
import type { Change } from './change';
import { differenceOf, type DifferingWords } from './difference';
import { exactPlaces } from './candidates';
import { fitCompounds } from './compounds';
import { hunksOf } from './hunks';
import { changeOf, cutNegation, cutNumbers, isLongCut, judgeHunks } from './judge';
import { baseOf, guessLanguage } from './lexicon';
import {
  countTelling,
  isLike,
  locate,
  locateIn,
  locateParts,
  MIN_WORDS,
  type Located,
  type Preference,
} from './locate';
import { orderOf } from './order';
import { readQuotation, type Piece, type Quotation } from './quotation';
import type { QuotationIndex, SpokenTurn } from './quotationIndex';
import { speakersOf } from './speakers';

/** What else is known of a quotation. */
export interface QuotationOptions {
  /** The language of the quotation (BCP 47), where it is declared. */
  readonly lang?: string;
  /** The names by which the source may call who is quoted; the interviewer counts as another in any case. */
  readonly speakers?: readonly string[];
}

/** What comes of looking a quotation up in its source. */
export type QuotationVerdict =
  | FoundQuotation
  | { readonly state: 'not-found' }
  /** A few words, which are not there as they are: nobody can tell what they were. */
  | { readonly state: 'too-short' }
  /** The source is in another language, so that it cannot have these words. */
  | { readonly state: 'other-language'; readonly source: string };

/** A quotation that its source has, as it is or nearly so. */
export interface FoundQuotation {
  /** Whether the words are those of the source, as far as it matters. */
  readonly state: 'verbatim' | 'altered';
  /** Where it stands in the source's text: the parts that are quoted, in the order of the quotation. */
  readonly passages: readonly TextRange[];
  /** In the order of the quotation; none where it is verbatim. */
  readonly changes: readonly Change[];
  /** Who says it, as the source names them; undefined where it names nobody. */
  readonly speaker?: string;
  /** Words of quotation and source beside one another, over the whole quotation. */
  readonly words: readonly DifferingWords[];
}

/** As many places of a short piece are told from one another. */
const MOST_PLACES = 64;

/** How many words an author may pass over before it is another passage, in words. */
const MOST_PASSED = 60;

/** Words that stand so near are put in another order, and not taken from elsewhere. */
const MOST_MOVED = 16;

/** A cut that only takes the *not* away is no better for being marked. */
const MOST_HIDDEN = 3;

/** Looks up a quotation in a text, and tells in what it differs. */
export function checkQuotation(
  text: string,
  index: QuotationIndex,
  options: QuotationOptions = {},
): QuotationVerdict {
  const quotation = fitted(index, readQuotation(text, index.lexicon));
  const words = quotation.pieces.flatMap((piece) => piece.words);
  const telling = countTelling(words);
  if (telling === 0) return { state: 'too-short' };
  const prefer = preferenceOf(index, options);
  if (telling < MIN_WORDS) {
    const found = quotation.pieces.length === 1 ? locate(index, words, prefer) : undefined;
    return found ? verdictOf(index, quotation, [[found]], options) : { state: 'too-short' };
  }
  const parts = locatePieces(index, quotation.pieces, prefer);
  if (parts && (isFound(index, parts, telling) || isReordered(index, text, parts))) {
    return verdictOf(index, quotation, parts, options);
  }
  const other = otherLanguage(
    index,
    options.lang,
    words.map(({ key }) => key),
  );
  return other === undefined ? { state: 'not-found' } : { state: 'other-language', source: other };
}

function fitted(index: QuotationIndex, { text, pieces }: Quotation): Quotation {
  return { text, pieces: pieces.map(({ words }) => ({ words: fitCompounds(index, words) })) };
}

/** The language of a text in which nobody could have said it. */
function otherLanguage(
  { lexicon }: QuotationIndex,
  declared: string | undefined,
  keys: readonly string[],
): string | undefined {
  const own = guessLanguage(keys) ?? (declared === undefined ? undefined : baseOf(declared));
  if (own === undefined || lexicon.code === '' || own === lexicon.code) return undefined;
  return lexicon.code;
}

/** Of places with the same words, those of whom is quoted, and those before which nothing else was taken. */
function preferenceOf(index: QuotationIndex, { speakers = [] }: QuotationOptions): Preference {
  const names = new Set(speakers.map((name) => name.toLowerCase()));
  return (start) => {
    const turn = index.turnOf(start);
    if (!turn) return 0;
    return turn.isInterviewer
      ? 2
      : names.size === 0 || names.has(turn.speaker.toLowerCase())
        ? 0
        : 1;
  };
}

/** Where each piece of a quotation stands, in its order; undefined where the longest stands nowhere. */
function locatePieces(
  index: QuotationIndex,
  pieces: readonly Piece[],
  prefer: Preference,
): Located[][] | undefined {
  const lengths = pieces.map(({ words }) => countTelling(words));
  const anchor = anchorOf(index, pieces, lengths);
  const found: Located[][] = pieces.map(() => []);
  const first = pieces[anchor];
  if (!first) return undefined;
  found[anchor] =
    lengths[anchor] === undefined || lengths[anchor] < MIN_WORDS
      ? locateShort(index, first, prefer, undefined, undefined)
      : locateParts(index, first.words, prefer);
  if (found[anchor].length === 0) return undefined;
  for (let at = anchor + 1; at < pieces.length; at++) {
    found[at] = locateNext(
      index,
      pieces[at],
      prefer,
      found.slice(0, at).findLast(hasSome),
      undefined,
    );
  }
  for (let at = anchor - 1; at >= 0; at--) {
    found[at] = locateNext(index, pieces[at], prefer, undefined, found.slice(at + 1).find(hasSome));
  }
  return found;
}

/** The longest piece; of several that are short, the one that stands in the fewest places. */
function anchorOf(
  index: QuotationIndex,
  pieces: readonly Piece[],
  lengths: readonly number[],
): number {
  const most = Math.max(...lengths);
  const longest = lengths.flatMap((length, at) => (length === most ? [at] : []));
  const [first = 0] = longest;
  if (longest.length === 1 || most >= MIN_WORDS) return first;
  const placesOf = (at: number) => {
    const count = exactPlaces(index, pieces[at]?.words ?? [], MOST_PLACES).length;
    return count === 0 ? Infinity : count;
  };
  const fewest = longest.map((at) => ({ at, places: placesOf(at) }));
  return fewest.reduce((best, one) => (one.places < best.places ? one : best)).at;
}

function hasSome(parts: readonly Located[]): boolean {
  return parts.length > 0;
}

/** A piece that stands behind others or before them, if it can. */
function locateNext(
  index: QuotationIndex,
  piece: Piece | undefined,
  prefer: Preference,
  before: readonly Located[] | undefined,
  after: readonly Located[] | undefined,
): Located[] {
  if (!piece) return [];
  const end = before?.at(-1)?.end;
  const start = after?.[0]?.start;
  const isBeyond = (place: number) =>
    end !== undefined ? place < end : start !== undefined && place >= start;
  const near: Preference = (from, to) => {
    const away = end !== undefined ? from - end : (start ?? to) - to;
    return (isBeyond(from) ? index.length : 0) + Math.abs(away) + prefer(from, to);
  };
  return countTelling(piece.words) < MIN_WORDS
    ? locateShort(index, piece, near, end, start)
    : locateParts(index, piece.words, near);
}

/** A few words: where they stand as they are, or else beside the piece next to them. */
function locateShort(
  index: QuotationIndex,
  { words }: Piece,
  prefer: Preference,
  after: number | undefined,
  before: number | undefined,
): Located[] {
  const [best] = exactPlaces(index, words, MOST_PLACES).sort(
    (a, b) => prefer(a, a + words.length) - prefer(b, b + words.length),
  );
  if (best !== undefined) {
    const exact = locateIn(index, words, best, best + words.length);
    return [exact];
  }
  const from = after ?? (before === undefined ? undefined : before - MOST_PASSED);
  if (from === undefined) return [];
  const near = locateIn(index, words, from, Math.min(before ?? Infinity, from + MOST_PASSED));
  return near.likeness > 0.5 ? [near] : [];
}

/** Whether enough of a quotation is there. */
function isFound(
  index: QuotationIndex,
  parts: readonly (readonly Located[])[],
  telling: number,
): boolean {
  const all = parts.flat();
  const found = all.reduce((sum, part) => sum + countTelling(part.words) * part.likeness, 0);
  return found >= telling * 0.6 && all.some((part) => isLike(index, part));
}

/** Whether all words are there, in rows that stand in another order. */
function isReordered(
  index: QuotationIndex,
  text: string,
  parts: readonly (readonly Located[])[],
): boolean {
  const [part, ...more] = parts.flat();
  if (!part || more.length > 0) return false;
  return orderOf(index, text, part, hunksOf(index, part)) !== undefined;
}

function verdictOf(
  index: QuotationIndex,
  quotation: Quotation,
  pieces: readonly (readonly Located[])[],
  options: QuotationOptions,
): FoundQuotation {
  const parts = pieces.flat();
  const changes = [
    ...parts.flatMap((part) => partChanges(index, quotation.text, part)),
    ...missingPieces(index, quotation, pieces),
    ...betweenParts(index, quotation.text, pieces),
    ...speakersOf(index, quotation.text, parts, options.speakers ?? []),
  ].sort((a, b) => a.quotedRange.start - b.quotedRange.start);
  const turn = turnOfMost(index, parts);
  return {
    state: changes.length === 0 ? 'verbatim' : 'altered',
    passages: parts.map(({ start, end }) => index.rangeOf(start, end)),
    changes,
    ...(turn === undefined ? {} : { speaker: turn.speaker }),
    words: differenceOf(index, quotation.text, pieces),
  };
}

function partChanges(index: QuotationIndex, text: string, part: Located): readonly Change[] {
  const hunks = hunksOf(index, part);
  const cut = [...cutNegation(index, text, part), ...cutNumbers(index, text, part)];
  if (hunks.length === 0) return cut;
  return [...(orderOf(index, text, part, hunks) ?? judgeHunks(index, text, hunks)), ...cut];
}

/** Pieces that the source does not have. */
function missingPieces(
  index: QuotationIndex,
  { text, pieces }: Quotation,
  found: readonly (readonly Located[])[],
): Change[] {
  return pieces.flatMap(({ words }, at) => {
    const telling = countTelling(words);
    const [first] = words;
    const last = words.at(-1);
    if ((found[at]?.length ?? 0) > 0 || telling === 0 || !first || !last) return [];
    const end = found.slice(0, at).findLast(hasSome)?.at(-1)?.end ?? 0;
    const quotedRange = { start: first.start, end: last.end };
    const isMuch = telling >= MIN_WORDS;
    const place = { from: end, to: end, quotedRange };
    return [changeOf(index, text, place, isMuch ? 'added' : 'wording', isMuch)];
  });
}

/** What an author passed over between two parts, and how they were put together. */
function betweenParts(
  index: QuotationIndex,
  text: string,
  pieces: readonly (readonly Located[])[],
): Change[] {
  const changes: Change[] = [];
  let before: Located | undefined;
  for (const parts of pieces) {
    parts.forEach((part, at) => {
      const change = before && between(index, text, before, part, at === 0);
      if (change) changes.push(change);
      before = part;
    });
  }
  return changes;
}

function between(
  index: QuotationIndex,
  text: string,
  first: Located,
  second: Located,
  isMarked: boolean,
): Change | undefined {
  const at = first.words.at(-1)?.end ?? 0;
  const quotedRange = { start: at, end: second.words[0]?.start ?? at };
  const isInOrder = second.start >= first.end;
  if (!isInOrder) {
    const isNear = first.start - second.end <= MOST_MOVED;
    const place = { from: second.start, to: second.end, quotedRange: rangeOfWords(second) };
    const isGrave = isMarked || !isNear;
    return changeOf(index, text, place, isGrave ? 'joined' : 'order', isGrave);
  }
  const passed: number[] = [];
  for (let word = first.end; word < second.start && passed.length <= MOST_PASSED; word++) {
    if (!index.isOptional(word)) passed.push(word);
  }
  const place = { from: first.end, to: second.start, quotedRange };
  if (isMarked) {
    const hides = passed.some((word) => index.lexicon.isNegation(index.keyAt(word) ?? ''));
    if (!hides || passed.length > MOST_HIDDEN) return undefined;
    return changeOf(index, text, place, 'negation', true);
  }
  if (passed.length === 0) return undefined;
  if (passed.length <= MOST_PASSED) {
    return changeOf(index, text, place, 'cut', isLongCut(index, passed));
  }
  return changeOf(index, text, place, 'joined', true);
}

function rangeOfWords({ words }: Located): TextRange {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

/** The turn in which most of a quotation is said. */
function turnOfMost(index: QuotationIndex, parts: readonly Located[]): SpokenTurn | undefined {
  const [longest] = [...parts].sort((a, b) => b.words.length - a.words.length);
  return longest && index.turnOf(longest.start);
}
