import type { Attribute } from '../model';
import { valueOf, type Element } from '../project';
import type { Rule } from './rule';
import { isOfType } from './shared/grounds';
import { says } from './shared/mechanisms';
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
      },
    ];
  },
};

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
