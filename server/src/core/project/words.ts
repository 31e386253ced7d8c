import { visibleText, type Leaf, type SyntaxDocument } from '../syntax';
import type { TextRange } from '../text/range';

/** One word of running text, or of a term. */
export interface Word {
  /** In lower case and NFC, a possessive included: `firm's`. */
  readonly key: string;
  /** The key without its possessive ending. */
  readonly stem: string;
  /** As written, in NFC, without its possessive ending. */
  readonly written: string;
  /** Where the written word stands, without its possessive ending. */
  readonly range: TextRange;
  /** Whether nothing but one blank or one hyphen stands between it and the word before. */
  readonly joined: boolean;
  /** Whether it is a further part of a hyphenated compound. */
  readonly afterHyphen: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}\u00AD]+(?:['’][\p{L}\p{M}]+)*/uy;
const MAYBE_ADDRESS = /@|:\/\/|www\.|mailto:/i;

/** Web and mail addresses. The bounds keep a text without blanks from being read again and again. */
const ADDRESS =
  /(?:\b[a-z][a-z\d+.-]{0,20}:\/\/|\bwww\.|\bmailto:)\S+|[^\s@]{1,64}@[^\s@]{1,253}\.[^\s@]{2,63}/gi;
const POSSESSIVE = /['’]s$/i;
const SOFT_HYPHEN = /\u00AD/g;

/** The words of a block of text as its reader sees it, with their places in the source; web addresses are left out. */
export function wordsOf(document: SyntaxDocument, leaf: Leaf): Word[] {
  const { text, offsets } = visibleText(document, leaf.range);
  const words = split(text, (word, start, end) =>
    wholeWord(word, { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 }),
  );
  return words.map((word, index) => {
    const before = words[index - 1]?.range.end ?? 0;
    if (!word.joined || word.range.start === before + 1) return word;
    // Code, math, citations and notes are not seen, but what stands around them is no one term.
    const apart = /[`$@^]/.test(document.slice(before, word.range.start));
    return apart ? { ...word, joined: false } : word;
  });
}

/** The words of a term or another short text; ranges are those in that text. */
export function wordsOfText(text: string): Word[] {
  return split(text, (word, start, end) => wholeWord(word, { start, end }));
}

/** The keys of the words of a short text, joined by blanks. */
export function keysOfText(text: string): string {
  return (MAYBE_ADDRESS.test(text) ? undefined : plainKeys(text)) ?? split(text, keyOf).join(' ');
}

/** Where the letters of keys are put together. */
let letters = new Uint16Array(1024);

/**
 * The same for a text of plain letters, read in one go; undefined where there are letters beyond ASCII, or a digit behind
 * an apostrophe.
 */
function plainKeys(text: string): string | undefined {
  if (letters.length < text.length) letters = new Uint16Array(2 * text.length);
  let length = 0;
  let isInWord = false;
  let isBehindApostrophe = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isPlain(code)) {
      if (isBehindApostrophe && !isLetter(code)) return undefined;
      if (!isInWord && length > 0) letters[length++] = SPACE;
      letters[length++] = code | SMALL;
      isInWord = true;
    } else if (code === APOSTROPHE || code === CURLY_APOSTROPHE) {
      isBehindApostrophe = true;
      isInWord = isInWord && isLetter(text.charCodeAt(at + 1));
      if (isInWord) letters[length++] = APOSTROPHE;
    } else {
      if (!isBetweenWords(code)) return undefined;
      isInWord = false;
      isBehindApostrophe = false;
    }
  }
  let keys = '';
  for (let from = 0; from < length; from += AT_ONCE) {
    const some = letters.subarray(from, Math.min(length, from + AT_ONCE));
    // Spread out, they would be gone through one by one.
    keys += String(Reflect.apply(String.fromCharCode, undefined, some));
  }
  return keys;
}

/** So many units can be arguments of one call. */
const AT_ONCE = 4096;
const SPACE = 0x20;
/** By this bit a small letter of ASCII differs from the capital; digits have it as well. */
const SMALL = 0x20;
const CURLY_APOSTROPHE = 0x2019;

/** Whether a UTF-16 unit is one of the usual marks between words, none of which needs a closer look. */
function isBetweenWords(code: number): boolean {
  return (
    (code >= SPACE && code < 0x7f) ||
    code === 0x0a ||
    (code >= EN_DASH && code <= HORIZONTAL_ELLIPSIS)
  );
}

const EN_DASH = 0x2013;
const HORIZONTAL_ELLIPSIS = 0x2026;

/** What of a word does not depend on its place. */
type SplitWord = Pick<Word, 'written' | 'joined' | 'afterHyphen'> & { readonly isOwner: boolean };

function wholeWord(word: SplitWord, range: TextRange): Word {
  const { written, joined, afterHyphen } = word;
  return { key: keyOf(word), stem: written.toLowerCase(), written, range, joined, afterHyphen };
}

function keyOf({ written, isOwner }: SplitWord): string {
  const stem = written.toLowerCase();
  return isOwner ? `${stem}'s` : stem;
}

function addressesIn(text: string): readonly TextRange[] {
  if (!MAYBE_ADDRESS.test(text)) return NONE;
  return Array.from(text.matchAll(ADDRESS), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}

const NONE: readonly never[] = [];

/** `make` is given each word with where it starts, and ends without a possessive ending. */
function split<T>(text: string, make: (word: SplitWord, start: number, end: number) => T): T[] {
  const addresses = addressesIn(text);
  let address = 0;
  const words: T[] = [];
  let last = -1;
  for (let at = 0; at < text.length;) {
    const index = at;
    const code = text.charCodeAt(at);
    // Most words are of plain letters, need no folding, and are found without an expression.
    while (isPlain(text.charCodeAt(at))) at++;
    const next = text.charCodeAt(at);
    const plain = at > index && !(next === APOSTROPHE || next > 0x7f);
    if (!plain && (at > index || isBeyond(code))) {
      WORD.lastIndex = index;
      at = WORD.test(text) ? WORD.lastIndex : index;
    }
    if (at === index) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    const match = text.slice(index, at);
    const end = at;
    while ((addresses[address]?.end ?? end) <= index) address++;
    if ((addresses[address]?.start ?? end) < end) continue;
    const possessive = plain ? 0 : (POSSESSIVE.exec(match)?.[0].length ?? 0);
    const whole = plain ? match : fold(match);
    const written = possessive === 0 ? whole : whole.slice(0, -possessive);
    const adjacent = last >= 0 && index === last + 1;
    const before = text.charAt(index - 1);
    const word = {
      written,
      isOwner: possessive > 0,
      joined: adjacent && JOINTS.has(before),
      afterHyphen: adjacent && HYPHENS.has(before),
    };
    words.push(make(word, index, end - possessive));
    last = end;
  }
  return words;
}

const APOSTROPHE = 0x27;

/** Whether a UTF-16 unit is a letter or digit of ASCII. */
function isPlain(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39);
}

function isLetter(code: number): boolean {
  const small = code | SMALL;
  return small >= 0x61 && small <= 0x7a;
}

/** Whether a UTF-16 unit may begin a word beyond ASCII; dashes and quotation marks are the most frequent that do not. */
function isBeyond(code: number): boolean {
  return code > 0x7f && !(code >= 0x2000 && code < 0x2070);
}

const HYPHENS: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011']);
const JOINTS: ReadonlySet<string> = new Set([...HYPHENS, ' ', '\u00A0', '\u202F', '\u2013']);

/** The key of a word of a text, without its possessive ending. */
export function stemOf(word: string): string {
  return fold(word).replace(POSSESSIVE, '').toLowerCase();
}

function fold(word: string): string {
  return word.normalize('NFC').replace(SOFT_HYPHEN, '').replaceAll('’', "'");
}

/** The singulars of which an English word may be the regular plural. */
export function singularsOf(word: string): readonly string[] {
  if (word.length < 3 || !word.endsWith('s')) return NO_SINGULARS;
  const singulars: string[] = [];
  if (!/(?:ss|us|is)$/.test(word)) singulars.push(word.slice(0, -1));
  if (/(?:[sxzo]|ch|sh)es$/.test(word)) singulars.push(word.slice(0, -2));
  if (/[^aeiou]ies$/.test(word)) singulars.push(`${word.slice(0, -3)}y`);
  return singulars;
}

const NO_SINGULARS: readonly string[] = [];

/** The words that may be regular plurals of an English word: those of which {@link singularsOf} gives it. */
export function pluralsOf(word: string): string[] {
  const plurals: string[] = [];
  if (word.length > 1 && !/[sui]$/.test(word)) plurals.push(`${word}s`);
  if (/(?:[sxzo]|ch|sh)$/.test(word)) plurals.push(`${word}es`);
  if (/[^aeiou]y$/.test(word)) plurals.push(`${word.slice(0, -1)}ies`);
  return plurals;
}

/** Whether a word has two capitals or more: it is written in its own case only. */
export function isAbbreviation(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word);
}
