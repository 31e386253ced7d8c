/** What the requests have in common by which something is made that is given away; see {@link ./protocol} for the others. */
import type { Access } from '../core/project';

/** What a request says that makes something to be given away. */
export interface ExportParams {
  /** The strictest access that its readers have; left out, they have what is open. */
  readonly include?: Access;
}

/** The text of a file that is given away. */
export interface ExportedText {
  readonly text: string;
  /** What was held back from it, in sentences without full stops. */
  readonly notes: readonly string[];
}
