import { VOCABULARY, type Kind } from '../../model';
import type { Project } from '../../project';
import { visibleText, type SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';
import { freshId } from '../tagging/freshId';

/** How much of a text an id is made of, in UTF-16 units. */
const BEGINNING = 200;

/** An id for a new element of a kind, made of the words that it tags. */
export function freeId(project: Project, kind: Kind, text: string): string {
  const awaited = new Set(VOCABULARY_NAMES.flatMap((name) => unknownIn(project, name)));
  const taken = {
    has: (id: string) =>
      project.element(id) !== undefined ||
      project.knownIds(id).length > 0 ||
      project.source(id) !== undefined ||
      awaited.has(id),
  };
  return freshId(taken, kind, text);
}

/** The ids that elements of a kind are referred to by though nothing has them yet. */
export function awaitedIds(project: Project, kind: Kind): string[] {
  const names = new Set(
    Object.values(project.vocabulary.kinds).flatMap(({ attributes }) =>
      Object.values(attributes).flatMap(({ name, targets }) =>
        targets?.includes(kind) ? [name] : [],
      ),
    ),
  );
  return [...new Set([...names].flatMap((name) => unknownIn(project, name)))];
}

/** The beginning of the words in a range, as their reader sees them. */
export function wordsIn(document: SyntaxDocument, range: TextRange | undefined): string {
  return range ? visibleText(document, range, BEGINNING).text.slice(0, BEGINNING).trim() : '';
}

const VOCABULARY_NAMES: readonly string[] = [
  ...new Set(
    Object.values(VOCABULARY.kinds).flatMap(({ attributes }) =>
      Object.values(attributes).flatMap(({ name, targets }) => (targets ? [name] : [])),
    ),
  ),
];

function unknownIn(project: Project, attribute: string): string[] {
  return project
    .brokenReferences(attribute)
    .flatMap(({ target, reference }) => (reference?.kind === 'citation' ? [] : [target]));
}
