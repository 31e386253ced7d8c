import type { LiveFacts } from '../model';
import { KeptAnswers, writtenText, type Leaf } from '../syntax';
import { Gap, gapKindOf, isGlued, isPlainGap } from './gaps';
import {
  CURLY_QUOTE,
  FOLDED,
  foldedBeyond,
  HARD,
  hardWord,
  isInKey,
  isReadable,
  LINE_FEED,
  possessiveEnd,
  QUOTE,
  SPACE,
  TABLE_SIZE,
} from './wordReading';
import { stemOf } from './words';
import { FIRST_FACTOR, FIRST_SEED, SECOND_FACTOR, WordTable } from './wordTable';

/**
 * The words of a block of text as they are written, markup included: quick to read, and enough to tell in which blocks a
 * word may stand at all.
 */
export interface LeafWords {
  readonly table: WordTable;
  /**
   * From {@link start} to before {@link end}, for each word its number in the table, and in the three lowest bits what
   * stands before it (`Gap`).
   */
  readonly entries: Int32Array;
  readonly start: number;
  readonly end: number;
  /** Whether each word that a reader sees is one of them: no markup stands inside a word. */
  readonly isSure: boolean;
}

/** The number of a word in its table, by its entry. */
export function numberOf(entry: number): number {
  return entry >>> 3;
}

/** What stands between a word and the one before it, by its entry. */
export function gapBefore(entry: number): number {
  return entry & 7;
}

let table = new WordTable();
const known = new KeptAnswers<LeafWords>();

/** The words of a block of text, read once: a block whose text changes is another one. */
export function leafWords(leaf: Leaf): LeafWords {
  return known.get(leaf, currentTable(), readAlone);
}

/** The same, for one of many blocks: their words are kept together, as long as one of them is there. */
export function leafWordsOfMany(leaf: Leaf): LeafWords {
  return known.get(leaf, currentTable(), readAmongMany);
}

function readAlone(leaf: Leaf): LeafWords {
  return alone(readWords(leaf));
}

function readAmongMany(leaf: Leaf): LeafWords {
  const words = readWords(leaf);
  taken = words.end;
  return words;
}

/** The words of a block of text, not kept: they hold until other ones are read. */
export function passingWords(leaf: Leaf): LeafWords {
  return readWords(leaf);
}

/** Words that are kept with no others: those of the next block may be written over them. */
function alone({ entries, start, end, ...words }: LeafWords): LeafWords {
  return { ...words, entries: entries.slice(start, end), start: 0, end: end - start };
}

/** Reads the words of all blocks of text of a file, so that who asks for those of all files need not wait for them. */
export function readWordsOf({ current }: LiveFacts): void {
  for (const { leaves } of current.blocks) for (const leaf of leaves) leafWordsOfMany(leaf);
}

/** The table in which words are numbered now. */
export function currentTable(): WordTable {
  if (table.isFull) table = new WordTable();
  return table;
}

/** Words of this many blocks or so are kept together, in entries. */
const SHELF = 1 << 14;

/** Where words are written, from `taken` on. */
let shelf: Int32Array = new Int32Array(SHELF);
let taken = 0;

/**
 * Reads the words of a block of text; who keeps them where they are written moves `taken` behind them. There is one way
 * through it for both, since what is compiled for the one would be thrown away at each call for the other.
 */
function readWords(leaf: Leaf): LeafWords {
  const { text, start: leafStart, end } = writtenText(leaf);
  // There is something between two words.
  const most = ((end - leafStart) >> 1) + 1;
  if (taken + most > shelf.length) {
    shelf = new Int32Array(Math.max(SHELF, most));
    taken = 0;
  }
  const entries = shelf;
  const folding = FOLDED;
  let isSure = isReadable(leaf, text, leafStart, end);
  let count = taken;
  let gapStart = leafStart;
  let at = leafStart;
  while (at < end) {
    let code = text.charCodeAt(at);
    let folded = code < TABLE_SIZE ? (folding[code] ?? 0) : foldedBeyond(text, at, code);
    if (folded === 0) {
      at++;
      continue;
    }
    const wordStart = at;
    let first = FIRST_SEED;
    let second = 0;
    let isHard = folded === HARD;
    while (folded > HARD) {
      first = Math.imul(first ^ folded, FIRST_FACTOR);
      second = (Math.imul(second, SECOND_FACTOR) + folded) | 0;
      if (++at >= end) break;
      code = text.charCodeAt(at);
      folded = code < TABLE_SIZE ? (folding[code] ?? 0) : foldedBeyond(text, at, code);
      if (folded === HARD) isHard = true;
    }
    const stemEnd = at;
    const isQuoted = at < end && (code === QUOTE || code === CURLY_QUOTE);
    if (!isHard && isQuoted && !isInKey(text, leafStart, wordStart)) {
      const after = possessiveEnd(text, at, end);
      if (after < 0) isHard = true;
      else at = after;
    }
    let number: number;
    if (isHard) {
      const word = hardWord(text, leafStart, wordStart, end);
      at = wordStart + word.text.length;
      if (!word.isSure) isSure = false;
      number = table.numberOf(stemOf(word.text));
    } else {
      number = table.find(first, second);
      if (number < 0)
        number = table.add(first, second, text.slice(wordStart, stemEnd).toLowerCase());
    }
    let gap: number = Gap.Joined;
    // Mostly it is one blank.
    const between = wordStart === gapStart + 1 ? text.charCodeAt(gapStart) : 0;
    if (between !== SPACE && between !== LINE_FEED) {
      if (isPlainGap(text, gapStart, wordStart)) {
        gap = Gap.Apart;
      } else {
        gap = count === taken ? Gap.Apart : gapKindOf(text, gapStart, wordStart);
        if (isSure && wordStart > leafStart && isGlued(text, leafStart, wordStart)) isSure = false;
      }
    }
    entries[count++] = (number << 3) | gap;
    gapStart = at;
  }
  return { table, entries, start: taken, end: count, isSure };
}
