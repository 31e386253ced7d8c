import {
  attributeOf,
  claimsOf,
  isSupported,
  partsOf,
  stepsOf,
  supportOf,
  type Element,
  type Project,
} from '../project';
import type { Rule } from './rule';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { isFaulty } from './shared/faults';
import { evidenceFixes } from './shared/grounds';
import { nameOf } from './shared/naming';

/** Reports mechanisms that are said to be evidenced without evidence. */
export const unevidencedMechanism: Rule = {
  id: 'unevidenced-mechanism',
  severity: 'warning',
  scope: 'element',
  documentation: {
    summary:
      'A mechanism with `status=evidenced` claims to have been seen at work in the case. The rule reports it where no evidence is linked to the mechanism, to one of its steps or parts, or to a claim that reports it. Link the evidence, or leave the status at `theorized`.',
    bad: `The crisis became [a sorting mechanism]{.mechanism #m-sort trigger="bonus points lapse" outcome="a committed core" status=evidenced}.
`,
    good: `The crisis became [a sorting mechanism]{.mechanism #m-sort trigger="bonus points lapse" outcome="a committed core" status=evidenced evidence=e-minutes}.
The minutes are dry about it: ["Points lapse on 1 April."]{.evidence #e-minutes source="@minutes2020"}
`,
  },
  *check(element, project) {
    const status = attributeOf(element, 'status');
    if (element.kind !== 'mechanism' || status?.text !== 'evidenced') return;
    if (isEvidenced(project, element, new Set())) return;
    if (isFaulty(project, element, ['evidence', 'parts'])) return;
    if (stepsOf(project, element).some((step) => isFaulty(project, step, ['evidence']))) return;
    yield problemOf(
      element,
      `The mechanism ${nameOf(element)} is said to be evidenced, but no evidence is linked to it, its steps or its claims`,
      { place: status.place },
    );
  },
  fix(finding, project) {
    const mechanism = elementOfFinding(finding, project);
    if (!mechanism) return [];
    return [
      ...evidenceFixes(project, mechanism),
      ...setOn(project, mechanism, 'Mark it as theorized', { status: 'theorized' }),
    ];
  },
};

function isEvidenced(project: Project, mechanism: Element, seen: Set<Element>): boolean {
  if (seen.has(mechanism)) return false;
  seen.add(mechanism);
  return (
    supportOf(project, mechanism).length > 0 ||
    stepsOf(project, mechanism).some((step) => supportOf(project, step).length > 0) ||
    claimsOf(project, mechanism).some((claim) => isSupported(project, claim)) ||
    partsOf(project, mechanism).some((part) => isEvidenced(project, part, seen))
  );
}
