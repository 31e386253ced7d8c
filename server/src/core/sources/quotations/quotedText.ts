import type { TextRange } from '../../text/range';

/** A turn of a conversation, as far as quotations need it. */
export interface SpokenTurn {
  readonly speaker: string;
  readonly isInterviewer: boolean;
  /** Of the words alone. */
  readonly speech: TextRange;
}

/** A text in which quotations are looked up. */
export interface QuotedText {
  readonly text: string;
  /** In the order of the text; empty where no speakers are named. */
  readonly turns: readonly SpokenTurn[];
  /** What is nobody's words: names of speakers, times. In the order of the text. */
  readonly marks: readonly TextRange[];
}
