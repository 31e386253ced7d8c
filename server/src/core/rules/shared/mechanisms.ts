import {
  attributesOf,
  elementOfNode,
  partsOf,
  stepsOf,
  type Element,
  type Project,
} from '../../project';

/** Whether an attribute is written with something in it. */
export function says(element: Element, name: string): boolean {
  return attributesOf(element, name).some(({ definition, phrases, text }) =>
    definition.type === 'phrases' ? phrases.length > 0 : text.trim() !== '',
  );
}

/** Whether a mechanism is but a rival explanation, named to be ruled out. */
export function isRival(project: Project, mechanism: Element): boolean {
  return project.linksTo(mechanism, 'rival').length > 0;
}

/** The mechanisms that an element is part of, from the nearest to the widest. */
export function wholesOf(project: Project, part: Element): Element[] {
  const wholes = new Set<Element>();
  const climb = (element: Element): void => {
    for (const { to } of project.linksFrom(element, 'part-of')) {
      const whole = elementOfNode(to);
      if (!whole || wholes.has(whole)) continue;
      wholes.add(whole);
      climb(whole);
    }
  };
  climb(part);
  return [...wholes];
}

/** The steps of a mechanism and of its parts, and the parts themselves. */
export function insideOf(project: Project, mechanism: Element): Element[] {
  const inside = new Set<Element>();
  const enter = (element: Element): void => {
    for (const part of [...stepsOf(project, element), ...partsOf(project, element)]) {
      if (part === mechanism || inside.has(part)) continue;
      inside.add(part);
      if (part.kind === 'mechanism') enter(part);
    }
  };
  enter(mechanism);
  return [...inside];
}
