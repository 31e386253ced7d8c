import type { Element, Project } from '../project';
import { touches } from '../text/range';

/**
 * The elements whose text, marks or attributes hold an offset, innermost first; what is tagged by a heading holds its
 * section.
 */
export function elementsAt(project: Project, uri: string, offset: number): Element[] {
  const tags = project.file(uri)?.facts.tags ?? [];
  const around = tags.filter(({ extent }) => touches(extent, offset)).reverse();
  return [...new Set(around.flatMap((tag) => project.elementOf(tag) ?? []))];
}
