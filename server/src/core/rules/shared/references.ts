import type { Project, ReferenceUse } from '../../project';
import { textOf } from './texts';

/** The `#` or `@` before a reference, where the author wrote one. */
export function sigilOf({ reference }: ReferenceUse): '#' | '@' | '' {
  return reference?.sigil ?? '';
}

/** Whether the place of a reference holds the reference itself, so that it can be edited there. */
export function isWritten(project: Project, use: ReferenceUse): boolean {
  const { uri, range } = use.place;
  return textOf(project, uri)?.slice(range.start, range.end) === sigilOf(use) + use.target;
}
