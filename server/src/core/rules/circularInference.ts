import type { Attribute, Kind, LinkKind } from '../model';
import { elementOfNode, type Element, type Link, type ReferenceUse } from '../project';
import type { Problem, Rule } from './rule';
import { findCycles } from './shared/cycles';
import { nameOf } from './shared/naming';
import { removalFix, useAt } from './shared/usesEdits';
import { perKey } from './shared/perProject';
import { NONE, problemsIn } from './shared/problems';

/** Reports claims that follow from themselves, and wholes, concepts and steps that contain or precede themselves. */
export const circularInference: Rule = {
  id: 'circular-inference',
  severity: 'error',
  scope: 'project',
  documentation: {
    summary:
      'A claim is a premise of itself, directly or by way of others, so that nothing outside the circle supports any of them. The same is reported of mechanisms that are parts of themselves (`of`, `parts`), concepts that are broader than themselves (`parent`), steps that come after themselves (`after`), and tags that are occurrences of themselves (`ref`). Take out the link that does not hold.',
    bad: `---
warrant: true
---

[Crews trusted the owner]{.claim #c-trust from=c-bonus}, since
[nobody asked for the bonus any more]{.claim #c-bonus from=c-trust}.
`,
    good: `---
warrant: true
---

[Crews trusted the owner]{.claim #c-trust from=c-bonus}, since
[nobody asked for the bonus any more]{.claim #c-bonus evidence="@crew2012"}.
`,
  },
  *check(project) {
    for (const kind of KINDS) {
      for (const cycle of cyclesOf(project, kind)) yield problem(kind, cycle);
    }
  },
  also: [
    {
      scope: 'element',
      check(element, project) {
        const attributes = element.tag?.attributes ?? [];
        if (!attributes.some(isRef)) return NONE;
        const refs = attributes.filter(isRef);
        return problemsIn(project.referencesFrom(element), (use) => itself(element, use, refs));
      },
    },
  ],
  fix: (finding, project) =>
    [finding, ...finding.related].slice(0, MAX_LINKS).flatMap(({ place }) => {
      const use = useAt(project, place);
      if (!use?.owner || !use.attribute) return [];
      const title = `Take ${use.target} out of ${use.attribute.name}= of ${nameOf(use.owner)}`;
      return removalFix(project, use, title);
    }),
};

/** As many links of a circle as a menu bears. */
const MAX_LINKS = 5;

const SAYS = {
  premise: 'follows from itself',
  'part-of': 'is a part of itself',
  broader: 'is broader than itself',
  after: 'comes after itself',
} as const satisfies Partial<Record<LinkKind, string>>;

const KINDS = Object.keys(SAYS) as (keyof typeof SAYS)[];

/** What alone can stand in a circle of links of a kind: it is where they start and where they end. */
const STANDS_IN: Readonly<Record<keyof typeof SAYS, Kind>> = {
  premise: 'claim',
  'part-of': 'mechanism',
  broader: 'construct',
  after: 'step',
};

const cyclesOf = perKey((project, kind: keyof typeof SAYS) =>
  findCycles(project.linksOfKind(kind, STANDS_IN[kind]), ends),
);

function ends({ from, to }: Link): readonly [Element, Element] | undefined {
  const first = elementOfNode(from);
  const second = elementOfNode(to);
  return first && second ? [first, second] : undefined;
}

function problem(kind: keyof typeof SAYS, cycle: readonly Link[]): Problem {
  const [first] = cycle;
  const last = cycle[cycle.length - 1];
  const start = first && ends(first)?.[0];
  const closing = last?.declarations[0];
  if (!start || !closing) throw new Error('a cycle has at least one link');
  const through = cycle.slice(1).flatMap((link) => ends(link)?.[0] ?? []);
  const by = through.length > 0 ? `, by way of ${listed(through)}` : '';
  return {
    message: `${nameOf(start)} ${SAYS[kind]}${by}`,
    place: closing.place,
    element: start,
    related: cycle
      .slice(0, -1)
      .flatMap(({ declarations: [declaration] }) =>
        declaration ? [{ message: 'Part of the circle', place: declaration.place }] : [],
      ),
  };
}

/** More names than these nobody reads; the related places show all of them. */
const MAX_NAMES = 5;

function listed(elements: readonly Element[]): string {
  const names = elements.slice(0, MAX_NAMES).map(nameOf).join(', ');
  const more = elements.length - MAX_NAMES;
  return more > 0 ? `${names} and ${more} more` : names;
}

function isRef({ name }: Attribute): boolean {
  return name === 'ref';
}

/** A tag whose `ref` leads back to itself belongs to no element but its own. */
function itself(
  element: Element,
  { attribute, place, resolution }: ReferenceUse,
  refs: readonly Attribute[],
): Problem | undefined {
  if (!attribute || !refs.includes(attribute) || resolution?.type !== 'element') return undefined;
  if (resolution.element.kind !== element.kind) return undefined;
  return {
    message: `${nameOf(element)} is said to be another occurrence of itself; name the tag that introduces it`,
    place,
    element,
  };
}
