import type { Milestones } from './places';
import { areTimes, areTimesOfDay, type TimeMark } from './times';
import type { Markings } from './turns';

/** The times of a text as milestones; none where what looks like times is not. */
export function timeMilestones(
  text: string,
  { times, turns }: Pick<Markings, 'times' | 'turns'>,
): Pick<Milestones, 'minutes' | 'clock'> {
  const [first] = times;
  if (!first || !areTimes(times)) return {};
  const isOfDay = areTimesOfDay(times, turns.length > 0);
  const made = times.map((mark) => ({
    offset: offsetOf(text, mark),
    // Short times of a day are hours and minutes.
    number: isOfDay && mark.form === 'short' ? mark.seconds : Math.floor(mark.seconds / 60),
  }));
  if (isOfDay) return { clock: made };
  // What stands before the first time that ends a paragraph lies between the start and that time.
  const isFromStart = endsParagraph(text, first) && first.seconds < EARLY;
  return { minutes: isFromStart ? [{ offset: 0, number: 0 }, ...made] : made };
}

/** A first time below it belongs to a recording that is transcribed from its start, in seconds. */
const EARLY = 10 * 60;

/** Where begins what a time is the time of. */
function offsetOf(text: string, mark: TimeMark): number {
  if (mark.labelStart !== undefined) return mark.labelStart;
  return endsParagraph(text, mark) ? mark.range.end : mark.range.start;
}

/** Whether a time stands behind what it is the time of, as f4 and MAXQDA write it: what follows it comes later. */
function endsParagraph(text: string, { range: { start, end }, labelStart }: TimeMark): boolean {
  if (labelStart !== undefined) return false;
  const lineEnd = text.indexOf('\n', end);
  if (text.slice(end, lineEnd < 0 ? text.length : lineEnd).trim() !== '') return false;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return text.slice(lineStart, start).trim() !== '';
}
