import type { Tag } from '../../model';
import type { Element, Project } from '../../project';
import { tagsOf } from './faults';

/** Nobody nests tags deeper than this; to look further would cost time. */
const MAX_DEPTH = 32;

/** Whether the tagged words, passage or section of an element hold another element that passes a test. */
export function holds(
  project: Project,
  element: Element,
  test: (inner: Element) => boolean,
): boolean {
  const search = (outer: Tag, depth: number): boolean =>
    project.innerTags(outer).some((tag) => {
      const inner = project.elementOf(tag);
      const passes = inner !== undefined && inner !== element && test(inner);
      return passes || (depth < MAX_DEPTH && search(tag, depth + 1));
    });
  return tagsOf(element).some((tag) => search(tag, 1));
}

/** Whether an element stands, at least once, inside another element that passes a test. */
export function isHeldBy(
  project: Project,
  element: Element,
  test: (outer: Element) => boolean,
): boolean {
  return tagsOf(element).some((tag) => {
    let depth = 0;
    for (let around = tag.parent; around && depth < MAX_DEPTH; around = around.parent) {
      depth++;
      const outer = project.elementOf(around);
      if (outer && outer !== element && test(outer)) return true;
    }
    return false;
  });
}
