import type { Element, Project } from '../project';
import { containsRange, touches, type TextRange } from '../text/range';
import { quotationAt } from './quotationAt';
import { locatorAt, passagesOf, type TextUri } from './passageOf';
import { distinctPlaces } from './places';
import { introductionsOf, subjectAt, type Introduction, type Subject } from './subjectAt';
import { usesOf } from './uses';

/** Where a thing is introduced, and the words from which the question was asked. */
export interface Definition {
  readonly origin: TextRange;
  /** Whether they introduce the thing themselves: then the targets are all that refers to it. */
  readonly isIntroduction: boolean;
  readonly targets: readonly Introduction[];
}

/**
 * Where the words at an offset lead: from a reference, a link, a `ref=` or a plain-text use of a construct to the places
 * where the thing is introduced; from such a place to the other ones, and to what refers to it. The value of `loc=` leads to
 * the passage in the file of the source.
 * @param textUri for editors that show texts of sources that are no text files
 */
export function definitionAt(
  project: Project,
  uri: string,
  offset: number,
  textUri?: TextUri,
): Definition | undefined {
  const locator = locatorAt(project, uri, offset);
  const passages = locator ? passagesOf(project, locator.evidence, locator.place, textUri) : [];
  if (locator && passages.length > 0) {
    return { origin: locator.range, isIntroduction: false, targets: distinctPlaces(passages) };
  }
  const at = subjectAt(project, uri, offset);
  // The words of a quotation lead to its source, unless some of them are a thing of their own.
  if (!at || at.by === 'text') {
    const passage = quotationAt(project, uri, offset, textUri);
    if (passage) {
      const { origin, target } = passage;
      return { origin, isIntroduction: false, targets: [{ ...target, whole: target.range }] };
    }
  }
  if (!at) return undefined;
  const introductions = distinctPlaces(introductionsOf(project, at.subject));
  const here = introductions.find((place) => place.uri === uri && touches(place.range, offset));
  const targets = (here && at.by === 'introduction' && leadingOn(project, at.subject, here)) || [];
  const found = targets.length > 0 ? targets : introductions;
  if (found.length === 0) return undefined;
  return { origin: at.range, isIntroduction: at.by === 'introduction', targets: found };
}

/** From an entry in YAML to the tag; from a tag to its entry and to what refers to it. */
function leadingOn(project: Project, subject: Subject, here: Introduction): Introduction[] {
  const others = introductionsOf(project, subject).filter(
    ({ uri, range }) => uri !== here.uri || range.start !== here.range.start,
  );
  const isEntry = subject.type === 'element' && !isTagOf(subject.element, here);
  if (isEntry && others.length > 0) return distinctPlaces(others);
  const uses = usesOf(project, subject)
    .filter(({ by }) => by !== 'mention')
    .map(({ uri, range }) => ({ uri, range, whole: range }));
  return distinctPlaces([...others, ...uses]);
}

function isTagOf({ tag }: Element, { uri, range }: Introduction): boolean {
  return tag?.uri === uri && containsRange(tag.source.range, range);
}
