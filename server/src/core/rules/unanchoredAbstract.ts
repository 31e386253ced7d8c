import { valueOf, type Element, type Project } from '../project';
import type { Rule } from './rule';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { isFaulty } from './shared/faults';
import { isAsserted, isOnlyInAbstract } from './shared/grounds';
import { labelOf, nameOf } from './shared/naming';
import { wordsKey } from './shared/terms';

/** The types of claim that an abstract takes from the body. */
const RESTATED: ReadonlySet<string> = new Set([
  'finding',
  'interpretation',
  'proposition',
  'hypothesis',
  'contribution',
]);

/** Reports claims in the abstract that restate nothing. Off unless asked for. */
export const unanchoredAbstract: Rule = {
  id: 'unanchored-abstract',
  severity: 'off',
  scope: 'element',
  documentation: {
    summary:
      'An abstract promises what the body keeps. The rule, which is off unless `rules:` switches it on, reports findings, interpretations, propositions and contributions that stand in the abstract alone. Name the claim that is restated with `ref=`; the abstract then inherits its evidence, and the claim is counted once.',
    bad: `# Abstract

We show that [trust outlives incentives]{.claim}.

# Findings

[Trust outlived the incentives]{.claim #c-trust evidence="@minutes2020"}.
`,
    good: `# Abstract

We show that [trust outlives incentives]{.claim ref=c-trust}.

# Findings

[Trust outlived the incentives]{.claim #c-trust evidence="@minutes2020"}.
`,
  },
  *check(element, project) {
    if (element.kind !== 'claim' || !RESTATED.has(valueOf(element, 'type') ?? '')) return;
    if (!isAsserted(element) || !isOnlyInAbstract(project, element)) return;
    if (isFaulty(project, element, ['ref', 'type'])) return;
    yield problemOf(
      element,
      `${nameOf(element)} stands in the abstract only; name the claim of the body that it restates with ref=`,
    );
  },
  fix(finding, project) {
    const claim = elementOfFinding(finding, project);
    // A tag with an id of its own may be referred to; whether it is to go is for the author to say.
    if (!claim || claim.id !== undefined) return [];
    return mostAlike(project, claim).flatMap((other) =>
      setOn(project, claim, `Let it restate ${labelOf(other)}`, { ref: other.id ?? '' }),
    );
  },
};

/** As many claims as are worth offering. */
const MAX_ALIKE = 3;

/** The claims of the body that share most words with one of the abstract. */
function mostAlike(project: Project, claim: Element): Element[] {
  const words = significantWords(claim);
  return project.elements
    .filter(
      (other) =>
        other.kind === 'claim' && other.id !== undefined && !isOnlyInAbstract(project, other),
    )
    .map((other) => ({
      other,
      shared: [...significantWords(other)].filter((word) => words.has(word)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MAX_ALIKE)
    .map(({ other }) => other);
}

function significantWords({ text }: Element): Set<string> {
  return new Set(
    wordsKey(text)
      .split(' ')
      .filter((word) => word.length > 3),
  );
}
