import type { Place } from '../model';
import type { Project } from '../project';
import { distinctPlaces } from './places';
import { linksToId } from './renaming/linksToId';
import { introductionsOf, subjectAt, type Subject } from './subjectAt';
import { usesOf } from './uses';

/**
 * All uses of the element, source, work or id at an offset: attributes at either end, links, citations, the registry
 * and, for a construct, its term in plain text.
 * @param withIntroduction whether the places where it is introduced come first.
 */
export function referencesAt(
  project: Project,
  uri: string,
  offset: number,
  withIntroduction = false,
): Place[] {
  const at = subjectAt(project, uri, offset);
  if (!at) return [];
  const introductions = withIntroduction ? introductionsOf(project, at.subject) : [];
  const uses = [...usesOf(project, at.subject), ...linksTo(project, at.subject)];
  return distinctPlaces(
    [...introductions, ...uses].map((place) => ({
      uri: place.uri,
      range: place.range,
    })),
  );
}

/** The links that lead to an id by way of its file, or in raw HTML. */
function linksTo(project: Project, subject: Subject): Place[] {
  const id =
    subject.type === 'element'
      ? subject.element.id
      : subject.type === 'id'
        ? subject.known.id
        : undefined;
  if (id === undefined) return [];
  return project.files.flatMap(({ uri }) =>
    linksToId(project, uri, { of: 'id', id }).map((range) => ({ uri, range })),
  );
}
