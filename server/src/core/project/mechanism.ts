import { attributeOf, attributesOf, valueOf, type Element } from './element';
import { elementOfNode } from './link';
import type { Project } from './project';

/** The steps of a mechanism in their order: by number and branch, by `after`, else as they stand in the text. */
export function stepsOf(project: Project, mechanism: Element): Element[] {
  const steps = project
    .linksTo(mechanism, 'part-of')
    .flatMap(({ from }) => elementOfNode(from) ?? [])
    .filter(({ kind }) => kind === 'step');
  return orderSteps(project, steps);
}

/** The mechanisms that are parts of a mechanism. */
export function partsOf(project: Project, mechanism: Element): Element[] {
  return project
    .linksTo(mechanism, 'part-of')
    .flatMap(({ from }) => elementOfNode(from) ?? [])
    .filter(({ kind }) => kind === 'mechanism');
}

/** The claims that report a mechanism. */
export function claimsOf(project: Project, mechanism: Element): Element[] {
  return project.linksTo(mechanism, 'reports').flatMap(({ from }) => elementOfNode(from) ?? []);
}

/** Whether a mechanism says what sets it off, by attribute or by a step at that position. */
export function hasTrigger(project: Project, mechanism: Element): boolean {
  return hasEnd(project, mechanism, 'trigger');
}

/** Whether a mechanism says what it produces, by attribute or by a step at that position. */
export function hasOutcome(project: Project, mechanism: Element): boolean {
  return hasEnd(project, mechanism, 'outcome');
}

function hasEnd(project: Project, mechanism: Element, end: 'trigger' | 'outcome'): boolean {
  return (
    attributesOf(mechanism, end).some(({ text }) => text.trim() !== '') ||
    stepsOf(project, mechanism).some((step) => valueOf(step, 'position') === end)
  );
}

/** Sorts the steps; one that is said to come `after` another stands behind it. Cycles keep the order of the text. */
function orderSteps(project: Project, steps: readonly Element[]): Element[] {
  const inText = new Map(steps.map((step, index) => [step.key, index]));
  const numbered = [...steps].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      branch(a).localeCompare(branch(b)) ||
      (inText.get(a.key) ?? 0) - (inText.get(b.key) ?? 0),
  );
  const ordered: Element[] = [];
  const placed = new Set<string>();
  const place = (step: Element): void => {
    if (placed.has(step.key)) return;
    placed.add(step.key);
    for (const { to } of project.linksFrom(step, 'after')) {
      const earlier = elementOfNode(to);
      if (earlier && inText.has(earlier.key)) place(earlier);
    }
    ordered.push(step);
  };
  numbered.forEach(place);
  return ordered;
}

function rank(step: Element): number {
  const match = /^\d+/.exec(attributeOf(step, 'n')?.text ?? '');
  return match ? Number(match[0]) : Number.MAX_SAFE_INTEGER;
}

function branch(step: Element): string {
  return /[a-z]$/i.exec(attributeOf(step, 'n')?.text ?? '')?.[0] ?? '';
}
