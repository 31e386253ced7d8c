import { premisesOf, valueOf, type Element } from '../project';
import type { Rule } from './rule';
import { elementOfFinding, link, problemOf } from './shared/fixing';
import { isFaulty } from './shared/faults';
import { isAsserted, isOfType, isOnlyInAbstract } from './shared/grounds';
import { capitalNamed, labelOf } from './shared/naming';
import { nearby } from './shared/nearby';
import { NONE } from './shared/problems';

/** Reports contributions that follow from no claim of the paper. */
export const groundlessContribution: Rule = {
  id: 'groundless-contribution',
  severity: 'information',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'What a paper adds to earlier work, it adds by its findings and propositions. The rule reports claims of the type `contribution` without `from=`, so that a promise in the discussion can be traced to what keeps it. Name the claims from which the contribution follows. Contributions in the abstract, and those that are assumed, given up or marked as a gap, are left alone.',
    bad: `[Firms were paid in three currencies]{.claim #c-coins evidence="@register2020"}.

[To the study of relational value we add a way to keep dividends apart]{.claim #t-value type=contribution extends="@dyer1998"}.
`,
    good: `[Firms were paid in three currencies]{.claim #c-coins evidence="@register2020"}.

[To the study of relational value we add a way to keep dividends apart]{.claim #t-value type=contribution extends="@dyer1998" from=c-coins}.
`,
  },
  check(element, project) {
    if (!isOfType(element, 'contribution') || !isAsserted(element)) return NONE;
    if (premisesOf(project, element).length > 0 || isOnlyInAbstract(project, element)) return NONE;
    if (isFaulty(project, element, ['from', 'type', 'status'])) return NONE;
    return [
      problemOf(
        element,
        `${capitalNamed('contribution', element)} does not say from which claims it follows; name them with from=`,
      ),
    ];
  },
  fix(finding, project) {
    const contribution = elementOfFinding(finding, project);
    if (!contribution) return [];
    return nearby(project, contribution, premisePenalty).flatMap((premise) =>
      link(
        project,
        `Let it follow from ${labelOf(premise)}`,
        { element: contribution, attribute: 'from' },
        { element: premise },
      ),
    );
  },
};

/** The types of claim from which a contribution may follow. */
const PREMISES: ReadonlySet<string> = new Set([
  'finding',
  'interpretation',
  'proposition',
  'hypothesis',
]);

function premisePenalty(candidate: Element): number | undefined {
  const fits = candidate.kind === 'claim' && PREMISES.has(valueOf(candidate, 'type') ?? '');
  return fits && isAsserted(candidate) && candidate.id !== undefined ? 0 : undefined;
}
