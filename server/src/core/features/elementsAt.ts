import type { Element, Project } from '../project';
import { touches, type TextRange } from '../text/range';

/**
 * The elements whose text, marks or attributes hold an offset, innermost first; what is tagged by a heading holds its
 * section, and what `elements:` anchors in the prose the words that it quotes.
 */
export function elementsAt(project: Project, uri: string, offset: number): Element[] {
  const tags = project.file(uri)?.facts.tags ?? [];
  const around = tags
    .filter(({ extent }) => touches(extent, offset))
    .map((tag) => ({ range: tag.extent, element: project.elementOf(tag) }));
  const quoted = project.elements
    .filter(({ tag, place }) => !tag && place.uri === uri && touches(place.range, offset))
    .map((element) => ({ range: element.place.range, element }));
  const inner = [...around, ...quoted].sort((a, b) => compareInner(a.range, b.range));
  return [...new Set(inner.flatMap(({ element }) => element ?? []))];
}

/** Less than 0 where a range begins later, or at the same place and ends earlier. */
function compareInner(a: TextRange, b: TextRange): number {
  return b.start - a.start || a.end - b.end;
}
