import { attributesOf, elementOfNode, valueOf, type Element, type Project } from '../project';
import type { Problem, Rule } from './rule';
import { isFaulty } from './shared/faults';
import { elementOfFinding, link, problemOf } from './shared/fixing';
import { labelOf, nameOf } from './shared/naming';
import { nearby } from './shared/nearby';

/** Reports, once for each data structure, which of its dimensions and themes are thin. */
export const thinDataStructure: Rule = {
  id: 'thin-data-structure',
  severity: 'information',
  scope: 'project',
  documentation: {
    summary:
      'In a data structure after Gioia, Corley and Hamilton (2013), first-order concepts are gathered into second-order themes and these into aggregate dimensions. A dimension with a single theme aggregates nothing, and a theme without concepts, where other themes have some, shows no data. The rule says so in one finding for the whole figure. Tag what is missing with `tier` and `parent`, or merge what is thin.',
    byHand:
      'Where no theme or concept is without a parent, only the author can say which are missing, or merge what is thin.',
    bad: `Our data structure has two dimensions.

- [Gain]{.construct #k-gain tier=dimension def="reasons that lie in what one gets"}:
  [pay]{.construct #k-pay tier=theme parent=k-gain def="money and what it buys"},
  [career]{.construct #k-career tier=theme parent=k-gain def="the way up"}
- [Norms]{.construct #k-norm tier=dimension def="reasons that lie in what one ought to do"}:
  [duty]{.construct #k-duty tier=theme parent=k-norm def="what is owed to others"}
`,
    good: `Our data structure has two dimensions.

- [Gain]{.construct #k-gain tier=dimension def="reasons that lie in what one gets"}:
  [pay]{.construct #k-pay tier=theme parent=k-gain def="money and what it buys"},
  [career]{.construct #k-career tier=theme parent=k-gain def="the way up"}
- [Norms]{.construct #k-norm tier=dimension def="reasons that lie in what one ought to do"}:
  [duty]{.construct #k-duty tier=theme parent=k-norm def="what is owed to others"},
  [pride]{.construct #k-pride tier=theme parent=k-norm def="what one owes to oneself"}
`,
  },
  *check(project) {
    const onTiers = project.elementsWith('tier').filter(({ kind }) => kind === 'construct');
    // What is misspelt may be the very one that is missed.
    if (onTiers.some((element) => isFaulty(project, element, ['tier', 'parent']))) return;
    const tiered = onTiers.filter(isTiered);
    for (const members of structuresOf(project, tiered)) yield* judge(project, members);
  },
  fix(finding, project) {
    const thin = elementOfFinding(finding, project);
    const lower = thin && BELOW[valueOf(thin, 'tier') ?? ''];
    if (!thin || lower === undefined) return [];
    const free = nearby(project, thin, (candidate) =>
      candidate.kind === 'construct' &&
      valueOf(candidate, 'tier') === lower &&
      project.linksFrom(candidate, 'broader').length === 0
        ? 0
        : undefined,
    );
    return free.flatMap((child) =>
      link(
        project,
        `Put the ${lower} ${labelOf(child)} under ${nameOf(thin)}`,
        { element: child, attribute: 'parent' },
        { element: thin },
      ),
    );
  },
};

/** The tier below one. */
const BELOW: Readonly<Record<string, string>> = { dimension: 'theme', theme: 'concept' };

function isTiered(element: Element): boolean {
  return ['concept', 'theme', 'dimension'].includes(valueOf(element, 'tier') ?? '');
}

function* judge(project: Project, members: readonly Element[]): Iterable<Problem> {
  const childrenOf = (element: Element, tier: string): number =>
    project.linksTo(element, 'broader').filter(({ from }) => {
      const child = elementOfNode(from);
      return child && valueOf(child, 'tier') === tier;
    }).length;
  const dimensions = members.filter((member) => valueOf(member, 'tier') === 'dimension');
  const themes = members.filter((member) => valueOf(member, 'tier') === 'theme');
  const hasThemes = dimensions.some((dimension) => childrenOf(dimension, 'theme') > 0);
  const hasConcepts = themes.some((theme) => childrenOf(theme, 'concept') > 0);
  const single = dimensions.filter((dimension) => childrenOf(dimension, 'theme') === 1);
  const empty = hasThemes
    ? dimensions.filter((dimension) => childrenOf(dimension, 'theme') === 0)
    : [];
  const bare = hasConcepts ? themes.filter((theme) => childrenOf(theme, 'concept') === 0) : [];
  const thin = new Set([...single, ...empty, ...bare]);
  const [first, ...others] = members.filter((member) => thin.has(member));
  if (!first) return;
  const parts = [
    part('dimension', single, 'a single theme'),
    part('dimension', empty, 'no theme'),
    part('theme', bare, 'no concept'),
  ].filter((text) => text !== '');
  yield problemOf(first, `The data structure is thin: ${parts.join('; ')}`, {
    related: others.map((other) => ({
      message: `${nameOf(other)} is thin as well`,
      place: other.place,
    })),
  });
}

function part(tier: string, elements: readonly Element[], what: string): string {
  const names = elements.map(nameOf);
  const last = names.pop();
  if (last === undefined) return '';
  return names.length === 0
    ? `the ${tier} ${last} has ${what}`
    : `the ${tier}s ${names.join(', ')} and ${last} have ${what}`;
}

/** The figures of the paper: what stands under one broader construct; all that stands under none is one figure. */
function structuresOf(project: Project, tiered: readonly Element[]): Element[][] {
  const structures = new Map<Element | undefined, Element[]>();
  const roots = new Map<Element, Element | undefined>();
  for (const element of tiered) {
    const root = rootOf(project, element, roots);
    const structure = structures.get(root) ?? [];
    structures.set(root, structure);
    structure.push(element);
  }
  return [...structures.values()];
}

/**
 * The broadest construct above an element that is itself on no tier of a data structure.
 * @param roots those that have been found, to which all on the way are added
 */
function rootOf(
  project: Project,
  element: Element,
  roots: Map<Element, Element | undefined>,
): Element | undefined {
  const way = new Set<Element>();
  let root: Element | undefined;
  for (let at: Element | undefined = element; at && !way.has(at);) {
    if (roots.has(at)) {
      root = roots.get(at);
      break;
    }
    way.add(at);
    if (attributesOf(at, 'tier').length === 0) {
      root = at;
      break;
    }
    const [link] = project.linksFrom(at, 'broader');
    at = link && elementOfNode(link.to);
  }
  for (const passed of way) roots.set(passed, root);
  return root;
}
