import type { TextEdit } from '../../../text/textEdit';
import type { Problem } from '../../rule';

/** Something that Pandoc does not read as the author means it, and what to write instead. */
export interface Miss {
  readonly problem: Problem;
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}
