import type { Attributed, SyntaxDocument } from '../syntax';
import type { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/range';
import { readTags, type Tag } from './tag';
import type { Vocabulary } from './vocabulary';

/** An identifier that a file defines and that a reference or link may name. */
export interface KnownId {
  readonly id: string;
  readonly range: TextRange;
  readonly kind: 'element' | 'heading' | 'cell' | 'equation' | 'example';
  /** What bears it; absent for what has no attributes. */
  readonly source?: Attributed;
}

/** What one file says, by itself. */
export interface FileFacts {
  readonly uri: string;
  readonly document: SyntaxDocument;
  readonly lines: LineIndex;
  readonly tags: readonly Tag[];
  readonly ids: readonly KnownId[];
  /** Whether it holds a span of a Warrant kind (a bare step aside), or any tag with an attribute of the vocabulary. */
  readonly tagged: boolean;
}

/** Reads the facts of a parsed file. */
export function readFacts(
  uri: string,
  document: SyntaxDocument,
  vocabulary: Vocabulary,
): FileFacts {
  const tags = readTags(uri, document, vocabulary);
  return {
    uri,
    document,
    lines: document.lines,
    tags,
    ids: knownIds(document),
    tagged: tags.some(isPlainlyOurs),
  };
}

/**
 * Whether a tag alone shows that its file was tagged for Warrant. Bare spans of class `step` or `phase` also style the
 * parts of diagrams and numbers of instructions, so that a step needs an id or an attribute.
 */
function isPlainlyOurs({ kind, id, source, attributes }: Tag): boolean {
  if (attributes.some(({ origin }) => origin === 'tag')) return true;
  return source.carrier === 'span' && (kind !== 'step' || id !== undefined);
}

function knownIds(document: SyntaxDocument): KnownId[] {
  const ids: KnownId[] = [];
  for (const source of document.elements) {
    const { id, automaticId, carrier, range } = source;
    const kind = carrier === 'heading' ? 'heading' : 'element';
    if (id) ids.push({ id: id.value, range: id.range, kind, source });
    else if (automaticId) ids.push({ id: automaticId, range, kind, source });
  }
  for (const { id, kind, range } of document.labels) ids.push({ id, range, kind });
  return ids;
}
