import type { Element, Project } from '../../project';
import type { TextRange } from '../../text/range';

/** As many choices as a menu of fixes bears. */
export const MAX_CHOICES = 5;

/** Another file is farther away than anything in the same one. */
const FILE_DISTANCE = 10_000_000;

/** What stands in the same paragraph is nearer than anything outside it. */
const PARAGRAPH = 5_000;

/**
 * The elements nearest to another in the manuscript, nearest first. Of elements with the same id only
 * the first counts, and there are no more than a menu bears.
 * @param penalty how much farther away a candidate seems, in UTF-16 units; undefined for one that is out of the question
 */
export function nearby(
  project: Project,
  element: Element,
  penalty: (candidate: Element) => number | undefined,
): Element[] {
  const order = new Map(project.files.map(({ uri }, index) => [uri, index]));
  const fileOf = ({ place }: Element) => order.get(place.uri) ?? project.files.length;
  const text = project.file(element.place.uri)?.facts.document.text ?? '';
  const distance = (candidate: Element): number =>
    candidate.place.uri === element.place.uri
      ? gapBetween(text, element.place.range, candidate.place.range)
      : Math.abs(fileOf(candidate) - fileOf(element)) * FILE_DISTANCE;
  return project.elements
    .flatMap((candidate) => {
      if (candidate === element || isShadowed(project, candidate)) return [];
      const extra = penalty(candidate);
      return extra === undefined ? [] : [{ candidate, distance: distance(candidate) + extra }];
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_CHOICES)
    .map(({ candidate }) => candidate);
}

function gapBetween(text: string, a: TextRange, b: TextRange): number {
  const [start, end] = a.start <= b.start ? [a.end, b.start] : [b.end, a.start];
  if (end <= start) return 0;
  const sameParagraph = end - start < PARAGRAPH && !/\n[ \t]*\r?\n/.test(text.slice(start, end));
  return end - start + (sameParagraph ? 0 : PARAGRAPH);
}

function isShadowed(project: Project, candidate: Element): boolean {
  return candidate.id !== undefined && project.element(candidate.id) !== candidate;
}
