import { elementOfNode, type Element, type Project } from '../../project';
import type { Fix } from '../rule';
import { link } from './fixing';
import { labelOf } from './naming';
import { nearby } from './nearby';
import { tagStepAfter } from './tagNext';

/** Whether an attribute is written with something in it. */
export function says({ attributes }: Element, wanted: string): boolean {
  return attributes.some(
    ({ name, definition, phrases, text }) =>
      name === wanted && (definition.type === 'phrases' ? phrases.length > 0 : text.trim() !== ''),
  );
}

/** Whether a mechanism is but a rival explanation, named to be ruled out. */
export function isRival(project: Project, mechanism: Element): boolean {
  return project.linksTo(mechanism, 'rival').length > 0;
}

/** Nobody makes mechanisms of parts of parts deeper than this; to look further would cost time. */
const MAX_DEPTH = 16;

/** The mechanisms that an element is part of, from the nearest to the widest. */
export function wholesOf(project: Project, part: Element): Element[] {
  const wholes = new Set<Element>();
  const climb = (element: Element, depth: number): void => {
    for (const { to } of project.linksFrom(element, 'part-of')) {
      const whole = elementOfNode(to);
      if (!whole || wholes.has(whole)) continue;
      wholes.add(whole);
      if (depth < MAX_DEPTH) climb(whole, depth + 1);
    }
  };
  climb(part, 1);
  return [...wholes];
}

/** Whether a step or a part of a mechanism, or something inside one, passes a test. */
export function hasInside(
  project: Project,
  mechanism: Element,
  test: (part: Element) => boolean,
): boolean {
  const seen = new Set([mechanism]);
  const search = (element: Element, depth: number): boolean =>
    project.linksTo(element, 'part-of').some(({ from }) => {
      const part = elementOfNode(from);
      if (!part || seen.has(part)) return false;
      seen.add(part);
      return (
        test(part) || (part.kind === 'mechanism' && depth < MAX_DEPTH && search(part, depth + 1))
      );
    });
  return search(mechanism, 1);
}

/** The fixes that give a mechanism steps: those near it that belong to none yet, and the sentence behind it. */
export function stepFixes(project: Project, mechanism: Element): Fix[] {
  const free = nearby(project, mechanism, (candidate) =>
    candidate.kind === 'step' && project.linksFrom(candidate, 'part-of').length === 0
      ? 0
      : undefined,
  );
  return [
    ...free.flatMap((step) =>
      link(
        project,
        `Make ${labelOf(step)} a step of it`,
        { element: step, attribute: 'of' },
        { element: mechanism },
      ),
    ),
    ...tagStepAfter(project, mechanism),
  ];
}
