import { elementOfNode, valueOf, type Element, type Project } from '../../project';
import type { MapDraft } from './draft';
import { addConstruct } from './ends';
import { takesPart, type ShownMechanisms } from './shown';

/** Constructs of these tiers are drawn inside the construct whose component they are. */
const INNER: ReadonlySet<string> = new Set(['facet', 'theme']);

/** Draws mechanisms inside the construct that they are instances of, where there are several. */
export function addInstances(
  project: Project,
  { mechanisms, wholeOf }: ShownMechanisms,
  draft: MapDraft,
): void {
  const instances = new Map<Element, Element[]>();
  for (const mechanism of mechanisms) {
    if (wholeOf(mechanism)) continue;
    const [construct] = targetsOf(project, mechanism, 'instantiates');
    if (!construct) continue;
    const others = instances.get(construct);
    if (others) others.push(mechanism);
    else instances.set(construct, [mechanism]);
  }
  for (const [construct, members] of instances) {
    if (members.length < 2) continue;
    addConstruct(construct, draft);
    for (const member of members) place(member, construct, draft);
  }
}

/** Draws the facets of a construct inside it, all of them where it or one of them is in the map; themes likewise. */
export function addFacets(project: Project, draft: MapDraft): void {
  const inner = project
    .elementsOfKind('construct')
    .filter(
      (construct) => INNER.has(valueOf(construct, 'tier') ?? '') && takesPart(project, construct),
    );
  const wanted = new Set<Element>();
  for (const construct of inner) {
    const [parent] = targetsOf(project, construct, 'broader');
    if (!parent) continue;
    const isFacet = valueOf(construct, 'tier') === 'facet';
    if (draft.has(parent) || (isFacet && draft.has(construct))) wanted.add(parent);
  }
  for (const parent of wanted) {
    addConstruct(parent, draft);
    for (const construct of inner) {
      if (targetsOf(project, construct, 'broader')[0] !== parent || construct === parent) continue;
      addConstruct(construct, draft);
      place(construct, parent, draft);
    }
  }
}

/** Puts one node inside another, which is a group from then on. A ring of parts would have no outside. */
function place(inner: Element, outer: Element, draft: MapDraft): void {
  const node = draft.node(draft.keyOf(inner));
  const group = draft.node(draft.keyOf(outer));
  if (!node || !group || node.parent !== undefined) return;
  for (let around = group; ;) {
    if (around === node) return;
    const next = around.parent === undefined ? undefined : draft.node(around.parent);
    if (!next) break;
    around = next;
  }
  node.parent = group.key;
  group.role = 'group';
}

function targetsOf(
  project: Project,
  element: Element,
  kind: 'broader' | 'instantiates',
): Element[] {
  return project.linksFrom(element, kind).flatMap(({ to }) => {
    const target = elementOfNode(to);
    return target?.kind === 'construct' ? [target] : [];
  });
}
