import type { Tag } from '../../model';
import type { Element, Project } from '../../project';

/** The elements whose tagged words, passage or section hold another element that passes a test. */
export function holdersOf(
  project: Project,
  test: (element: Element) => boolean,
): ReadonlySet<Element> {
  const holders = new Set<Element>();
  const climbed = new Set<Tag>();
  for (const tag of allTags(project)) {
    const inner = project.elementOf(tag);
    if (!inner || !test(inner)) continue;
    for (let outer = tag.parent; outer && !climbed.has(outer); outer = outer.parent) {
      climbed.add(outer);
      const holder = project.elementOf(outer);
      if (holder && holder !== inner) holders.add(holder);
    }
  }
  return holders;
}

/** The elements that stand, at least once, inside another element that passes a test. */
export function heldBy(
  project: Project,
  test: (element: Element) => boolean,
): ReadonlySet<Element> {
  const held = new Set<Element>();
  const inside = new Set<Tag>();
  // A tag comes before those that it covers.
  for (const tag of allTags(project)) {
    const outer = tag.parent && project.elementOf(tag.parent);
    const inner = project.elementOf(tag);
    const isInside =
      tag.parent !== undefined &&
      (inside.has(tag.parent) || (outer !== undefined && outer !== inner && test(outer)));
    if (!isInside) continue;
    inside.add(tag);
    if (inner) held.add(inner);
  }
  return held;
}

function allTags(project: Project): Tag[] {
  return project.files.flatMap(({ facts }) => facts.tags);
}
