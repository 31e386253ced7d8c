import { writtenText, type Leaf } from '../syntax';
import { Gap, gapKindOf, isGlued, isPlainGap, mayGlue } from './gaps';
import { currentTable, passingWords, type LeafWords } from './leafWords';
import { hashOf, slotOf, SoughtWords } from './soughtWords';
import {
  CURLY_QUOTE,
  FOLDED,
  foldedBeyond,
  HARD,
  hardWord,
  isInKey,
  isReadable,
  possessiveEnd,
  QUOTE,
  TABLE_SIZE,
} from './wordReading';
import { stemOf } from './words';
import { FIRST_FACTOR, FIRST_SEED, type WordTable } from './wordTable';

/** What a character may be that is no plain letter or digit. */
const Sort = {
  /** A word behind it may be glued to what stands before it. */
  Glue: 1,
  /** A letter or mark that makes a word hard to read. */
  Hard: 2,
} as const;

const SORTS = new Uint8Array(TABLE_SIZE);
for (let code = 0; code < TABLE_SIZE; code++) {
  const folded = FOLDED[code] ?? 0;
  if (folded === HARD) SORTS[code] = Sort.Hard;
  else if (folded === 0 && mayGlue(code)) SORTS[code] = Sort.Glue;
}

/** The words that may be looked for, by their place among the others. */
let hits = new Int32Array(0);
/** For each of them how many words before it have to be known, and how many behind it. */
let befores = new Int32Array(0);
let behinds = new Int32Array(0);
let found = 0;

/** The spans of words that are entered: the first and the last of each. */
let firsts = new Int32Array(0);
let lasts = new Int32Array(0);

/** Where each word of the block starts, and where it ends with a possessive ending. */
let starts = new Int32Array(0);
let ends = new Int32Array(0);

/** How many words were read. */
let read = 0;

let entries = new Int32Array(0);
let entered = 0;

/** Reads the blocks of a text for words that some searches look for. */
export class SoughtReader {
  readonly #parts: readonly SoughtWords[];
  /** Quick to ask, and right where it says no. */
  readonly #all: SoughtWords;

  constructor(parts: readonly SoughtWords[]) {
    this.#parts = parts;
    this.#all = SoughtWords.all(parts);
  }

  /**
   * The words of a block of text that may be looked for, with those around them, which costs a fraction of reading all of
   * them; undefined where there are none. What stands between counts as one word that nobody looks for. They hold until the
   * next block is read.
   */
  wordsIn(leaf: Leaf): LeafWords | undefined {
    const { text, start, end } = writtenText(leaf);
    const table = currentTable();
    if (!isReadable(leaf, text, start, end)) return unsure(table);
    makeRoom(((end - start) >> 1) + 1);
    found = 0;
    read = 0;
    if (!this.#findHits(text, start, end)) return unsure(table);
    if (found === 0) return undefined;
    // Where markup may hide words, all of them are needed.
    if (!enterAround(text, table)) return passingWords(leaf);
    return { table, entries, start: 0, end: entered, isSure: true };
  }

  /** Notes the words that may be looked for; gives whether it is sure what a word is. */
  #findHits(text: string, start: number, end: number): boolean {
    const { bits, long } = this.#all;
    const folding = FOLDED;
    let hash = FIRST_SEED;
    let wordStart = start;
    let at = start;
    while (at < end) {
      const code = text.charCodeAt(at);
      let sort: number;
      if (code < TABLE_SIZE) {
        const folded = folding[code] ?? 0;
        if (folded > HARD) {
          hash = Math.imul(hash ^ folded, FIRST_FACTOR);
          at++;
          continue;
        }
        sort = SORTS[code] ?? 0;
      } else {
        sort = sortBeyond(text, at, code);
      }
      if (at > wordStart) {
        if ((((bits[slotOf(hash)] ?? 0) >>> hash) & 1) !== 0 || at - wordStart >= long) {
          this.#noteHit(hash, FOLDED[text.charCodeAt(wordStart)] ?? 0, at - wordStart);
        }
        starts[read] = wordStart;
        ends[read++] = at;
        hash = FIRST_SEED;
      }
      at = sort === 0 ? at + 1 : this.#behindMark(text, start, at, end, sort);
      if (at < 0) return false;
      wordStart = at;
    }
    if (wordStart < end) {
      this.#noteHit(hash, FOLDED[text.charCodeAt(wordStart)] ?? 0, end - wordStart);
      starts[read] = wordStart;
      ends[read++] = end;
    }
    return true;
  }

