import { visibleText, type Leaf, type SyntaxDocument } from '../syntax';
import { overlaps, type TextRange } from '../text/range';

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

const WORD = /[\p{L}\p{M}\p{N}\u00AD]+(?:['’][\p{L}\p{M}]+)*/gu;
const ADDRESS = /(?:\b[a-z][a-z\d+.-]*:\/\/|\bwww\.|\bmailto:)\S+|\S+@\S+\.\S+/gi;
const POSSESSIVE = /['’]s$/i;
const SOFT_HYPHEN = /\u00AD/g;

/** The words of a block of text as its reader sees it, with their places in the source; web addresses are left out. */
export function wordsOf(document: SyntaxDocument, leaf: Leaf): Word[] {
  const { text, offsets } = visibleText(document, leaf.range);
  const words = split(text, (start, end) => ({
    start: offsets[start] ?? 0,
    end: (offsets[end - 1] ?? 0) + 1,
  }));
  return words.map((word, index) => {
    const before = words[index - 1]?.range.end ?? 0;
    // Code, math, citations and notes are not seen, but what stands around them is no one term.
    const apart = word.joined && /[`$@^]/.test(document.text.slice(before, word.range.start));
    return apart ? { ...word, joined: false } : word;
  });
}

/** The words of a term or another short text; ranges are those in that text. */
export function wordsOfText(text: string): Word[] {
  return split(text, (start, end) => ({ start, end }));
}

function split(text: string, place: (start: number, end: number) => TextRange): Word[] {
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
  const words: Word[] = [];
  let last = -1;
  for (const { 0: match, index } of text.matchAll(WORD)) {
    const end = index + match.length;
    if (addresses.some((address) => overlaps(address, { start: index, end }))) continue;
    const possessive = POSSESSIVE.exec(match)?.[0].length ?? 0;
    const range = place(index, end - possessive);
    const whole = fold(match);
    const written = whole.slice(0, whole.length - possessive);
    const key = whole.toLowerCase().replaceAll('’', "'");
    words.push({
      key,
      stem: key.slice(0, key.length - possessive),
      written,
      range,
      joined: last >= 0 && index === last + 1 && JOINTS.has(text.charAt(last)),
      afterHyphen: index > 0 && HYPHENS.has(text.charAt(index - 1)) && last === index - 1,
    });
    last = end;
  }
  return words;
}

const HYPHENS: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011']);
const JOINTS: ReadonlySet<string> = new Set([...HYPHENS, ' ', '\u00A0', '\u202F', '\u2013']);

function fold(word: string): string {
  return word.normalize('NFC').replace(SOFT_HYPHEN, '');
}

/** The singulars of which an English word may be the regular plural. */
export function singularsOf(word: string): string[] {
  if (word.length < 3 || !word.endsWith('s')) return [];
  const singulars: string[] = [];
  if (!/(?:ss|us|is)$/.test(word)) singulars.push(word.slice(0, -1));
  if (/(?:[sxzo]|ch|sh)es$/.test(word)) singulars.push(word.slice(0, -2));
  if (/[^aeiou]ies$/.test(word)) singulars.push(`${word.slice(0, -3)}y`);
  return singulars;
}

/** Whether a word has two capitals or more: it is written in its own case only. */
export function isAbbreviation(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word);
}
