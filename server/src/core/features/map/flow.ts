import { attributeOf, elementOfNode, stepsOf, type Element, type Project } from '../../project';
import type { MapDraft } from './draft';
import { anchorOf } from './mechanisms';

/**
 * Adds the arrows between the steps of a mechanism: as `after` says, else by number. Parallel branches (`2a`, `2b`) all
 * follow the step before and are all followed by the next one; a branch that goes on under its letter follows itself.
 */
export function addFlow(project: Project, mechanism: Element, draft: MapDraft): void {
  const steps = stepsOf(project, mechanism);
  const members = new Set(steps);
  let before: readonly Element[] = [];
  for (const group of groupsOf(steps)) {
    for (const step of group) {
      const after = project
        .linksFrom(step, 'after')
        .flatMap(({ to }) => elementOfNode(to) ?? [])
        .filter((earlier) => members.has(earlier));
      for (const earlier of after.length > 0 ? after : followed(step, before)) {
        const label = attributeOf(step, 'when')?.text ?? '';
        draft.addEdge('sequence', anchorOf(earlier, draft), anchorOf(step, draft), {
          label,
          text: label === '' ? '' : `When ${label}`,
        });
      }
    }
    before = group;
  }
}

/** The steps in their order, those of one number together. */
function groupsOf(steps: readonly Element[]): Element[][] {
  const groups: Element[][] = [];
  let last: string | undefined;
  for (const step of steps) {
    const number = numberOf(step);
    if (number !== undefined && number === last) groups.at(-1)?.push(step);
    else groups.push([step]);
    last = number;
  }
  return groups;
}

function followed(step: Element, before: readonly Element[]): readonly Element[] {
  const branch = branchOf(step);
  const own = branch === '' ? [] : before.filter((earlier) => branchOf(earlier) === branch);
  return own.length > 0 ? own : before;
}

function numberOf(step: Element): string | undefined {
  return /^\d+/.exec(attributeOf(step, 'n')?.text ?? '')?.[0];
}

function branchOf(step: Element): string {
  return /[a-z]$/i.exec(attributeOf(step, 'n')?.text ?? '')?.[0]?.toLowerCase() ?? '';
}
