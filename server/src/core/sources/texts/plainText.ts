import { lineStarts } from '../../text/lineIndex';
import type { TextRange } from '../../text/range';
import { decodeSource } from './decodeSource';
import { timeMilestones } from './milestones';
import { Places, type Milestone } from './places';
import type { SourceText } from './sourceText';
import { runningHeads } from './runningHeads';
import { markingsOf } from './turns';

/** Reads plain text and Markdown: every character stands where it stands in the file as an editor opens it. */
export function readPlainText(bytes: Uint8Array): SourceText {
  const { text, note, inUtf8 } = decodeSource(bytes);
  return {
    ...plainSource(text),
    offsetInFile: inUtf8 ?? ((offset) => offset),
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * Finds speakers and places in a text that has been decoded.
 * @param minutes the minutes of the recording, where they are known otherwise than from the text
 */
export function plainSource(text: string, minutes: readonly Milestone[] = []): SourceText {
  const pages = pagesOf(text);
  return sourceWith(text, minutes, pages.length > 1 ? pages : [], numbered(lineStarts(text)));
}

/** The same for the text of a file that has pages, if only one, and no lines that anybody counts. */
export function pagedSource(text: string): SourceText {
  return sourceWith(text, [], pagesOf(text), []);
}

function sourceWith(
  text: string,
  minutes: readonly Milestone[],
  pages: readonly Milestone[],
  lines: readonly Milestone[],
): SourceText {
  const markings = markingsOf(text);
  const times = minutes.length > 0 ? { minutes } : timeMilestones(text, markings);
  const heads = runningHeads(
    text,
    pages.map(({ offset }) => offset),
    markings.turns,
  );
  const places = new Places({ ...times, pages, lines }, text.length);
  return {
    text,
    turns: markings.turns,
    marks: heads.length === 0 ? markings.marks : inOrder([...markings.marks, ...heads]),
    places: places.named,
    placeOf: (offset) => places.placeOf(offset),
    rangeOf: (place) => places.rangeOf(place),
  };
}

function inOrder(ranges: TextRange[]): TextRange[] {
  return ranges.sort((a, b) => a.start - b.start);
}

/** Programs that turn documents into text set pages apart by form feeds. */
function pagesOf(text: string): Milestone[] {
  return numbered([0, ...[...text.matchAll(/\f/g)].map(({ index }) => index + 1)]);
}

function numbered(offsets: readonly number[]): Milestone[] {
  return offsets.map((offset, index) => ({ offset, number: index + 1 }));
}
