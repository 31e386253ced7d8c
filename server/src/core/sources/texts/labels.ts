import { timeAt, type TimeMark } from './times';
import { canBeName, isSpeakerName } from './speakerWords';

/** What may be the name of a speaker at the beginning of a line. Offsets of the text. */
export interface Label {
  readonly speaker: string;
  readonly start: number;
  /** Where the speech begins; the end of the line where the name has the line to itself. */
  readonly end: number;
  readonly time?: TimeMark;
  /**
   * How it is set off: by a colon; by a time beside it; by a tab or dash; by bold type or capitals in a line of its own.
   */
  readonly by: 'colon' | 'time' | 'tab' | 'type';
}

/** No name with its time is longer. */
const REACH = 90;

const BLANKS = /[ \t\u00A0]*/y;
const LEAD = /[ \t\u00A0]*(?:>[ \t]*)*/y;
const EMPHASIS = /[*_]{1,3}(?=[^\s*_])/y;
const DASH = /[ \t\u00A0]*(?:[-–—|:][ \t\u00A0]+)?/y;

/**
 * The label at the beginning of a line, in the shapes of transcripts made by hand and by Otter, Teams, Zoom, NVivo, f4 and
 * their like: `INT: …`, `Anna de Vries (00:12:31): …`, `[00:03:10] P4 — …`, `**R1** …`, `Speaker 1  0:03` alone.
 * @param start where the line starts
 * @param end where it ends, without its line break
 * @param boldEnd where bold type ends that begins with the line, for formats that know it
 */
export function labelOf(
  text: string,
  start: number,
  end: number,
  boldEnd?: number,
): Label | undefined {
  let at = skip(LEAD, text, start);
  const isEmphasised = skip(EMPHASIS, text, at) > at;
  at = skip(EMPHASIS, text, at);
  const before = timeAt(text, at, true);
  if (before) {
    at = skip(DASH, text, before.range.end);
    at = skip(EMPHASIS, text, at);
  }
  if (at >= end) return undefined;
  const head = text.slice(at, Math.min(end, at + REACH));
  const isWhole = at + head.length >= end;
  const reading: Reading = { text, at, end, head, isWhole, before };
  const found =
    byColon(reading) ?? byTime(reading) ?? byTab(reading) ?? byType(reading, isEmphasised, boldEnd);
  return found && { ...found, start };
}

interface Reading {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly head: string;
  /** Whether `head` is all that is left of the line. */
  readonly isWhole: boolean;
  readonly before: TimeMark | undefined;
}

type Found = Omit<Label, 'start'>;

/** `NAME: words`, with a time or a role in brackets before the colon or a time behind it. */
function byColon({ text, at, end, head, before }: Reading): Found | undefined {
  const colon = /(?<!\d):|:(?!\d)/.exec(head)?.index ?? -1;
  if (colon <= 0) return undefined;
  const name = nameAndTime(text, at, at + colon);
  if (!name) return undefined;
  const after = skip(/[*_]{0,3}/y, text, at + colon + 1);
  // A web address and the like go on without a space.
  if (after < end && !/\s/.test(text.charAt(after))) return undefined;
  let speech = skip(BLANKS, text, after);
  const behind = (before ?? name.time) ? undefined : timeAt(text, speech, true);
  if (behind && behind.range.end <= end) speech = skip(DASH, text, behind.range.end);
  const time = before ?? name.time ?? behind;
  return {
    speaker: name.speaker,
    end: Math.min(speech, end),
    by: 'colon',
    ...(time ? { time } : {}),
  };
}

