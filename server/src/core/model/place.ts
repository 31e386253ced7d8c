import type { TextRange } from '../text/range';

/** A range in a file. */
export interface Place {
  readonly uri: string;
  readonly range: TextRange;
}
