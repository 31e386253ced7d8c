import { attributesOf, citesInSentence, type Element, type Project } from '../project';
import type { Rule } from './rule';
import { citesInAttributes, citesInOtherWays } from './shared/citing';
import { askFor, elementOfFinding, problemOf, setOn } from './shared/fixing';
import { isFaulty } from './shared/faults';
import { isAsserted, isOfType, isOnlyInAbstract } from './shared/grounds';
import { capitalNamed, theNamed } from './shared/naming';
import { nearby } from './shared/nearby';
import { NONE } from './shared/problems';

/** Reports propositions that do not say why they should hold. */
export const missingWarrant: Rule = {
  id: 'missing-warrant',
  severity: 'information',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'A proposition reaches beyond the case, and a reader asks what carries it there. The rule reports claims of the type `proposition` that give neither a `warrant` (the reason why the grounds support the statement, in the sense of Toulmin) nor a citation, in the sentence or in an attribute such as `backing`. Say why it should hold, or name the mechanism that makes it so: `warrant="#m-shift"`. Propositions in the abstract, and those that are assumed, given up or marked as a gap, are left alone.',
    bad: `[A learning platform strengthens value internalisation]{.claim #p-platform type=proposition label=P1 from=c-learn}.
We saw it here: [members learned to question the rules]{.claim #c-learn evidence="@minutes2019"}.
`,
    good: `[A learning platform strengthens value internalisation]{.claim #p-platform type=proposition label=P1 from=c-learn
warrant="whoever has helped to write a rule has a reason of his own to keep it"}.
We saw it here: [members learned to question the rules]{.claim #c-learn evidence="@minutes2019"}.
`,
  },
  check(element, project) {
    if (!isOfType(element, 'proposition') || !isAsserted(element)) return NONE;
    if (attributesOf(element, 'warrant').some(({ text }) => text.trim() !== '')) return NONE;
    if (cites(project, element) || isOnlyInAbstract(project, element)) return NONE;
    if (isFaulty(project, element, ['warrant', 'backing', 'type', 'status'])) return NONE;
    return [
      problemOf(
        element,
        `${capitalNamed('proposition', element)} gives no reason why it should hold; add a warrant or cite a work`,
      ),
    ];
  },
  fix(finding, project) {
    const proposition = elementOfFinding(finding, project);
    if (!proposition) return [];
    const mechanisms = nearby(project, proposition, (candidate) =>
      candidate.kind === 'mechanism' && candidate.id !== undefined ? 0 : undefined,
    );
    return [
      ...askFor(project, proposition, 'a warrant', ['warrant']),
      ...mechanisms.flatMap((mechanism) =>
        setOn(project, proposition, `Give ${theNamed('mechanism', mechanism)} as its warrant`, {
          warrant: `#${mechanism.id ?? ''}`,
        }),
      ),
    ];
  },
};

function cites(project: Project, claim: Element): boolean {
  return (
    citesInSentence(project, claim) ||
    citesInAttributes(project, claim) ||
    citesInOtherWays(project, claim)
  );
}
