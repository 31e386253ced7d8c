import type { LiveFacts } from '../model';
import { KeptAnswers, writtenText, type Leaf } from '../syntax';
import { Gap, gapKindOf, isGlued, isPlainGap } from './gaps';
import { stemOf } from './words';
import { WordTable } from './wordTable';

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

/** The same, not kept: they hold until other words are read. */
export function passingWords(leaf: Leaf): LeafWords {
  currentTable();
  return readWords(leaf);
}

/**
 * Words that are kept with no others: those of the next block may be written over them. The fields are named one by one,
 * since each object that takes the rest of another one has a shape of its own, which takes more room than the object.
 */
function alone({ table: own, entries, start, end, isSure }: LeafWords): LeafWords {
  return { table: own, entries: entries.slice(start, end), start: 0, end: end - start, isSure };
}

/** Reads the words of all blocks of text of a file, so that who asks for those of all files need not wait for them. */
export function readWordsOf({ current }: LiveFacts): void {
  for (const { leaves } of current.blocks) for (const leaf of leaves) leafWordsOfMany(leaf);
}

function currentTable(): WordTable {
  if (table.isFull) table = new WordTable();
  return table;
}

/** Letters, marks and digits are read with their small letter below this code; beyond, or where it is not one unit, one by one. */
const TABLE_SIZE = 0x590;
/** For a character that makes a word hard to read. */
const HARD = 1;
const FOLDED = foldingTable();

function foldingTable(): Uint16Array {
  const folded = new Uint16Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) {
    const character = String.fromCharCode(code);
    if (!/[\p{L}\p{M}\p{N}\u00AD]/u.test(character)) continue;
    const small = character.toLowerCase();
    // A capital sigma depends on what follows; marks combine with what stands before.
    const isHard =
      small.length > 1 ||
      character.normalize('NFC') !== character ||
      /[\p{M}\u00ADΣ]/u.test(character);
    folded[code] = isHard ? HARD : small.charCodeAt(0);
  }
  return folded;
}

function foldedBeyond(text: string, at: number, code: number): number {
  // Dashes and quotation marks are the most frequent ones.
  if (code >= 0x2000 && code < 0x2070) return 0;
  return /^[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? HARD : 0;
}

const WORD = /[\p{L}\p{M}\p{N}\u00AD]+(?:['’][\p{L}\p{M}]+)*/uy;
const QUOTE = 0x27;
const CURLY_QUOTE = 0x2019;
const SMALL_S = 0x73;
const SPACE = 0x20;
const LINE_FEED = 0x0a;

/** How words are hashed: FNV-1a, and a polynomial. */
const FIRST_SEED = 0x811c9dc5 | 0;
const FIRST_FACTOR = 0x01000193;
const SECOND_FACTOR = 31;

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
  const words = table;
  const first = taken;
  let isSure = isReadable(leaf, text, leafStart, end);
  let count = first;
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
    let hash = FIRST_SEED;
    let second = 0;
    while (folded > HARD) {
      hash = Math.imul(hash ^ folded, FIRST_FACTOR);
      second = (Math.imul(second, SECOND_FACTOR) + folded) | 0;
      if (++at >= end) break;
      code = text.charCodeAt(at);
      folded = code < TABLE_SIZE ? (folding[code] ?? 0) : foldedBeyond(text, at, code);
    }
    const stemEnd = at;
    let isHard = folded === HARD;
    if ((code === QUOTE || code === CURLY_QUOTE) && !isHard) {
      const after = isInKey(text, leafStart, wordStart) ? at : possessiveEnd(text, at, end);
      if (after < 0) isHard = true;
      else at = after;
    }
    let number: number;
    if (isHard) {
      const word = hardWord(text, leafStart, wordStart, end);
      at = wordStart + word.text.length;
      if (!word.isSure) isSure = false;
      number = numberOfStem(stemOf(word.text));
    } else {
      number = words.find(hash, second);
      if (number < 0) {
        number = words.add(hash, second, text.slice(wordStart, stemEnd).toLowerCase());
      }
    }
    let gap: number = Gap.Joined;
    // Mostly it is one blank.
    const between = wordStart === gapStart + 1 ? text.charCodeAt(gapStart) : 0;
    if (between !== SPACE && between !== LINE_FEED) {
      if (isPlainGap(text, gapStart, wordStart)) {
        gap = Gap.Apart;
      } else {
        gap = count === first ? Gap.Apart : gapKindOf(text, gapStart, wordStart);
        if (isSure && wordStart > leafStart && isGlued(text, leafStart, wordStart)) isSure = false;
      }
    }
    entries[count++] = (number << 3) | gap;
    gapStart = at;
  }
  return { table: words, entries, start: first, end: count, isSure };
}

/** In YAML a line may go on inside a word, and in a table the next line of a cell stands elsewhere. */
function isReadable({ kind }: Leaf, text: string, start: number, end: number): boolean {
  if (kind === 'cell') return !text.slice(start, end).includes('\n');
  return kind !== 'metadata';
}

/** A word that needs more than folding letter by letter. */
function hardWord(text: string, leafStart: number, start: number, end: number) {
  WORD.lastIndex = start;
  let word = (WORD.exec(text)?.[0] ?? text.charAt(start)).slice(0, end - start);
  let isSure = true;
  if (isInKey(text, leafStart, start)) {
    word = /^[^'’]*/.exec(word)?.[0] ?? word;
    if (/[\p{M}\u00AD]/u.test(word)) isSure = false;
  }
  if (/[\p{M}\u00AD]['’]/u.test(word)) isSure = false;
  return { text: word, isSure };
}

/** The end of `'s` or of an apostrophe that belongs to no word; -1 where a word goes on in another way. */
function possessiveEnd(text: string, at: number, end: number): number {
  const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  if (!isWordUnit(text, at + 1, next)) return at;
  if ((next | 0x20) !== SMALL_S) return -1;
  const after = at + 2 < end ? text.charCodeAt(at + 2) : 0;
  if (after === QUOTE || after === CURLY_QUOTE || isWordUnit(text, at + 2, after)) return -1;
  return at + 2;
}

/** Whether a word may belong to the key of a citation, which ends before an apostrophe: `@ring1994’s`. */
function isInKey(text: string, start: number, word: number): boolean {
  for (let at = word - 1; at >= start; at--) {
    const character = text.charAt(at);
    if (character === '@') return true;
    if (character <= ' ') return false;
  }
  return false;
}

function isWordUnit(text: string, at: number, code: number): boolean {
  return (code < TABLE_SIZE ? (FOLDED[code] ?? 0) : foldedBeyond(text, at, code)) !== 0;
}

function numberOfStem(stem: string): number {
  let first = FIRST_SEED;
  let second = 0;
  for (let at = 0; at < stem.length; at++) {
    const code = stem.charCodeAt(at);
    first = Math.imul(first ^ code, FIRST_FACTOR);
    second = (Math.imul(second, SECOND_FACTOR) + code) | 0;
  }
  const number = table.find(first, second);
  return number < 0 ? table.add(first, second, stem) : number;
}
