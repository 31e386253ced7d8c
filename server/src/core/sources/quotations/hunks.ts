import type { Located } from './locate';
import type { QuotedWord } from './quotation';
import type { QuotationIndex } from './quotationIndex';
import { Mark } from './scan';
import type { TextRange } from '../../text/range';

/** Words of a quotation that stand in the place of words of its source; either may be none. */
export interface Hunk {
  /** Words of the source, from and to before. */
  readonly from: number;
  readonly to: number;
  /** The words of the source that matter: not what is sound, or said twice. */
  readonly said: readonly number[];
  /** The words of the quotation that matter. */
  readonly quoted: readonly QuotedWord[];
  /** Whether the author says something in brackets there. */
  readonly isReplaced: boolean;
  /** In the quotation's text. */
  readonly quotedRange: TextRange;
  /** The pair of same words before it: the word of the source, and where that of the quotation stands. */
  readonly before?: { readonly said: number; readonly quotedStart: number };
  /** How many words are the same before it, since the last hunk. */
  readonly sameBefore: number;
}

/** No longer beginning of a sentence is given up. */
const LONGEST_START = 6;

/** Where words differ, without what a careful author leaves out and what is only written otherwise. */
export function hunksOf(index: QuotationIndex, located: Located): Hunk[] {
  const { words, ops } = located;
  const hunks: Hunk[] = [];
  let said: number[] = [];
  let quoted: QuotedWord[] = [];
  let next = located.start;
  let nextQuoted = 0;
  let sameBefore = 0;
  let before: Hunk['before'];
  const close = () => {
    if (said.length + quoted.length > 0) {
      const hunk = hunkOf(index, words, { said, quoted, next, nextQuoted, sameBefore });
      if (hunk) {
        hunks.push(before ? { ...hunk, before } : hunk);
        sameBefore = 0;
      }
    }
    said = [];
    quoted = [];
  };
  for (const op of ops) {
    if (op.type === 'same') {
      close();
      sameBefore++;
      before = { said: op.said, quotedStart: words[op.quoted]?.start ?? 0 };
    } else {
      const word = op.type === 'left-out' ? undefined : words[op.quoted];
      if (word) quoted.push(word);
      if (op.type !== 'put-in') said.push(op.said);
    }
    if (op.type !== 'put-in') next = op.said + 1;
    if (op.type !== 'left-out') nextQuoted = op.quoted + 1;
  }
  close();
  return hunks;
}

interface Open {
  readonly said: readonly number[];
  readonly quoted: readonly QuotedWord[];
  readonly next: number;
  readonly nextQuoted: number;
  readonly sameBefore: number;
}

function hunkOf(
  index: QuotationIndex,
  words: readonly QuotedWord[],
  { said, quoted, next, nextQuoted, sameBefore }: Open,
): Hunk | undefined {
  const telling = quoted.filter(({ marks }) => (marks & Mark.Optional) === 0);
  let kept = said.filter((at) => !index.isOptional(at));
  if (telling.length === 0) kept = withoutRepeats(index, kept, said, next);
  if (kept.length + telling.length === 0) return undefined;
  const keys = kept.map((at) => index.keyAt(at) ?? '');
  const others = telling.map(({ key }) => key);
  if (isWrittenOtherwise(index, keys, others, next)) return undefined;
  const edges = {
    isFirst: sameBefore === 0 && nextQuoted === telling.length,
    isLast: nextQuoted === words.length,
  };
  if (isNumberAtEdge(index, said, others, edges)) return undefined;
  const from = said[0] ?? next;
  const start = quoted[0]?.start ?? words[nextQuoted - 1]?.end ?? 0;
  return {
    from,
    to: (said.at(-1) ?? from - 1) + 1,
    said: kept,
    quoted: telling,
    isReplaced:
      words[nextQuoted]?.isAfterInsertion === true ||
      quoted.some(({ isAfterInsertion }) => isAfterInsertion),
    quotedRange: { start, end: quoted.at(-1)?.end ?? start },
    sameBefore,
  };
}

