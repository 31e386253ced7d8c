import type { Span } from '../attributes';
import type { ContainerBuilder } from '../source';

/** A table: where it ends and what its cells hold. */
export interface Table {
  /** The first line after it. */
  readonly nextLine: number;
  /** Cells of inline text, which are read where they stand or were cut out. */
  readonly texts: readonly (Span | ContainerBuilder)[];
  /** Cells that hold blocks. */
  readonly blocks: readonly ContainerBuilder[];
  readonly isPipe: boolean;
}
