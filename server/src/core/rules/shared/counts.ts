import type { Word } from '../../project';
import type { TextRange } from '../../text/range';

const UNITS = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const VALUES: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

/** Before a number, these say that it is no total, or no exact one. */
const NO_TOTAL: ReadonlySet<string> = new Set(
  (
    'about above additional almost another approximately around at below between circa early every few first former ' +
    'further initial last latter least least-known less more most nearly next only other others over remaining roughly ' +
    'some than these those under up within'
  ).split(' '),
);

/** Between a number and its noun, these say that only some are meant, or that the number is another noun's. */
const APART: ReadonlySet<string> = new Set(
  (
    'additional and or of other others more further remaining new last first early earlier late later initial final ' +
    'pilot exploratory follow informal such these those similar related smaller out to different subsequent previous ' +
    'preliminary repeat possible potential typical well per cent percent a about after an as at before between by during ' +
    'for from in into on over than the their through whose with'
  ).split(' '),
);

/** As many words may stand between a number and its noun: “fifteen semi-structured expert interviews”. */
export const MAX_BETWEEN = 3;

/** A number of things of one sort, in words or figures. */
export interface Count {
  readonly value: number;
  /** The noun, in the plural. */
  readonly noun: string;
  /** From the number to the noun. */
  readonly range: TextRange;
  /** As written: `fifteen interviews`. */
  readonly text: string;
  /** Indexes of its first and last word. */
  readonly first: number;
  readonly last: number;
}

/**
 * The counts of some nouns in a block of text, such as “twenty-four interviews”. What is plainly a part (“the first two
 * interviews”) or no exact number (“about fifteen”) is left out, and so is one.
 */
export function countsOf(words: readonly Word[], nouns: ReadonlySet<string>): Count[] {
  const counts: Count[] = [];
  words.forEach((word, last) => {
    if (!nouns.has(word.key) || !word.joined) return;
    for (let at = last - 1; at >= 0 && at >= last - 1 - MAX_BETWEEN; at--) {
      const between = words[at];
      const number = numberAt(words, at);
      if (between && number) {
        const count = countFrom(words, number, last);
        if (count) counts.push(count);
        return;
      }
      if (!between || APART.has(between.key) || (at < last && !words[at + 1]?.joined)) return;
    }
  });
  return counts;
}

function countFrom(words: readonly Word[], number: NumberWords, last: number): Count | undefined {
  const { value, first } = number;
  const from = words[first];
  const noun = words[last];
  if (!from || !noun || value < 2 || !words[number.last + 1]?.joined) return undefined;
  const before = words[first - 1];
  // “10–15”, “five or six”, “between five and ten”
  const bound = before && ['to', 'or', 'and'].includes(before.key) ? words[first - 2] : before;
  const isRange = bound !== undefined && from.joined && valueOf(bound) !== undefined;
  if (isRange || from.afterHyphen || (before && from.joined && NO_TOTAL.has(before.key))) {
    return undefined;
  }
  const phrase = words.slice(first, last + 1);
  return {
    value,
    noun: noun.key,
    range: { start: from.range.start, end: noun.range.end },
    text: phrase
      .map(({ written, afterHyphen }, index) =>
        index === 0 ? written : `${afterHyphen ? '-' : ' '}${written}`,
      )
      .join(''),
    first,
    last,
  };
}

interface NumberWords {
  readonly value: number;
  readonly first: number;
  readonly last: number;
}

/** The number that ends with a word. */
function numberAt(words: readonly Word[], last: number): NumberWords | undefined {
  const word = words[last];
  const value = word && valueOf(word);
  if (!word || value === undefined) return undefined;
  const before = words[last - 1];
  const tens = before && word.joined && value < 10 ? VALUES.get(before.key) : undefined;
  if (tens !== undefined && tens >= 20) return { value: tens + value, first: last - 1, last };
  return { value, first: last, last };
}

function valueOf({ key }: Word): number | undefined {
  return /^\d{1,3}$/.test(key) ? Number(key) : VALUES.get(key);
}

/** Whether a word, in lower case, is a number or a part of one. */
export function isNumber(word: string): boolean {
  return /^\d{1,3}$/.test(word) || VALUES.has(word);
}

/** A number at the beginning of a text. */
export interface LeadingNumber {
  /** The number of UTF-16 units that it takes. */
  readonly length: number;
  /** Another number, in words or figures and with a capital as this one. */
  inItsManner(value: number): string;
}

/** The number with which a text begins; nothing where that is none. */
export function leadingNumber(text: string): LeadingNumber | undefined {
  const figures = /^\d{1,3}(?!\d)/.exec(text)?.[0];
  if (figures !== undefined) return { length: figures.length, inItsManner: String };
  const [first = '', joint = '', second = ''] =
    /^([A-Za-z]+)(?:([-\s])([A-Za-z]+))?/.exec(text)?.slice(1) ?? [];
  const tens = VALUES.get(first.toLowerCase());
  if (tens === undefined) return undefined;
  const units = VALUES.get(second.toLowerCase()) ?? 0;
  const isCompound = tens >= 20 && units > 0 && units < 10;
  const isCapital = /^[A-Z]/.test(first);
  return {
    length: isCompound ? first.length + joint.length + second.length : first.length,
    inItsManner: (value) => {
      const words = inWords(value);
      return isCapital ? words.charAt(0).toUpperCase() + words.slice(1) : words;
    },
  };
}

/** A number below a hundred in words; a greater one in figures. */
function inWords(value: number): string {
  const tens = TENS[Math.floor(value / 10) - 2];
  if (value < 20 || tens === undefined) return UNITS[value] ?? String(value);
  return value % 10 === 0 ? tens : `${tens}-${UNITS[value % 10] ?? ''}`;
}
