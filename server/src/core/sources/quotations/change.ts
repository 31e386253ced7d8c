import type { TextRange } from '../../text/range';

/** In what a quotation differs from its source. */
export type ChangeKind =
  /** A negation is dropped, added or changed. */
  | 'negation'
  /** A number is dropped, added or changed. */
  | 'number'
  /** Another quantity than the source's, as words have it: *few* for *most*. */
  | 'quantity'
  /** A modal verb is dropped, added or changed. */
  | 'modal'
  /** Words are left out without a mark. */
  | 'cut'
  /** What does not stand together is quoted as if it did. */
  | 'joined'
  /** Somebody else says it: who asks, or another informant. */
  | 'speaker'
  /** Other words. */
  | 'wording'
  /** Words that the source does not have, and many of them. */
  | 'added'
  /** The same words in another order. */
  | 'order';

/** A difference between a quotation and its source. */
export interface Change {
  readonly kind: ChangeKind;
  /** Whether a careful co-author would object; else it is worth a look. */
  readonly isGrave: boolean;
  /** The words of the source, as they stand there; empty where it has none. */
  readonly source: string;
  /** The words of the quotation; empty where words are left out. */
  readonly quoted: string;
  /** Who says it, where somebody else does. */
  readonly speaker?: string;
  /** Of a negation: how many the quotation has more than its source; negative where it lost one. */
  readonly negations?: number;
  /** In the source's text; empty where words are put in, at the place where they would stand. */
  readonly sourceRange: TextRange;
  /** In the quotation's text; empty where words are left out, at the place where they would stand. */
  readonly quotedRange: TextRange;
}
