import {
  attributesOf,
  challengesTo,
  elementOfNode,
  isChallenged,
  valueOf,
  type Element,
  type Link,
} from '../project';
import type { RelatedPlace, Rule } from './rule';
import { askFor, elementOfFinding, problemOf, setOn } from './shared/fixing';
import { isFaulty } from './shared/faults';
import { isAsserted, isEliminated, isOfType } from './shared/grounds';
import { nameOf } from './shared/naming';
import { NONE } from './shared/problems';

/** Reports claims that say nothing of the evidence against them. */
export const contestedClaim: Rule = {
  id: 'contested-claim',
  severity: 'warning',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'Counter-evidence is no shame, but a claim that passes over it is. The rule reports claims with evidence against them (`against=`, `challenges=`) or with a failed test that give neither a `rebuttal` (the conditions under which the claim would not hold) nor a `qualifier` weaker than `certain` nor a `status`. Say how far the claim still holds, or give it up with `status=defeated`. Rival explanations are left alone: counter-evidence is what they are for.',
    bad: `[The two firms coordinated by talk more than by contract]{.claim #c-talk evidence="@annex2012" against=e-letter}.
The product lead said: ["That took a letter, not a chat."]{.evidence #e-letter}
`,
    good: `[The two firms coordinated by talk more than by contract]{.claim #c-talk evidence="@annex2012" against=e-letter
qualifier=probable rebuttal="what the product will contain is still settled in writing"}.
The product lead said: ["That took a letter, not a chat."]{.evidence #e-letter}
`,
  },
  check(element, project) {
    if (isOfType(element, 'rival') || !isAsserted(element)) return NONE;
    if (!isChallenged(project, element)) return NONE;
    const [challenge, ...others] = challengesTo(project, element);
    if (!challenge || concedes(element) || isEliminated(project, element)) return NONE;
    if (isFaulty(project, element, ['rebuttal', 'qualifier', 'status', 'type'])) return NONE;
    const what =
      others.length > 0 ? `${others.length + 1} pieces of counter-evidence` : describe(challenge);
    return [
      problemOf(
        element,
        `${nameOf(element)} says nothing of ${what}; add a rebuttal, qualify it, or give it up with status=defeated`,
        { related: [challenge, ...others].flatMap(relatedPlace) },
      ),
    ];
  },
  fix(finding, project) {
    const claim = elementOfFinding(finding, project);
    if (!claim) return [];
    return [
      ...setOn(project, claim, 'Qualify it as probable', { qualifier: 'probable' }),
      ...askFor(project, claim, 'a rebuttal', ['rebuttal']),
      ...setOn(project, claim, 'Give it up: mark it as defeated', { status: 'defeated' }),
    ];
  },
};

/** Whether a claim admits that it might not hold. */
function concedes(claim: Element): boolean {
  const qualifier = valueOf(claim, 'qualifier');
  return (
    (qualifier !== undefined && qualifier !== 'certain') ||
    attributesOf(claim, 'rebuttal').some(({ text }) => text.trim() !== '')
  );
}

function describe({ from, kind }: Link): string {
  const name = nodeName(from);
  return kind === 'challenges' ? `${name}, which speaks against it` : `the failed test of ${name}`;
}

function nodeName(node: Link['from']): string {
  switch (node.type) {
    case 'element':
      return nameOf(node.element);
    case 'citation':
      return `@${node.key}`;
    case 'source':
      return node.id;
  }
}

function relatedPlace(link: Link): RelatedPlace[] {
  const evidence = elementOfNode(link.from);
  const [declaration] = link.declarations;
  const place = evidence?.place ?? declaration?.place;
  return place ? [{ message: 'This speaks against it', place }] : [];
}
