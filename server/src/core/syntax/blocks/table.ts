import type { Span } from '../attributes';
import type { ContainerBuilder } from '../source';

/** A table: where it ends and what its cells hold. */
export interface Table {
  /** The first line after it. */
  readonly nextLine: number;
  /** Cells of one line each. */
  readonly cells: readonly Span[];
  /** Cells that hold blocks. */
  readonly blocks: readonly ContainerBuilder[];
  readonly isPipe: boolean;
}
