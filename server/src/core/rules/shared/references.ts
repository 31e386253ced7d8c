import type { Place } from '../../model';
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

/** Whether the place of a reference holds just the reference, as far as that can be told without the text of the file. */
export function isExact(project: Project, use: ReferenceUse): boolean {
  const { attribute, place, target } = use;
  if (attribute?.origin !== 'tag') return isWritten(project, use);
  return (
    lengthOf(attribute.place) === attribute.text.length &&
    lengthOf(place) === sigilOf(use).length + target.length
  );
}

/** Whether the manuscript names a work by a key: in its text, or in an attribute with its `@`. */
export function namesWork(project: Project, key: string): boolean {
  return project.isCited(key) || project.firstInAttributes(key) !== undefined;
}

function lengthOf({ range }: Place): number {
  return range.end - range.start;
}