/** What is left of words that are left out when those go that are said again, or with which the speaker gives up a sentence. */
function withoutRepeats(
  index: QuotationIndex,
  kept: readonly number[],
  all: readonly number[],
  next: number,
): number[] {
  const first = kept[0];
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return [];
  const telling = (from: number, step: 1 | -1): string[] => {
    const keys: string[] = [];
    for (let at = from; keys.length < kept.length && at >= 0 && at < index.length; at += step) {
      if (!index.isOptional(at)) keys.push(index.keyAt(at) ?? '');
    }
    return step === 1 ? keys : keys.reverse();
  };
  const keys = kept.map((at) => index.keyAt(at) ?? '');
  const isSame = (others: readonly string[]) =>
    others.length === keys.length && others.every((key, at) => key === keys[at]);
  if (isSame(telling(next, 1)) || isSame(telling((all[0] ?? first) - 1, -1))) return [];
  return isFalseStart(index, kept, keys, next) ? [] : [...kept];
}

/** Whether a sentence is begun and dropped: "we could, we can". What is denied or counted there, the author keeps. */
function isFalseStart(
  index: QuotationIndex,
  kept: readonly number[],
  keys: readonly string[],
  next: number,
): boolean {
  const { lexicon } = index;
  if (kept.length > LONGEST_START || next >= index.length) return false;
  if (keys.some((key) => lexicon.isNegation(key) || lexicon.numbers.isTelling(key))) return false;
  const before = index.rangeAt(kept.at(-1) ?? next).end;
  const gap = index.text.slice(before, index.rangeAt(next).start);
  // "We wan- we tried".
  if (/^(?:[-–—]|\.\.\.|…)/.test(gap)) return true;
  return (index.marksAt(next) & Mark.Pause) !== 0 && index.keyAt(next) === keys[0];
}

/**
 * Whether the same words are written otherwise: as figures, as one word.
 * @param next the word of the source behind them
 */
export function isWrittenOtherwise(
  index: QuotationIndex,
  keys: readonly string[],
  others: readonly string[],
  next: number,
): boolean {
  if (keys.length === 0 || others.length === 0) return false;
  const { lexicon } = index;
  if (joined(keys) === joined(others)) {
    // "Not able" is not "notable".
    return (
      keys.some((key) => lexicon.isNegation(key)) === others.some((key) => lexicon.isNegation(key))
    );
  }
  const [own, other] = [lexicon.numbers.read(keys), lexicon.numbers.read(others)];
  if (own.values.length === 0 || !areSameNumbers(own.values, other.values)) return false;
  if (joined(own.rest) === joined(other.rest)) return true;
  // "The first of" June, which is "1" June.
  const isDay = lexicon.isMonth(index.keyAt(next) ?? '');
  const telling = (rest: readonly string[]) => rest.filter((key) => !BEFORE_MONTHS.has(key));
  return isDay && joined(telling(own.rest)) === joined(telling(other.rest));
}

/** Whether a quotation begins or ends with a number that the source has in more words: `2/3` for *two thirds*. */
function isNumberAtEdge(
  index: QuotationIndex,
  said: readonly number[],
  others: readonly string[],
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): boolean {
  const { numbers } = index.lexicon;
  let [from, to] = [said[0], said.at(-1)];
  if (from === undefined || to === undefined || !(isFirst || isLast)) return false;
  if (!others.some((key) => numbers.isTelling(key))) return false;
  const isInside = (at: number) => (index.marksAt(at) & Mark.Pause) === 0;
  const isOf = (at: number) => numbers.belongs(index.keyAt(at) ?? '');
  if (isFirst) while (from > 0 && isInside(from) && isOf(from - 1)) from--;
  if (isLast) while (to + 1 < index.length && isInside(to + 1) && isOf(to + 1)) to++;
  const first = from;
  const keys = Array.from({ length: to - from + 1 }, (_, at) => index.keyAt(first + at) ?? '');
  return isWrittenOtherwise(index, keys, others, to + 1);
}

const BEFORE_MONTHS: ReadonlySet<string> = new Set(['the', 'of', 'de', 'le', 'el']);

/** Whether the same numbers are meant: *nineteen eighty-four* is 1984. */
export function areSameNumbers(own: readonly number[], others: readonly number[]): boolean {
  if (own.length === others.length) return own.every((value, at) => value === others[at]);
  const [year, parts] = own.length === 1 ? [own[0], others] : [others[0], own];
  const isYear = Math.min(own.length, others.length) === 1 && parts.length === 2;
  return isYear && parts.every((part) => part >= 10 && part < 100) && parts.join('') === `${year}`;
}

function joined(keys: readonly string[]): string {
  return keys.join('');
}
