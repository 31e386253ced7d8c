import type { TextRange } from '../../text/range';
import { labelOf, type Label } from './labels';
import type { Turn } from './sourceText';
import { speakersAmong, type Speakers } from './speakers';
import { isInterviewerName } from './speakerWords';
import { areTimes, timeAt, type TimeMark } from './times';

/** What a format knows of its text beyond the characters. Offsets of the text. */
export interface TextHints {
  /** Where bold type ends that begins with a line, by the start of the line. */
  readonly boldEnds?: ReadonlyMap<number, number>;
}

/** What is found in a text at the beginnings of its lines, and inside of them. */
export interface Markings {
  readonly turns: readonly Turn[];
  /** All that looks like a time, in the order of the text. */
  readonly times: readonly TimeMark[];
  /** The names of speakers and the times, in the order of the text; none holds another. */
  readonly marks: readonly TextRange[];
}

/** A line without its line break, and the label with which it may begin. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly label: Label | undefined;
}

/** Finds the speakers' turns and the times of a transcript; a text without any is none the worse. */
export function markingsOf(text: string, hints: TextHints = {}): Markings {
  const lines = linesOf(text, hints);
  const speakers = speakersAmong(lines.flatMap(({ label }) => label ?? []));
  const labels = lines.flatMap(({ label }) => (speakers.speakerOf(label) && label ? [label] : []));
  const times = timesOf(text, lines, labels);
  return {
    turns: turnsOf(text, lines, speakers),
    times,
    marks: marksOf(labels, areTimes(times) ? times : []),
  };
}

function marksOf(labels: readonly Label[], times: readonly TimeMark[]): TextRange[] {
  const all = [
    ...labels.map(({ start, end }) => ({ start, end })),
    ...times.map(({ range }) => range),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  return all.filter(({ end }) => {
    const isNew = end > reached;
    if (isNew) reached = end;
    return isNew;
  });
}

function linesOf(text: string, { boldEnds }: TextHints): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const next = lineEnd(text, start);
    const end = text.charAt(next - 1) === '\r' && next > start ? next - 1 : next;
    lines.push({ start, end, label: labelOf(text, start, end, boldEnds?.get(start)) });
    start = next + 1;
  }
  return lines;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function turnsOf(text: string, lines: readonly Line[], speakers: Speakers): Turn[] {
  if (speakers.names.length === 0) return [];
  // Where only the questions are marked, what follows them is the answer.
  const onlyAsks = speakers.names.every(isInterviewerName);
  const hasParagraphs = /\n[ \t\r]*\n/.test(text);
  const turns: Turn[] = [];
  let open: { label: Label; speaker: string; end: number } | undefined;
  const close = () => {
    if (!open) return;
    const { label, speaker, end } = open;
    const start = Math.min(firstWord(text, label.end, end), end);
    turns.push({
      speaker,
      isInterviewer: isInterviewerName(speaker),
      range: { start: label.start, end },
      speech: { start, end },
    });
    open = undefined;
  };
  for (const { start, end, label } of lines) {
    const isBlank = text.slice(start, end).trim() === '';
    const speaker = speakers.speakerOf(label);
    if (label && speaker !== undefined) {
      close();
      open = { label, speaker, end: Math.max(label.end, trimmedEnd(text, start, end)) };
    } else if (open && isBlank) {
      if (onlyAsks && open.end > open.label.end) close();
    } else if (open) {
      const isLater = open.end > open.label.end;
      if (HEADING.test(text.slice(start, Math.min(end, start + 8)))) close();
      else if (onlyAsks && isLater && (!hasParagraphs || timeAt(text, start, true))) close();
      else open.end = trimmedEnd(text, start, end);
    }
  }
  close();
  return turns;
}

/** A heading of Markdown ends what is said before it. */
const HEADING = /^#{1,6}[ \t]/;

function firstWord(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

/** So many bare times at the beginnings of lines are more than chance. */
const ENOUGH_BARE = 3;

/** The times of speakers, those in brackets, and where there are several those with which a line begins. */
function timesOf(text: string, lines: readonly Line[], labels: readonly Label[]): TimeMark[] {
  const found = new Map<number, TimeMark>();
  for (const { time, start } of labels) {
    if (time) found.set(time.range.start, { ...time, labelStart: start });
  }
  for (const { index } of text.matchAll(/[[{<#](?=\s*(?:\d|[Mm]in|t\s*=))/g)) {
    const time = timeAt(text, index, false);
    if (time && !found.has(index)) found.set(index, time);
  }
  const atStart = lines.flatMap(({ start, end }) => {
    const at = firstWord(text, start, end);
    const time = at < end ? timeAt(text, at, true) : undefined;
    return time && time.range.end <= end && !found.has(at) ? [time] : [];
  });
  const bare = atStart.filter(({ isBare }) => isBare);
  for (const time of atStart) {
    if (!time.isBare || bare.length >= ENOUGH_BARE) found.set(time.range.start, time);
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}
