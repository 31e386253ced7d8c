import { valueOf, type Element, type Project } from '../project';
import type { Rule } from './rule';
import { elementOfFinding, link, problemOf, setOn } from './shared/fixing';
import { isFaulty, isMisspeltElsewhere } from './shared/faults';
import { labelOf, theNamed } from './shared/naming';
import { nearby } from './shared/nearby';
import { isHeldBy } from './shared/nesting';
import { NONE } from './shared/problems';

/** The attributes by which evidence names what it bears on (and one that is taken for that), and those that name it. */
const OWN = ['supports', 'challenges', 'tests', 'display', 'evidence'];
const OTHERS = ['evidence', 'against', 'backing', 'rebuttal', 'trigger', 'outcome'];

/** Reports evidence that bears on nothing. */
export const orphanEvidence: Rule = {
  id: 'orphan-evidence',
  severity: 'warning',
  draft: 'information',
  scope: 'element',
  kinds: ['evidence'],
  documentation: {
    summary:
      'Evidence is shown for something. The rule reports evidence that is linked to no claim, mechanism or step: neither by its own `supports=`, `challenges=` or `tests=`, nor by an attribute of theirs, nor by standing inside one. Evidence inside a construct illustrates it and is left alone. Link it, or mark it `display=context` if it only sets a scene.',
    bad: `Of the opening meeting our notes say: ["Nobody sits in the front rows."]{.evidence #e-coats source="@fieldnotes2018"}
[Firms joined because staying out would have cost them orders]{.claim #c-sign evidence="@minutes2018"}.
`,
    good: `Of the opening meeting our notes say: ["Nobody sits in the front rows."]{.evidence #e-coats source="@fieldnotes2018" supports=c-sign}
[Firms joined because staying out would have cost them orders]{.claim #c-sign evidence="@minutes2018"}.
`,
  },
  check(element, project) {
    if (valueOf(element, 'display') === 'context') return NONE;
    if (bearsOnSomething(project, element) || isInsideConstruct(project, element)) return NONE;
    if (isFaulty(project, element, OWN) || isMisspeltElsewhere(project, element, OTHERS))
      return NONE;
    return [
      problemOf(
        element,
        `Nothing rests on ${theNamed('evidence', element)}; name what it supports or challenges, or mark it display=context if it only sets a scene`,
      ),
    ];
  },
  fix(finding, project) {
    const evidence = elementOfFinding(finding, project);
    if (!evidence) return [];
    return [
      ...nearby(project, evidence, claimPenalty).flatMap((claim) =>
        link(
          project,
          `Let it support ${labelOf(claim)}`,
          { element: evidence, attribute: 'supports' },
          { element: claim, attribute: 'evidence' },
        ),
      ),
      ...setOn(project, evidence, 'Mark it as context, which supports nothing', {
        display: 'context',
      }),
    ];
  },
};

/** Whether any link but the one to its source starts or ends at the evidence. */
function bearsOnSomething(project: Project, evidence: Element): boolean {
  return (
    project.linksFrom(evidence).some(({ kind }) => kind !== 'source') ||
    project.linksTo(evidence).length > 0
  );
}

function isInsideConstruct(project: Project, evidence: Element): boolean {
  return isHeldBy(project, evidence, ({ kind }) => kind === 'construct');
}

/** Types of claim that data do not support. */
const WITHOUT_DATA: ReadonlySet<string> = new Set(['question', 'background', 'method', 'rival']);

function claimPenalty(candidate: Element): number | undefined {
  if (candidate.kind !== 'claim' || WITHOUT_DATA.has(valueOf(candidate, 'type') ?? '')) {
    return undefined;
  }
  return valueOf(candidate, 'status') === 'defeated' ? undefined : 0;
}
