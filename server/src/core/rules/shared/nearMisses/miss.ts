import type { TextEdit } from '../../../text/textEdit';
import type { Problem } from '../../rule';

/** Something that Pandoc does not read as the author means it, and what to write instead. */
export interface Miss {
  readonly problem: Problem;
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
  /** The ids that a lost tag would have; a reference to one is not wrong, its target is. */
  readonly ids?: readonly string[];
}
