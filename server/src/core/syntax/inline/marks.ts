/** What a renderer has to know about a piece of inline text. */
export const enum Mark {
  /** Markup that the reader does not see. */
  Hidden,
  /** The opening of a construct, hidden; emphasis and quotes do not reach across it. */
  Enter,
  /** The closing of a construct, hidden. */
  Leave,
  /** The opening and closing of brackets that are text, which emphasis and quotes do not reach across either. */
  EnterText,
  LeaveText,
  /** The opening and closing of a note. */
  EnterNote,
  LeaveNote,
  /** `<span …>` and `</span>`, hidden. */
  SpanOpen,
  SpanClose,
  /** Code without its backticks. */
  Code,
  Math,
  /** An address, as it stands. */
  Verbatim,
  /** A citation, as it stands. */
  Citation,
  /** What the reader sees otherwise. */
  Replaced,
}

/** A marked piece; `start` and `end` are offsets into the text that was scanned. */
export interface MarkedPiece {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
  /** What the reader sees in place of `Replaced`. */
  readonly replacement: string;
}
