import type { Place } from '../model';
import type { Project } from '../project';
import { distinctPlaces } from './places';
import { introductionsOf, subjectAt } from './subjectAt';
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
  return distinctPlaces(
    [...introductions, ...usesOf(project, at.subject)].map((place) => ({
      uri: place.uri,
      range: place.range,
    })),
  );
}
