import {
  attributeOf,
  citesInSentence,
  elementOfNode,
  premisesOf,
  supportOf,
  valueOf,
  type Element,
  type Project,
} from '../project';
import type { Rule } from './rule';
import { editTag, elementOfFinding, problemOf } from './shared/fixing';
import { isFaulty } from './shared/faults';
import { isOfType } from './shared/grounds';
import { nameOf } from './shared/naming';
import { removeAttribute } from './shared/tagEdits';
import { NONE } from './shared/problems';

/** Reports claims that are marked as a gap although support has been linked since. */
export const resolvedGap: Rule = {
  id: 'resolved-gap',
  severity: 'information',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'A claim marked `status=needs-support` is a reminder to oneself. The rule reports it once evidence or a premise has been linked, so that the reminder does not outlive the gap and is not counted as one. Remove the status, or unlink what is not yet enough.',
    bad: `[Trust outgrew the contract]{.claim #c-trust status=needs-support note="ask the site manager" evidence=e-keys}.
Our notes say: ["He hands his keys to a competitor's crew."]{.evidence #e-keys source="@fieldnotes2019"}
`,
    good: `[Trust outgrew the contract]{.claim #c-trust evidence=e-keys}.
Our notes say: ["He hands his keys to a competitor's crew."]{.evidence #e-keys source="@fieldnotes2019"}
`,
  },
  check(element, project) {
    const status = attributeOf(element, 'status');
    if (status?.text !== 'needs-support') return NONE;
    if (!hasSupport(project, element) || isFaulty(project, element, ['evidence', 'from']))
      return NONE;
    return [
      problemOf(
        element,
        `${nameOf(element)} is said to need support, but has some; remove the status if the gap is closed`,
        {
          place: status.place,
          related: project.linksTo(element, 'supports').flatMap(({ from }) => {
            const evidence = elementOfNode(from);
            return evidence ? [{ message: 'It rests on this', place: evidence.place }] : [];
          }),
        },
      ),
    ];
  },
  fix(finding, project) {
    const claim = elementOfFinding(finding, project);
    if (!claim || valueOf(claim, 'status') !== 'needs-support') return [];
    return editTag(
      project,
      claim,
      'Remove the status',
      (text, source) => removeAttribute(text, source, 'status'),
      { preferred: true },
    );
  },
};

/** Whether support is linked. A citation that merely stands in the sentence closes the gap of background only. */
function hasSupport(project: Project, claim: Element): boolean {
  return (
    supportOf(project, claim).length > 0 ||
    premisesOf(project, claim).length > 0 ||
    (isOfType(claim, 'background') && citesInSentence(project, claim))
  );
}
