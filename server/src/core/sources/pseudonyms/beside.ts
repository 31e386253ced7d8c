import type { TextRange } from '../../text/range';
import { LANGUAGES } from '../quotations/languages';
import { OPENERS, PARTICLES, TITLES } from './commonWords';
import { fold } from './fold';
import type { NamePart } from './variants';

/** What words consist of, for a class of a regular expression. */
export const WORD_CHARACTER = '\\p{L}\\p{M}\\p{N}\\u00AD';
/** How far around a name is looked, in UTF-16 units. */
export const AROUND = 60;
/** So many particles a name has at most: `van den`. */
const MAX_PARTICLES = 4;
/** The word before, where nothing but a blank, markup or a hyphen stands between. */
const BEFORE = new RegExp(
  `(?<![${WORD_CHARACTER}])([${WORD_CHARACTER}]+(?:['’ʼ][\\p{L}\\p{M}]+)*)(?:\\.?[ \\t]*\\r?\\n?[ \\t]*[*_]{0,3}|[\\u2010\\u2011-])$`,
  'u',
);
const AFTER = new RegExp(
  `^(?:[*_]{0,3}[ \\t]*\\r?\\n?[ \\t]*|[\\u2010\\u2011-])(?=[${WORD_CHARACTER}])`,
  'u',
);

/** The particles directly before a word, and where they begin. */
export function particlesBefore(text: string, start: number): { words: string[]; start: number } {
  const words: string[] = [];
  let at = start;
  while (words.length < MAX_PARTICLES) {
    const before = BEFORE.exec(text.slice(Math.max(0, at - AROUND), at));
    const word = before?.[1];
    if (!before || word === undefined || !PARTICLES.has(fold(word)) || before[0].includes('.'))
      break;
    if (/^\p{Lu}$/u.test(word)) break;
    words.unshift(fold(word));
    at -= before[0].length;
  }
  return { words, start: at };
}

/** Whether a part of a name is, by the words beside it, a part of somebody else's. */
export function isOthers(text: string, { start, end }: TextRange, part: NamePart): boolean {
  const before = BEFORE.exec(text.slice(Math.max(0, start - AROUND), start));
  const word = before?.[1];
  // A full stop ends an initial or an abbreviation, else the sentence.
  const isBeside = !before?.[0].includes('.') || Array.from(word ?? '').length <= 2;
  if (word !== undefined && isBeside && /^\p{Lu}/u.test(word)) {
    const folded = fold(word);
    const isSmall = OPENERS.has(folded) && !/^\p{Lu}$/u.test(word);
    // Before a given name stands a verb (“Said Anna”) rather than another one.
    const isJoined = part === 'family' || /[\u2010\u2011-]$/.test(before?.[0] ?? '');
    if (isJoined && !TITLES.has(folded) && !isSmall) return true;
  }
  const behind = text.slice(end, end + AROUND);
  const gap = AFTER.exec(behind)?.[0];
  if (gap === undefined) return false;
  const next = NAME_BEHIND.exec(behind.slice(gap.length));
  if (!next) return false;
  return part === 'given' || /[\u2010\u2011-]/.test(gap);
}

/** Whether a word with a capital stands directly before a name, so that both may be one; the first of a sentence is none. */
export function isBehindName(text: string, start: number): boolean {
  const before = BEFORE.exec(text.slice(Math.max(0, start - AROUND), start));
  const word = before?.[1] ?? '';
  if (!/^\p{Lu}/u.test(word)) return false;
  return TITLES.has(fold(word)) || (!before?.[0].includes('.') && !OPENERS.has(fold(word)));
}

/** How far around a word its language is looked for, in UTF-16 units. */
const LANGUAGE_REACH = 200;

const COMMON = LANGUAGES.map(({ code, common }) => ({ code, words: new Set(common.split(' ')) }));

/** Whether the words around a place are German ones rather than those of another language. */
export function isAmongGerman(text: string, start: number, end: number): boolean {
  const around = `${text.slice(Math.max(0, start - LANGUAGE_REACH), start)} ${text.slice(end, end + LANGUAGE_REACH)}`;
  const words = around.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = COMMON.map(({ code, words: common }) => ({
    code,
    count: words.filter((word) => common.has(word)).length,
  }));
  const german = counts.find(({ code }) => code === 'de')?.count ?? 0;
  return german > 0 && counts.every(({ code, count }) => code === 'de' || count < german);
}

/** The name of a family, perhaps with particles: `Jansen`, `van Dijk`. */
const NAME_BEHIND =
  /^(?:(?:van|de|der|den|von|zu|du|da|di|del|la|ter|ten)\s+){0,3}\p{Lu}[\p{L}\p{M}]/u;

/** Whether a word stands as a speaker does: before a colon, at the beginning of a line, a quotation or a sentence. */
export function isSpeaker(text: string, start: number, end: number): boolean {
  if (!/^[*_]{0,3}(?:\s?[([]?\d[\d:.]*[)\]]?)?[*_]{0,3}:/.test(text.slice(end, end + AROUND)))
    return false;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /(?:^|["“”„«'‘([{.!?…:]\s*)[\s>*_|-]*(?:[[(]?\d[\d:.]*[\])]?\s*)?$/.test(line);
}

/** Whether a part of an id or a path is a whole step of it: `rose`, `#rose`, `interviews/rose.docx`. */
export function isWholePart(text: string, { start, end }: TextRange): boolean {
  return (
    /[#=/\\]$|^$/.test(text.slice(0, start)) &&
    /^(?:$|[/\\]|\.\w+(?:$|[/\\]))/.test(text.slice(end))
  );
}
