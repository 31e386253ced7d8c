import type { Rule } from './rule';
import { citesInOtherWays } from './shared/citing';
import { gapProblem, isOfType, lacksSupport, supportFixes } from './shared/grounds';
import { capitalNamed } from './shared/naming';
import { NONE } from './shared/problems';

/** Reports interpretations that rest on nothing. */
export const unsupportedInterpretation: Rule = {
  id: 'unsupported-interpretation',
  severity: 'warning',
  draft: 'information',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'An interpretation goes beyond the data, and its reader wants to know from where it starts. The rule reports claims of the type `interpretation` that have no evidence, no premise (`from=`) and no citation in their sentence. Name what is interpreted, cite the work on which the reading leans, or admit the gap with `status=needs-support` and a `note`. Claims in the abstract, and claims that are assumed or given up, are left alone.',
    bad: `[Reports of near misses rose from 4 to 31 in a year]{.claim #c-rise evidence="@register2019"}.
[We take the rise as a sign of candour rather than of danger]{.claim #i-candour type=interpretation}.
`,
    good: `[Reports of near misses rose from 4 to 31 in a year]{.claim #c-rise evidence="@register2019"}.
[We take the rise as a sign of candour rather than of danger]{.claim #i-candour type=interpretation from=c-rise}.
`,
  },
  check(element, project) {
    if (!isOfType(element, 'interpretation') || !lacksSupport(project, element)) return NONE;
    if (citesInOtherWays(project, element)) return NONE;
    return [
      gapProblem(
        element,
        `${capitalNamed('interpretation', element)} rests on nothing; name the findings that it follows from, its evidence, or a work that it leans on`,
      ),
    ];
  },
  fix: supportFixes,
};
