import type { TextRange } from '../../text/range';

/** What one speaker says without a break. Offsets of the source's text. */
export interface Turn {
  /** As the source calls the speaker, in the spelling that comes first. */
  readonly speaker: string;
  /** Whether the name is one by which who asks is called (`INT`, `Interviewer`, `Q`). */
  readonly isInterviewer: boolean;
  /** With the name. */
  readonly range: TextRange;
  /** The words alone. */
  readonly speech: TextRange;
}

/** The text of a source: a transcript, field notes, a document. Offsets are 0-based UTF-16 offsets into `text`. */
export interface SourceText {
  /** What is written or said, line by line. */
  readonly text: string;
  /** In the order of the text; empty where no speakers are named. */
  readonly turns: readonly Turn[];
  /** What stands in the text and is nobody's words: names of speakers and times, in the order of the text. */
  readonly marks: readonly TextRange[];
  /** What a reader should know of how the file was read, such as its encoding. */
  readonly note?: string;
  /** Where an offset is, as `loc=` says it: `min 12` where times are known, else `p. 4`, `para. 7` or `l. 33`. */
  placeOf(offset: number): string | undefined;
  /** The part of the text to which a value of `loc=` leads; undefined for one that is not understood or not there. */
  rangeOf(place: string): TextRange | undefined;
  /** The times or pages of the text in its order; none where it only has lines and paragraphs. */
  readonly places: readonly NamedPlace[];
  /** The offset in the file as an editor shows it; only where the file is text. */
  offsetInFile?(offset: number): number;
}

/** A part of a text with its place, as `loc=` says it. */
export interface NamedPlace {
  readonly name: string;
  readonly range: TextRange;
}

/** The turn in which an offset lies. */
export function turnAt({ turns }: Pick<SourceText, 'turns'>, offset: number): Turn | undefined {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.range.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const turn = turns[low];
  return turn && turn.range.start <= offset ? turn : undefined;
}