  /** Notes that the word that is read next may be looked for. */
  #noteHit(hash: number, initial: number, length: number): void {
    let before = -1;
    let behind = 0;
    for (const part of this.#parts) {
      if (!part.has(hash, initial, length)) continue;
      before = Math.max(before, part.before);
      behind = Math.max(behind, part.behind);
    }
    if (before < 0 || hits[found - 1] === read) return;
    hits[found] = read;
    befores[found] = before;
    behinds[found++] = behind;
  }

  /**
   * Reads on at something that may belong to a word and is no plain letter; gives an offset behind it at which no word goes
   * on, or -1 where it is not sure what a word is.
   */
  #behindMark(text: string, start: number, at: number, end: number, sort: number): number {
    const isHard = sort === Sort.Hard;
    if (!isHard && !(at + 1 < end && isWordUnit(text, at + 1))) return at + 1;
    const isBehindWord = read > 0 && ends[read - 1] === at;
    const wordStart = isBehindWord ? (starts[read - 1] ?? at) : at;
    const isQuote = QUOTES.has(text.charCodeAt(at));
    const mayGoOn = isQuote && isBehindWord && !isInKey(text, start, wordStart);
    if (mayGoOn) {
      const after = possessiveEnd(text, at, end);
      if (after >= 0) return (ends[read - 1] = after);
    }
    if (isHard || mayGoOn) {
      const word = hardWord(text, start, wordStart, end);
      if (!word.isSure) return -1;
      const after = wordStart + word.text.length;
      if (after > at) {
        this.#readHard(word.text, wordStart, isBehindWord);
        return after;
      }
    }
    return isGlued(text, start, at + 1) ? -1 : at + 1;
  }

  /** Takes in a word that is hard to read, of which the beginning may have been read as one. */
  #readHard(word: string, start: number, isBegun: boolean): void {
    if (isBegun && hits[found - 1] === --read) found--;
    const stem = stemOf(word);
    this.#noteHit(hashOf(stem), stem.charCodeAt(0), stem.length);
    starts[read] = start;
    ends[read++] = start + word.length;
  }
}

const QUOTES: ReadonlySet<number> = new Set([QUOTE, CURLY_QUOTE]);

function unsure(table: WordTable): LeafWords {
  return { table, entries, start: 0, end: 0, isSure: false };
}

function makeRoom(words: number): void {
  if (words <= starts.length) return;
  starts = new Int32Array(words);
  ends = new Int32Array(words);
  hits = new Int32Array(words);
  befores = new Int32Array(words);
  behinds = new Int32Array(words);
  firsts = new Int32Array(words);
  lasts = new Int32Array(words);
  // Before each span there is a word for those that are not entered.
  entries = new Int32Array(2 * words);
}

function sortBeyond(text: string, at: number, code: number): number {
  if (code === CURLY_QUOTE) return Sort.Glue;
  return foldedBeyond(text, at, code) === 0 ? 0 : Sort.Hard;
}

function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code < TABLE_SIZE ? (FOLDED[code] ?? 0) : foldedBeyond(text, at, code)) !== 0;
}

/** Enters the words that were found and those around them; gives whether no markup stands among them. */
function enterAround(text: string, table: WordTable): boolean {
  let spans = 0;
  for (let hit = 0; hit < found; hit++) {
    let first = firstAround(text, hit);
    let last = lastAround(text, hit);
    if (first < 0 || last < 0) return false;
    for (; spans > 0 && (lasts[spans - 1] ?? 0) >= first; spans--) {
      first = Math.min(first, firsts[spans - 1] ?? first);
      last = Math.max(last, lasts[spans - 1] ?? last);
    }
    firsts[spans] = first;
    lasts[spans++] = last;
  }
  entered = 0;
  for (let span = 0; span < spans; span++) {
    if (span > 0) entries[entered++] = table.numberOf('') << 3;
    const first = firsts[span] ?? 0;
    const last = lasts[span] ?? 0;
    for (let at = first; at <= last; at++) {
      const gap = at === first ? Gap.Apart : gapAt(text, at);
      entries[entered++] = (numberAt(text, table, at) << 3) | gap;
    }
  }
  return true;
}

/** The first of the words before one that was found that may be one term with it; -1 where markup stands among them. */
function firstAround(text: string, hit: number): number {
  let first = hits[hit] ?? 0;
  for (let left = befores[hit] ?? 0; left > 0 && first > 0; left--) {
    const gap = gapAt(text, first);
    if (gap === Gap.Apart) break;
    if (gap > Gap.Hyphen) return -1;
    first--;
  }
  return first;
}

/** The last of the words behind it. */
function lastAround(text: string, hit: number): number {
  let last = hits[hit] ?? 0;
  for (let left = behinds[hit] ?? 0; left > 0 && last < read - 1; left--) {
    const gap = gapAt(text, last + 1);
    if (gap === Gap.Apart) break;
    if (gap > Gap.Hyphen) return -1;
    last++;
  }
  return last;
}

/** What stands before a word that is not the first. */
function gapAt(text: string, index: number): number {
  const start = ends[index - 1] ?? 0;
  const end = starts[index] ?? 0;
  return isPlainGap(text, start, end) ? Gap.Apart : gapKindOf(text, start, end);
}

/** The number of a word that was read. */
function numberAt(text: string, table: WordTable, index: number): number {
  const start = starts[index] ?? 0;
  const end = ends[index] ?? 0;
  const known = table.findIn(text, start, end, FOLDED);
  return known >= 0 ? known : table.numberOf(stemOf(text.slice(start, end)));
}
