import type { Project } from '../project';
import type { TextRange } from '../text/range';
import { distinctPlaces } from './places';
import { introductionsOf, subjectAt } from './subjectAt';
import { usesOf } from './uses';

/** A place in the file that has to do with what stands at the caret. */
export interface Highlight {
  readonly range: TextRange;
  /** `introduction`: the thing gets its name here; `reference`: it is named; `mention`: its term is used. */
  readonly role: 'introduction' | 'reference' | 'mention';
}

/** The places in a file that introduce, name or mention the thing at an offset of that file, in order. */
export function highlightsAt(project: Project, uri: string, offset: number): Highlight[] {
  const at = subjectAt(project, uri, offset);
  if (!at) return [];
  const introductions = introductionsOf(project, at.subject).map((place) => ({
    uri: place.uri,
    range: place.range,
    role: 'introduction' as const,
  }));
  const uses = usesOf(project, at.subject).map((use) => ({
    uri: use.uri,
    range: use.range,
    role: use.by === 'mention' ? ('mention' as const) : ('reference' as const),
  }));
  return distinctPlaces([...introductions, ...uses])
    .filter((place) => place.uri === uri)
    .map(({ range, role }) => ({ range, role }))
    .sort((a, b) => a.range.start - b.range.start);
}
