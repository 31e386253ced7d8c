import { lineStarts } from '../../text/lineIndex';
import { decodeSource } from './decodeSource';
import { timeMilestones } from './milestones';
import { Places, type Milestone } from './places';
import type { SourceText } from './sourceText';
import { markingsOf } from './turns';

/** Reads plain text and Markdown: every character stands where it stands in the file. */
export function readPlainText(bytes: Uint8Array): SourceText {
  const { text, note } = decodeSource(bytes);
  return { ...plainSource(text), ...(note === undefined ? {} : { note }) };
}

/** Finds speakers and places in a text that has been decoded. */
export function plainSource(text: string): SourceText {
  const markings = markingsOf(text);
  const places = new Places(
    { ...timeMilestones(text, markings), pages: pagesOf(text), lines: numbered(lineStarts(text)) },
    text.length,
  );
  return {
    text,
    turns: markings.turns,
    marks: markings.marks,
    places: places.named,
    placeOf: (offset) => places.placeOf(offset),
    rangeOf: (place) => places.rangeOf(place),
    offsetInFile: (offset) => offset,
  };
}

/** Programs that turn documents into text set pages apart by form feeds. */
function pagesOf(text: string): Milestone[] {
  const breaks = [...text.matchAll(/\f/g)].map(({ index }) => index + 1);
  return breaks.length === 0 ? [] : numbered([0, ...breaks]);
}

function numbered(offsets: readonly number[]): Milestone[] {
  return offsets.map((offset, index) => ({ offset, number: index + 1 }));
}
