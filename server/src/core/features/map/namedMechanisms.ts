import type { Project } from '../../project';
import { nameOf } from '../naming';

/** The mechanisms of the files that take part and that have an id, by which a map can be focused on one; in their order. */
export function namedMechanisms(project: Project): { id: string; name: string }[] {
  return project
    .elementsOfKind('mechanism')
    .filter(({ place }) => project.file(place.uri)?.participates !== false)
    .flatMap((mechanism) =>
      mechanism.id === undefined ? [] : [{ id: mechanism.id, name: nameOf(mechanism) }],
    );
}
