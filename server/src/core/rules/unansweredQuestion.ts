import { isAdmittedGap, needsNoSupport, valueOf, type Element } from '../project';
import type { Rule } from './rule';
import { elementOfFinding, link, problemOf } from './shared/fixing';
import { isFaulty, isMisspeltElsewhere } from './shared/faults';
import { isOfType, isOnlyInAbstract } from './shared/grounds';
import { capitalNamed, labelOf, theNamed } from './shared/naming';
import { nearby } from './shared/nearby';
import { NONE } from './shared/problems';

/** Reports research questions that no claim answers. */
export const unansweredQuestion: Rule = {
  id: 'unanswered-question',
  severity: 'warning',
  draft: 'information',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'Whoever reads a research question in the introduction looks for its answer in the discussion. The rule reports claims of the type `question` that no other claim names in its `answers=`. Say in the claim which question it answers. Questions that are given up (`status=defeated`), or whose gap is admitted with `status=needs-support` and a `note` (one for further research, say), are left alone.',
    bad: `[How does a partnership survive the end of its incentives?]{.claim #q-survive type=question}

[It survives by breaking]{.claim #c-path type=interpretation evidence="@minutes2020"}.
`,
    good: `[How does a partnership survive the end of its incentives?]{.claim #q-survive type=question}

[It survives by breaking]{.claim #c-path type=interpretation evidence="@minutes2020" answers=q-survive}.
`,
  },
  check(element, project) {
    if (!isOfType(element, 'question') || needsNoSupport(element)) return NONE;
    if (project.linksTo(element, 'answers').length > 0) return NONE;
    if (isOnlyInAbstract(project, element) || isFaulty(project, element, ['type', 'status']))
      return NONE;
    if (isMisspeltElsewhere(project, element, ['answers'])) return NONE;
    if (isAdmittedGap(element)) {
      return [
        problemOf(element, `${capitalNamed('question', element)} is still open`, {
          stage: 'submission',
        }),
      ];
    }
    return [
      problemOf(
        element,
        element.id === undefined
          ? `No claim answers ${theNamed('question', element)}; give it an id, and name that in answers= of the claim that does`
          : `No claim answers ${theNamed('question', element)}; write answers=${element.id} on the claim that does`,
      ),
    ];
  },
  fix(finding, project) {
    const question = elementOfFinding(finding, project);
    if (!question) return [];
    return nearby(project, question, answerPenalty).flatMap((claim) =>
      link(
        project,
        `Let ${labelOf(claim)} answer it`,
        { element: claim, attribute: 'answers' },
        { element: question },
      ),
    );
  },
};

/** The types of claim that may answer a question. */
const ANSWERS: ReadonlySet<string> = new Set([
  'finding',
  'interpretation',
  'proposition',
  'hypothesis',
  'contribution',
]);

/** A claim that sums up is a likelier answer than a single finding. */
const FINDING_PENALTY = 1_000;

function answerPenalty(candidate: Element): number | undefined {
  const type = valueOf(candidate, 'type') ?? '';
  if (candidate.kind !== 'claim' || !ANSWERS.has(type) || needsNoSupport(candidate))
    return undefined;
  return type === 'finding' ? FINDING_PENALTY : 0;
}
