import type { Attributed, SyntaxDocument } from '../syntax';
import type { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/range';
import type { Tag } from './tag';

/** An identifier that a file defines and that a reference or link may name. */
export interface KnownId {
  readonly id: string;
  readonly range: TextRange;
  readonly kind: 'element' | 'heading' | 'cell' | 'equation' | 'example';
  /** What bears it; absent for a label. */
  readonly source?: Attributed;
}

/**
 * What one file says, by itself. Who reads `document`, `lines`, `tags` or `ids` in a check depends on the whole file, and
 * is asked again when anything in it changes.
 */
export interface FileFacts {
  readonly uri: string;
  readonly document: SyntaxDocument;
  readonly lines: LineIndex;
  readonly tags: readonly Tag[];
  readonly ids: readonly KnownId[];
  /** Whether it holds a span of a Warrant kind (a bare step aside), or any tag with an attribute of the vocabulary. */
  readonly tagged: boolean;
}
