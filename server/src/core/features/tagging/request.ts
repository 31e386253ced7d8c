import type { Kind } from '../../model';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { Verified } from './verify';

/** A selection that is to become a tag. */
export interface Request {
  readonly kind: Kind;
  /** An id that is free, made of the text in a range. */
  readonly idOf: (range: TextRange) => string;
  /** Without white space at its ends. */
  readonly selection: TextRange;
}

/** The edits that make it one, and the text after them. */
export interface Tagged extends Verified {
  readonly edits: readonly TextEdit[];
}
