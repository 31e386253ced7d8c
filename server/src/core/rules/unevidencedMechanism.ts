import {
  attributeOf,
  claimsOf,
  hasSupport,
  isSupported,
  stepsOf,
  type Element,
  type Project,
} from '../project';
import type { Rule } from './rule';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { isFaulty } from './shared/faults';
import { evidenceFixes } from './shared/grounds';
import { hasInside } from './shared/mechanisms';
import { capitalNamed } from './shared/naming';
import { NONE } from './shared/problems';

/** Reports mechanisms that are said to be evidenced without evidence. */
export const unevidencedMechanism: Rule = {
  id: 'unevidenced-mechanism',
  severity: 'warning',
  scope: 'element',
  kinds: ['mechanism'],
  documentation: {
    summary:
      'A mechanism with `status=evidenced` claims to have been seen at work in the case. The rule reports it where no evidence is linked to the mechanism, to one of its steps or parts, or to a claim that reports it. Link the evidence, or leave the status at `theorized`.',
    bad: `The crisis became [a sorting mechanism]{.mechanism #m-sort trigger="bonus points lapse" outcome="a committed core" status=evidenced}.
`,
    good: `The crisis became [a sorting mechanism]{.mechanism #m-sort trigger="bonus points lapse" outcome="a committed core" status=evidenced evidence=e-minutes}.
The minutes are dry about it: ["Points lapse on 1 April."]{.evidence #e-minutes source="@minutes2020"}
`,
  },
  check(element, project) {
    const status = attributeOf(element, 'status');
    if (status?.text !== 'evidenced') return NONE;
    if (isEvidenced(project, element)) return NONE;
    if (isFaulty(project, element, ['evidence', 'parts'])) return NONE;
    if (stepsOf(project, element).some((step) => isFaulty(project, step, ['evidence'])))
      return NONE;
    return [
      problemOf(
        element,
        `${capitalNamed('mechanism', element)} is said to be evidenced, but no evidence is linked to it, its steps or its claims`,
        { place: status.place },
      ),
    ];
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

/** Whether evidence supports a mechanism, something inside it, or a claim that reports it or one of its parts. */
function isEvidenced(project: Project, mechanism: Element): boolean {
  const isShown = (part: Element): boolean =>
    hasSupport(project, part) ||
    (part.kind === 'mechanism' &&
      claimsOf(project, part).some((claim) => isSupported(project, claim)));
  return isShown(mechanism) || hasInside(project, mechanism, isShown);
}
