import { lastNotAbove } from '../../text/lineIndex';
import type { TextRange } from '../../text/range';
import { readCues, type Cue } from './cues';
import { decodeSource } from './decodeSource';
import { labelOf } from './labels';
import { Places, type Milestone } from './places';
import type { SourceText, Turn } from './sourceText';
import { isInterviewerName } from './speakerWords';
import { speakersAmong } from './speakers';

/** Silence after which a new line begins, in seconds. */
const PAUSE = 2;

/** A piece of the text that stands in the file as it is. */
interface Piece {
  readonly start: number;
  readonly inFile: number;
}

/**
 * Reads WebVTT (W3C WebVTT §4) and SubRip: the cues are joined to what was said, a line for each speaker; times become
 * places, and names (`<v Anna>`, `ANNA:`) speakers.
 * @throws {Error} where no cue can be read
 */
export function readSubtitles(bytes: Uint8Array): SourceText {
  const { text: file, note, inUtf8 } = decodeSource(bytes);
  const { cues, broken } = readCues(file);
  if (cues.length === 0) {
    throw new Error(
      'it holds no cues (lines such as 00:00:01.000 --> 00:00:04.000 with text below)',
    );
  }
  const joined = join(cues);
  const places = new Places({ minutes: joined.minutes }, joined.text.length);
  const starts = joined.pieces.map(({ start }) => start);
  const notes = [
    note,
    broken > 0 ? `${broken} of the lines with times cannot be read` : undefined,
  ].filter((one) => one !== undefined);
  return {
    text: joined.text,
    turns: joined.turns,
    marks: [],
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
    places: places.named,
    placeOf: (offset) => places.placeOf(offset),
    rangeOf: (place) => places.rangeOf(place),
    offsetInFile: (offset) => {
      const piece = joined.pieces[lastNotAbove(starts, offset)];
      const at = piece ? piece.inFile + Math.max(0, offset - piece.start) : 0;
      return inUtf8?.(at) ?? at;
    },
  };
}

interface Joined {
  readonly text: string;
  readonly turns: readonly Turn[];
  readonly minutes: readonly Milestone[];
  readonly pieces: readonly Piece[];
}

function join(cues: readonly Cue[]): Joined {
  const parts = cues.flatMap((cue) =>
    cue.voices.map((voice) => ({
      ...voice,
      cue,
      label: labelOf(voice.text, 0, voice.text.length),
    })),
  );
  const speakers = speakersAmong(parts.flatMap(({ label }) => label ?? []));
  let text = '';
  let previous: { speaker: string | undefined; end: number } | undefined;
  const turns: { speaker: string; range: TextRange }[] = [];
  const minutes: Milestone[] = [];
  const pieces: Piece[] = [];
  for (const part of parts) {
    const name = speakers.speakerOf(part.label);
    const skipped = name === undefined ? 0 : (part.label?.end ?? 0);
    const words = part.text.slice(skipped);
    // A cue without a name goes on with who spoke last, as long as names are given in this way.
    const speaker =
      part.speaker ?? name ?? (speakers.names.length > 0 ? previous?.speaker : undefined);
    const isNew = speaker !== previous?.speaker || part.cue.start - (previous?.end ?? 0) > PAUSE;
    if (text !== '') text += isNew ? '\n' : ' ';
    const start = text.length;
    const minute = Math.floor(part.cue.start / 60);
    if (minutes.at(-1)?.number !== minute) minutes.push({ offset: start, number: minute });
    text += words;
    for (const { at, inFile } of part.pieces) {
      if (at >= skipped) pieces.push({ start: start + at - skipped, inFile });
      else pieces.push({ start, inFile: inFile + skipped - at });
    }
    const range = { start, end: text.length };
    const last = turns.at(-1);
    if (speaker !== undefined && last && speaker === previous?.speaker) {
      turns[turns.length - 1] = { speaker, range: { start: last.range.start, end: range.end } };
    } else if (speaker !== undefined) turns.push({ speaker, range });
    previous = { speaker, end: part.cue.end };
  }
  return {
    text,
    minutes,
    pieces,
    turns: turns.map(({ speaker, range }) => ({
      speaker,
      isInterviewer: isInterviewerName(speaker),
      range,
      speech: range,
    })),
  };
}
