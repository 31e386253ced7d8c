import { hasParts } from '../project';
import type { Rule } from './rule';
import { isFaulty, isMisspeltElsewhere } from './shared/faults';
import { elementOfFinding, problemOf } from './shared/fixing';
import { isOnlyInAbstract } from './shared/grounds';
import { isRival, stepFixes } from './shared/mechanisms';
import { capitalNamed } from './shared/naming';
import { NONE } from './shared/problems';

/** Reports mechanisms that are not unpacked into steps. */
export const mechanismWithoutSteps: Rule = {
  id: 'mechanism-without-steps',
  severity: 'information',
  scope: 'element',
  kinds: ['mechanism'],
  documentation: {
    summary:
      'Process tracing wants a mechanism unpacked into its parts, since each of them can be confronted with evidence. The rule reports mechanisms that have neither steps nor sub-mechanisms. Tag the passages or headings that tell its steps with `.step` and `of=`; inside a tagged mechanism `of=` is not needed. Rival mechanisms are left alone.',
    bad: `The end of the bonus worked as [a sorting mechanism]{.mechanism #m-sort
trigger="the bonus ends" outcome="a committed core remains"
activities="staying; drifting away" scope="members share a site"}. Firms without
conviction stopped coming, and the others closed ranks.
`,
    good: `The end of the bonus worked as [a sorting mechanism]{.mechanism #m-sort
trigger="the bonus ends" outcome="a committed core remains"
activities="staying; drifting away" scope="members share a site"}.
[Firms without conviction stopped coming]{.step of=m-sort n=1 evidence="@sheets2020"},
and [the others closed ranks]{.step of=m-sort n=2 evidence="@sheets2020"}
[@sheets2020].
`,
  },
  check(element, project) {
    if (
      hasParts(project, element) ||
      isRival(project, element) ||
      isFaulty(project, element, ['parts'])
    )
      return NONE;
    if (isMisspeltElsewhere(project, element, ['of'])) return NONE;
    if (isOnlyInAbstract(project, element)) return NONE;
    return [
      problemOf(
        element,
        `${capitalNamed('mechanism', element)} has no steps; tag the passages that tell them with .step and of=${element.id ?? 'its id'}`,
      ),
    ];
  },
  fix(finding, project) {
    const mechanism = elementOfFinding(finding, project);
    return mechanism ? stepFixes(project, mechanism) : [];
  },
};
