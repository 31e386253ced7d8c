import type { TextRange } from '../../text/range';

/** A time that stands in a transcript. */
export interface TimeMark {
  /** The mark with its brackets. */
  readonly range: TextRange;
  /** Since the start of the recording; since midnight for a time of day. */
  readonly seconds: number;
  /** How it is written: `minute` for `[min 12]`, `short` for `12:31`, `long` for `0:12:31`, `hash` for `#00:12:31-4#`. */
  readonly form: 'minute' | 'short' | 'long' | 'hash';
  /** Whether it stands in brackets of any kind; a bare one is a time only where a line begins or a speaker is named. */
  readonly isBare: boolean;
  /** Where the name of the speaker begins beside which it stands. */
  readonly labelStart?: number;
}

const CLOCK = String.raw`(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?:[.,]\d{1,3})?`;
const RANGE_END = String.raw`(?:\s*(?:-->|–|—|-)\s*\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?)?`;
const MINUTE = String.raw`[Mm]in(?:ute|uut|uto)?s?\.?\s*(\d{1,3})`;

/** `[min 12]`, `(00:12:31)`, `[12:31 - 12:40]`, `<00:12:31>`, `{12:31}`. */
const BRACKETED = new RegExp(
  String.raw`[\[(<{]\s*(?:${MINUTE}|(?:t\s*=\s*)?${CLOCK}${RANGE_END})\s*[\])>}]`,
  'y',
);

/** As f4 and MAXQDA write it, at the end of a paragraph: `#00:12:31-4#`. */
const HASHED = /#(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?:[.,-]\d{1,3})?#/y;

const BARE = new RegExp(String.raw`${CLOCK}${RANGE_END}(?![\w:])`, 'y');

/**
 * The time that begins at an offset.
 * @param allowsBare whether one without brackets counts
 */
export function timeAt(text: string, offset: number, allowsBare: boolean): TimeMark | undefined {
  const first = text.charAt(offset);
  if (first === '#') return fromMatch(HASHED, text, offset, 'hash');
  if ('[(<{'.includes(first) && first !== '') return fromMatch(BRACKETED, text, offset);
  if (!allowsBare || first < '0' || first > '9') return undefined;
  return fromMatch(BARE, text, offset, 'bare');
}

function fromMatch(
  pattern: RegExp,
  text: string,
  offset: number,
  kind?: 'hash' | 'bare',
): TimeMark | undefined {
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const range = { start: offset, end: offset + match[0].length };
  const isBare = kind === 'bare';
  const numbers = pattern === BRACKETED ? match.slice(2) : match.slice(1);
  const minute = pattern === BRACKETED ? match[1] : undefined;
  if (minute !== undefined) return { range, seconds: Number(minute) * 60, form: 'minute', isBare };
  const [a = '0', b = '0', c] = numbers;
  const isLong = c !== undefined;
  const seconds = isLong
    ? Number(a) * 3600 + Number(b) * 60 + Number(c)
    : Number(a) * 60 + Number(b);
  return { range, seconds, form: kind === 'hash' ? 'hash' : isLong ? 'long' : 'short', isBare };
}

/** So many of the times must not run backwards; a few do, where recordings follow one another. */
const FORWARD = 0.8;

/** From when on the first time of a text is rather one of day than of a recording, in seconds as it is read. */
const SIX_O_CLOCK = { short: 6 * 60, long: 6 * 3600 } as const;

/**
 * Whether what looks like times is times: they run forward, and there are two of them or they say so (`[min 12]`).
 * @param marks in the order of the text
 */
export function areTimes(marks: readonly TimeMark[]): boolean {
  if (marks.length === 0) return false;
  if (marks.length === 1) return marks[0]?.form === 'minute';
  const forward = marks.filter(
    ({ seconds }, index) => index === 0 || seconds >= (marks[index - 1]?.seconds ?? 0),
  ).length;
  return forward / marks.length >= FORWARD;
}

/**
 * Whether times are those of a day, as in field notes (`14:05`), and not of a recording.
 * @param isSpoken whether the text names speakers; then only a recorder's clock says the time of day
 */
export function areTimesOfDay(marks: readonly TimeMark[], isSpoken: boolean): boolean {
  const [first] = marks;
  if (!first) return false;
  if (first.form === 'short') return !isSpoken && first.seconds >= SIX_O_CLOCK.short;
  return first.form === 'long' && first.seconds >= SIX_O_CLOCK.long;
}