/** `NAME 0:03` alone in its line, `[0:03] NAME` alone, or `[0:03] NAME — words`. */
function byTime({ text, at, end, head, isWhole, before }: Reading): Found | undefined {
  const dash = /[ \t\u00A0]+[–—-][ \t\u00A0]+/.exec(head);
  if (dash && (before || isSpeakerName(head.slice(0, dash.index)))) {
    const name = nameAndTime(text, at, at + dash.index);
    const time = before ?? name?.time;
    if (name) {
      const speech = at + dash.index + dash[0].length;
      const behind = time ? undefined : timeAt(text, speech, true);
      if (behind?.range.end === end) {
        return { speaker: name.speaker, end, by: 'time', time: behind };
      }
      return {
        speaker: name.speaker,
        end: speech,
        by: time ? 'time' : 'tab',
        ...(time ? { time } : {}),
      };
    }
  }
  if (!isWhole) return undefined;
  const name = nameAndTime(text, at, end);
  const time = before ?? name?.time;
  return name && time ? { speaker: name.speaker, end, by: 'time', time } : undefined;
}

/** `NAME<tab>words`, as in a table or with a hanging indent. */
function byTab({ text, at, head, before }: Reading): Found | undefined {
  const tab = head.indexOf('\t');
  if (tab <= 0) return undefined;
  const name = nameAndTime(text, at, at + tab);
  if (!name) return undefined;
  let speech = skip(BLANKS, text, at + tab);
  const time = before ?? name.time ?? timeAt(text, speech, true);
  if (time?.range.start === speech) speech = skip(DASH, text, time.range.end);
  return { speaker: name.speaker, end: speech, by: 'tab', ...(time ? { time } : {}) };
}

/** `**NAME** words`, bold type of Word, or a line of capitals. */
function byType(
  { text, at, end, head, isWhole, before }: Reading,
  isEmphasised: boolean,
  boldEnd: number | undefined,
): Found | undefined {
  const time = before ? { time: before } : {};
  const close = /[*_]{1,3}(?=\s|$)/.exec(head);
  if (isEmphasised && close) {
    const name = nameAndTime(text, at, at + close.index);
    if (!name) return undefined;
    const behind = skip(BLANKS, text, at + close.index + close[0].length);
    const beside = timeAt(text, behind, true);
    const speech = beside ? skip(BLANKS, text, beside.range.end) : behind;
    return {
      speaker: name.speaker,
      end: Math.min(speech, end),
      by: 'type',
      ...time,
      ...(beside ? { time: beside } : {}),
    };
  }
  if (boldEnd !== undefined && boldEnd > at && boldEnd <= end) {
    const name = nameAndTime(text, at, boldEnd);
    return name && { speaker: name.speaker, end: skip(BLANKS, text, boldEnd), by: 'type', ...time };
  }
  const words = head.trim();
  if (!isWhole || words.length < 2 || words !== words.toUpperCase() || !canBeName(words))
    return undefined;
  return /\p{Lu}/u.test(words) ? { speaker: words, end, by: 'type', ...time } : undefined;
}

/** A name with what may stand behind it: emphasis, a role or a time in brackets, a bare time. */
function nameAndTime(
  text: string,
  start: number,
  end: number,
): { readonly speaker: string; readonly time?: TimeMark } | undefined {
  let stop = end;
  let time: TimeMark | undefined;
  const trim = () => {
    while (stop > start && /[\s*_:\u00A0–—-]/.test(text.charAt(stop - 1))) stop--;
  };
  trim();
  const bare = /\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?$/.exec(text.slice(start, stop));
  if (bare) {
    time = timeAt(text, start + bare.index, true);
    stop = start + bare.index;
    trim();
  } else if (/[\])>}]/.test(text.charAt(stop - 1))) {
    const open = text.slice(start, stop).search(/[[(<{][^[(<{]*$/);
    if (open >= 0) {
      time = timeAt(text, start + open, false);
      stop = start + open;
      trim();
    }
  }
  const speaker = text
    .slice(start, stop)
    .replace(/^\[|\]$/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
  return canBeName(speaker) ? { speaker, ...(time ? { time } : {}) } : undefined;
}

/** Where a sticky pattern ends that is looked for at an offset; the offset itself where it does not match. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
