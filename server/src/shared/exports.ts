/** What the requests have in common by which something is made that is given away; see {@link ./protocol} for the others. */
import type { Access } from '../core/project';

/** What a request says that makes something to be given away. */
export interface ExportParams {
  /** The strictest access that its readers have; left out, they have what is open. */
  readonly include?: Access;
  /** Whether names of the list of pseudonyms may be in it. */
  readonly allowRealNames?: boolean;
}

/** The text of a file that is given away, or why it must not be: real names are in it. */
export type ExportedText = WrittenText | { readonly realNames: string };

interface WrittenText {
  readonly text: string;
  /** What was held back from it, in sentences without full stops. */
  readonly notes: readonly string[];
}

/** Client to server: how much evidence others may not read. Params {@link HeldBackParams}, result {@link HeldBackResult}. */
export const HELD_BACK = 'warrant/heldBack';

/** Whose evidence is meant; without a file, that of all projects. */
export interface HeldBackParams {
  readonly uri?: string;
}

/** How many pieces of evidence others may not read, by their access. */
export interface HeldBackResult {
  readonly restricted: number;
  readonly confidential: number;
}
