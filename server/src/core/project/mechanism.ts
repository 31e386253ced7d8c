import type { Kind } from '../model';
import { attributeOf, attributesOf, valueOf, type Element } from './element';
import { elementOfNode } from './link';
import { perKey } from './perProject';
import type { Project } from './project';

/** The steps of a mechanism in their order: by number and branch, by `after`, else as they stand in the text. */
export const stepsOf = perKey((project, mechanism: Element): readonly Element[] =>
  orderSteps(project, ofKind(project, mechanism, 'step')),
);

/** The mechanisms that are parts of a mechanism. */
export function partsOf(project: Project, mechanism: Element): readonly Element[] {
  return ofKind(project, mechanism, 'mechanism');
}

/** Whether a mechanism has steps or parts. */
export function hasParts(project: Project, mechanism: Element): boolean {
  return project.linksTo(mechanism, 'part-of').some(({ from }) => {
    const kind = elementOfNode(from)?.kind;
    return kind === 'step' || kind === 'mechanism';
  });
}

function ofKind(project: Project, mechanism: Element, kind: Kind): Element[] {
  const parts: Element[] = [];
  for (const { from } of project.linksTo(mechanism, 'part-of')) {
    const part = elementOfNode(from);
    if (part?.kind === kind) parts.push(part);
  }
  return parts;
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
  const numbered = steps
    .map((step, index) => ({ step, index, ...numberOf(step) }))
    .sort((a, b) => a.rank - b.rank || compareBranches(a.branch, b.branch) || a.index - b.index);
  const inNumbers = numbered.map(({ step }) => step);
  if (!steps.some((step) => project.linksFrom(step, 'after').length > 0)) return inNumbers;
  const members = new Set(steps);
  const earlierOf = (step: Element): Element[] =>
    project.linksFrom(step, 'after').flatMap(({ to }) => {
      const earlier = elementOfNode(to);
      return earlier && members.has(earlier) ? [earlier] : [];
    });
  const ordered: Element[] = [];
  const seen = new Set<Element>();
  // Without recursion: a chain of steps may be as long as it likes.
  for (const root of inNumbers) {
    if (seen.has(root)) continue;
    seen.add(root);
    const open = [{ step: root, earlier: earlierOf(root), next: 0 }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const step = top.earlier[top.next++];
      if (!step) {
        ordered.push(top.step);
        open.pop();
      } else if (!seen.has(step)) {
        seen.add(step);
        open.push({ step, earlier: earlierOf(step), next: 0 });
      }
    }
  }
  return ordered;
}

/** Most steps have no branch, which needs no locale. */
function compareBranches(a: string, b: string): number {
  return a === b ? 0 : a.localeCompare(b);
}

/** The number of a step for sorting, and the letter of its branch. */
function numberOf(step: Element): { readonly rank: number; readonly branch: string } {
  const text = attributeOf(step, 'n')?.text ?? '';
  const number = /^\d+/.exec(text)?.[0];
  return {
    rank: number === undefined ? Number.MAX_SAFE_INTEGER : Number(number),
    branch: /[a-z]$/i.exec(text)?.[0] ?? '',
  };
}
