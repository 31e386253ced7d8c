import type { Place } from '../model';
import type { Element, Project, ReferenceUse } from '../project';
import { mentionsOf } from '../project/mentions';
import { distinctPlaces } from './places';
import type { Subject } from './subjectAt';

/** A place at which a thing is used. */
export interface Use extends Place {
  /** Named in an attribute, a link or a citation, or used by its term in plain text. */
  readonly by: 'attribute' | 'link' | 'citation' | 'mention';
}

/** Every place that names a thing or, for a construct, uses its term; in the order of files, then of the text. */
export function usesOf(project: Project, subject: Subject): Use[] {
  const known =
    subject.type === 'element' ? project.referencesTo(subject.element) : project.references;
  const uses: Use[] = known
    .filter((use) => names(use, subject))
    .map(({ place, by }) => ({ ...place, by }));
  if (subject.type === 'element' && subject.element.kind === 'construct') {
    uses.push(...mentionUses(project, subject.element));
  }
  const order = new Map(project.files.map(({ uri }, index) => [uri, index]));
  const rank = (uri: string) => order.get(uri) ?? order.size;
  return distinctPlaces(uses).sort(
    (a, b) => rank(a.uri) - rank(b.uri) || a.range.start - b.range.start,
  );
}

function mentionUses(project: Project, construct: Element): Use[] {
  return [...mentionsOf(project).of(construct)]
    .filter(({ place }) => project.file(place.uri)?.participates)
    .map(({ place }) => ({ ...place, by: 'mention' }));
}

function names(use: ReferenceUse, subject: Subject): boolean {
  const { target, by, reference, resolution } = use;
  switch (subject.type) {
    case 'element':
      return resolution?.type === 'element' && resolution.element === subject.element;
    case 'source':
      return resolution?.type === 'source' && resolution.source.id === subject.source.id;
    case 'citation':
      return resolution?.type === 'citation' && resolution.key === subject.key;
    case 'id':
      return resolution?.type === 'id' && resolution.known.id === subject.known.id;
    case 'unknown':
      return !resolution && target === subject.id && (by === 'link' || reference?.kind === 'id');
  }
}
