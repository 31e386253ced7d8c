import type { Leaf } from '../syntax';

/** Letters, marks and digits are read with their small letter below this code; beyond, or where it is not one unit, one by one. */
export const TABLE_SIZE = 0x590;
/** For a character that makes a word hard to read. */
export const HARD = 1;
export const FOLDED = foldingTable();

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

/** What {@link FOLDED} would hold for a character that is not in it. */
export function foldedBeyond(text: string, at: number, code: number): number {
  // Dashes and quotation marks are the most frequent ones.
  if (code >= 0x2000 && code < 0x2070) return 0;
  return /^[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? HARD : 0;
}

const WORD = /[\p{L}\p{M}\p{N}\u00AD]+(?:['’][\p{L}\p{M}]+)*/uy;
export const QUOTE = 0x27;
export const CURLY_QUOTE = 0x2019;
const SMALL_S = 0x73;
export const SPACE = 0x20;
export const LINE_FEED = 0x0a;

/** In YAML a line may go on inside a word, and in a table the next line of a cell stands elsewhere. */
export function isReadable({ kind }: Leaf, text: string, start: number, end: number): boolean {
  if (kind === 'cell') return !text.slice(start, end).includes('\n');
  return kind !== 'metadata';
}

/** A word that needs more than folding letter by letter. */
export function hardWord(text: string, leafStart: number, start: number, end: number) {
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
export function possessiveEnd(text: string, at: number, end: number): number {
  const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  if (!isWordUnit(text, at + 1, next)) return at;
  if ((next | 0x20) !== SMALL_S) return -1;
  const after = at + 2 < end ? text.charCodeAt(at + 2) : 0;
  if (after === QUOTE || after === CURLY_QUOTE || isWordUnit(text, at + 2, after)) return -1;
  return at + 2;
}

/** Whether a word may belong to the key of a citation, which ends before an apostrophe: `@ring1994’s`. */
export function isInKey(text: string, start: number, word: number): boolean {
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
