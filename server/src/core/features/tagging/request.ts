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
  /** Further attributes as they are written, such as `supports=c-trust`. */
  readonly attributes: readonly string[];
}

/** The edits that make it one, and the text after them. */
export interface Tagged extends Verified {
  readonly edits: readonly TextEdit[];
}

/**
 * What stands between the braces of a new tag. Where tagging has to change the text as well, by a backslash before a
 * bracket or a blank line before a fence, the id stands before the class: so untagging knows what to take back, and
 * leaves alone what the author has written so (see `untag`).
 */
export function marks({ kind, attributes }: Request, id: string, changesText = false): string {
  const own = changesText ? [`#${id}`, `.${kind}`] : [`.${kind}`, `#${id}`];
  return [...own, ...attributes].join(' ');
}
