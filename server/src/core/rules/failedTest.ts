import type { EvidenceTest, Place } from '../model';
import { elementOfNode, failed, valueOf, type Element, type Link } from '../project';
import type { Problem, Rule } from './rule';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { nameOf } from './shared/naming';
import { NONE, problemsIn } from './shared/problems';

/** Reports claims that are upheld though they failed a test that they had to pass. */
export const failedTest: Rule = {
  id: 'failed-test',
  severity: 'error',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'In process tracing, a claim has to pass its hoop tests and its doubly decisive tests; one that fails such a test is eliminated (Van Evera 1997; Collier 2011). The rule reports a failed one on a claim that is neither given up (`status=defeated`) nor a rival explanation (`type=rival`). A failed straw-in-the-wind or smoking-gun test weakens a claim without eliminating it, and is left alone here.',
    bad: `---
warrant: true
---

[The bonus kept the crews on site]{.claim #c-bonus}, yet
[not one of them drew it]{.evidence #e-payroll tests=c-bonus:hoop:fail source="@payroll2012"}.
`,
    good: `---
warrant: true
---

[The bonus kept the crews on site]{.claim #c-bonus status=defeated}, yet
[not one of them drew it]{.evidence #e-payroll tests=c-bonus:hoop:fail source="@payroll2012"}.
`,
  },
  check(claim, project) {
    const links = [
      ...project.linksTo(claim, 'supports'),
      ...project.linksTo(claim, 'challenges'),
    ].filter(failed);
    return links.length === 0 || isGivenUp(claim) ? NONE : failuresIn(claim, links);
  },
  fix(finding, project) {
    const claim = elementOfFinding(finding, project);
    const values = { status: 'defeated' };
    return claim ? setOn(project, claim, 'Mark the claim as defeated', values) : [];
  },
};

/** The tests that a claim must pass, as they stand in a sentence. */
const WORDS = { hoop: 'hoop', 'doubly-decisive': 'doubly decisive' } as const;

function isGivenUp(claim: Element): boolean {
  return valueOf(claim, 'status') === 'defeated' || valueOf(claim, 'type') === 'rival';
}

function failuresIn(claim: Element, links: readonly Link[]): readonly Problem[] {
  return problemsIn(links.flatMap(failuresOf), ({ test, place }) =>
    problemOf(
      claim,
      `${nameOf(claim)} failed a ${WORDS[test]} test and is eliminated by it; mark it status=defeated, or correct the result`,
      { place, related: [{ message: 'The claim', place: claim.place }] },
    ),
  );
}

function failuresOf(link: Link): { test: keyof typeof WORDS; place: Place }[] {
  const evidence = elementOfNode(link.from);
  return link.tests.flatMap(({ test, result, range }) => {
    if (result !== 'fail' || (test !== 'hoop' && test !== 'doubly-decisive')) return [];
    const attribute = evidence?.attributes.find(({ tests }) => holds(tests, range));
    return attribute ? [{ test, place: { uri: attribute.place.uri, range } }] : [];
  });
}

function holds(tests: readonly EvidenceTest[], range: EvidenceTest['range']): boolean {
  return tests.some((test) => test.range === range);
}
