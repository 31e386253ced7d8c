import { valueOf, type Element } from '../project';
import type { Rule } from './rule';
import { says } from './shared/mechanisms';

/** Reports, once, that evidence is tested in a paper that names no rival explanation. */
export const noRival: Rule = {
  id: 'no-rival',
  severity: 'information',
  scope: 'project',
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
  *check(project) {
    if (project.elements.some(isRivalExplanation)) return;
    for (const element of project.elements) {
      const tested = element.attributes.find(({ tests }) => tests.length > 0);
      if (!tested) continue;
      yield {
        message:
          'Evidence is tested, but no rival explanation is tagged to test it against; tag one as a claim with type=rival, or name it in rival= of the mechanism',
        place: tested.place,
        element,
      };
      return;
    }
  },
};

/** Whether an element is a rival explanation or names one; a claim that was given up has been one. */
function isRivalExplanation(element: Element): boolean {
  if (element.kind === 'mechanism') return says(element, 'rival');
  if (element.kind !== 'claim') return false;
  return valueOf(element, 'type') === 'rival' || valueOf(element, 'status') === 'defeated';
}
