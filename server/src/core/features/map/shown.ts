import type { Element, Project } from '../../project';
import { elementOfNode, partsOf } from '../../project';

/** The mechanisms that a map shows, and what each is a part of. */
export interface ShownMechanisms {
  /** In the order in which they are drawn; the whole before its parts. */
  readonly mechanisms: readonly Element[];
  /** The mechanism that one is drawn inside. */
  readonly wholeOf: (mechanism: Element) => Element | undefined;
}

/** The mechanisms of a project, or the one that a focus is about, with their parts. */
export function shownMechanisms(project: Project, focus: string | undefined): ShownMechanisms {
  const all = project.elementsOfKind('mechanism').filter((element) => takesPart(project, element));
  const tops =
    focus === undefined
      ? all.filter((mechanism) => wholesOf(project, mechanism).length === 0)
      : mechanismsAbout(project, focus);
  const wholes = new Map<Element, Element | undefined>();
  const visit = (mechanism: Element, whole: Element | undefined): void => {
    if (wholes.has(mechanism)) return;
    wholes.set(mechanism, whole);
    for (const part of partsOf(project, mechanism)) visit(part, mechanism);
  };
  for (const mechanism of tops) visit(mechanism, undefined);
  // Mechanisms that are parts of each other have no top; none may be lost for it.
  if (focus === undefined) for (const mechanism of all) visit(mechanism, undefined);
  return { mechanisms: [...wholes.keys()], wholeOf: (mechanism) => wholes.get(mechanism) };
}

/**
 * The mechanisms that a map of an element shows: itself, the one that it is a step of or reports, those that it is
 * evidence for, those that a construct sets off or comes of. Empty for an id that nothing has, or that leads to none.
 */
export function mechanismsAbout(project: Project, id: string): readonly Element[] {
  const element = project.element(id);
  if (!element) return [];
  const found = new Set<Element>();
  const add = (candidate: Element | undefined): void => {
    if (candidate?.kind === 'mechanism') found.add(candidate);
    else if (candidate?.kind === 'step')
      wholesOf(project, candidate).forEach((one) => found.add(one));
  };
  add(element);
  if (found.size > 0) return [...found];
  const near = [element];
  if (element.kind === 'evidence') {
    for (const { to } of project.linksFrom(element)) {
      const target = elementOfNode(to);
      if (target) near.push(target);
    }
  }
  for (const one of near) {
    add(one);
    for (const { to } of project.linksFrom(one, 'reports')) add(elementOfNode(to));
    for (const role of ['trigger', 'outcome', 'instantiates', 'rival'] as const) {
      for (const { from } of project.linksTo(one, role)) add(elementOfNode(from));
    }
  }
  return [...found];
}

/** What an element is a part of. */
export function wholesOf(project: Project, element: Element): Element[] {
  return project.linksFrom(element, 'part-of').flatMap(({ to }) => elementOfNode(to) ?? []);
}

/** Whether an element stands in a file that takes part. */
export function takesPart(project: Project, { place }: Element): boolean {
  return project.file(place.uri)?.participates !== false;
}
