import type { Attribute } from '../model';
import { attributesOf, elementOfNode, valueOf, type Element, type Project } from '../project';
import type { Fix, Rule } from './rule';
import { askFor, elementOfFinding, setOn } from './shared/fixing';
import { isOfType } from './shared/grounds';
import { says } from './shared/mechanisms';
import { labelOf, nameOf } from './shared/naming';
import { nearby } from './shared/nearby';
import { perProject } from './shared/perProject';
import { NONE } from './shared/problems';

/** Reports, once, that evidence is tested in a paper that names no rival explanation. */
export const noRival: Rule = {
  id: 'no-rival',
  severity: 'information',
  scope: 'element',
  kinds: ['evidence'],
  documentation: {
    summary:
      'A process-tracing test is a test against something: evidence is a smoking gun or a hoop only in view of what else could have produced it. The rule reports, once per manuscript and at the first test, that evidence is tested but no rival explanation is tagged. Tag a claim as `type=rival`, or name the rival on the mechanism (`rival=`).',
    byHand:
      'Where no claim is near that could be the rival, and no mechanism that could name it, only the author knows what else may have produced the evidence.',
    config: `sources:
  - {id: sheets, kind: archival}
`,
    bad: `[The members stayed out of conviction]{.claim #c-stay}:
[seventeen firms kept coming]{.evidence supports=c-stay source=sheets
tests="c-stay:hoop:pass"} after the bonus had ended.
`,
    good: `[The members stayed out of conviction]{.claim #c-stay}:
[seventeen firms kept coming]{.evidence supports=c-stay source=sheets
tests="c-stay:hoop:pass"} after the bonus had ended. The alternative is that
[they had nowhere else to sell]{.claim #c-captive type=rival}, which none of them said.
`,
  },
  check(element, project) {
    const tested = testedBy(element);
    // The first one speaks for all.
    if (!tested || firstTested(project) !== element || hasRival(project)) return NONE;
    return [
      {
        message:
          'Evidence is tested, but no rival explanation is tagged to test it against; tag one as a claim with type=rival, or name it in rival= of the mechanism',
        place: tested.place,
        element,
        data: { key: element.key },
      },
    ];
  },
  fix: (finding, project) => {
    const evidence = elementOfFinding(finding, project);
    return evidence ? rivalFixes(evidence, project) : [];
  },
};

/** A claim near the test may be the rival; or else the mechanism that is tested names one. */
function rivalFixes(evidence: Element, project: Project): Fix[] {
  const tested = new Set(project.linksFrom(evidence).flatMap(({ to }) => elementOfNode(to) ?? []));
  const claims = nearby(project, evidence, (candidate) => {
    const isFree = candidate.kind === 'claim' && attributesOf(candidate, 'type').length === 0;
    return isFree && !tested.has(candidate) ? 0 : undefined;
  });
  const mechanisms = nearby(project, evidence, ({ kind }) =>
    kind === 'mechanism' ? 0 : undefined,
  );
  return [
    ...claims
      .slice(0, MAX_CLAIMS)
      .flatMap((claim) =>
        setOn(project, claim, `Mark ${labelOf(claim)} as a rival explanation`, { type: 'rival' }),
      ),
    ...mechanisms
      .slice(0, 1)
      .flatMap((mechanism) =>
        askFor(project, mechanism, `a rival of ${nameOf(mechanism)}`, ['rival']),
      ),
  ];
}

/** More claims than these are no help. */
const MAX_CLAIMS = 3;

/** The attribute that puts evidence to a test. */
function testedBy({ attributes }: Element): Attribute | undefined {
  return attributes.find(({ tests }) => tests.length > 0);
}

const firstTested = perProject((project) =>
  project.elementsWith('tests').find((element) => testedBy(element) !== undefined),
);

/** Whether some element is a rival explanation or names one; a claim that was given up has been one. */
const hasRival = perProject(
  (project) =>
    project.elementsWith('type', 'rival').some((claim) => isOfType(claim, 'rival')) ||
    project.elementsWith('status', 'defeated').some(isDefeated) ||
    project.elementsWith('rival').some((mechanism) => says(mechanism, 'rival')),
);

function isDefeated(element: Element): boolean {
  return element.kind === 'claim' && valueOf(element, 'status') === 'defeated';
}
