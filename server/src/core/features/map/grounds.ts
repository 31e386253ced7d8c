import type { MapOptions } from '../../figures';
import {
  attributeOf,
  claimsOf,
  elementOfNode,
  nodeKey,
  premisesOf,
  stepsOf,
  valueOf,
  type Element,
  type Link,
  type Project,
} from '../../project';
import { attributionOf, WANTS_GROUNDS } from '../grounds';
import { nameOf } from '../naming';
import type { MapDraft } from './draft';
import { anchorOf, homeIn } from './mechanisms';
import type { ShownMechanisms } from './shown';

const WHOLE = Number.POSITIVE_INFINITY;

/**
 * Adds the claims that report a mechanism, inside it, with what follows from what; and its rivals. Directed propositions
 * are arrows already.
 * @returns the claims that were added
 */
export function addClaims(
  project: Project,
  { mechanisms }: ShownMechanisms,
  draft: MapDraft,
): Element[] {
  const added: Element[] = [];
  for (const mechanism of mechanisms) {
    const about = [mechanism, ...stepsOf(project, mechanism)];
    for (const claim of about.flatMap((element) => claimsOf(project, element))) {
      if (draft.has(claim) || isDirected(claim) || !isOwn(claim)) continue;
      addClaim(claim, homeIn(project, claim, mechanism, draft), draft);
      added.push(claim);
    }
    for (const { to } of project.linksFrom(mechanism, 'rival')) {
      const rival = elementOfNode(to);
      if (!rival) continue;
      if (!draft.has(rival)) {
        addClaim(rival, draft.node(draft.keyOf(mechanism))?.parent, draft);
        added.push(rival);
      }
      draft.addEdge('rival', draft.keyOf(rival), draft.keyOf(mechanism), {
        text: 'A rival explanation',
      });
    }
  }
  for (const claim of added) {
    for (const premise of premisesOf(project, claim)) {
      if (draft.has(premise)) draft.addEdge('premise', draft.keyOf(premise), draft.keyOf(claim));
    }
  }
  return added;
}

/** Adds the evidence for and against mechanisms, steps and claims. What sets a scene supports nothing. */
export function addEvidence(
  project: Project,
  { mechanisms }: ShownMechanisms,
  claims: readonly Element[],
  { tests }: Pick<MapOptions, 'tests'>,
  draft: MapDraft,
): void {
  const hosts = mechanisms.flatMap((mechanism) => [mechanism, ...stepsOf(project, mechanism)]);
  for (const host of [...hosts, ...claims]) {
    const to = host.kind === 'step' ? anchorOf(host, draft) : draft.keyOf(host);
    for (const role of ['supports', 'challenges'] as const) {
      for (const link of project.linksTo(host, role)) {
        const from = addGround(project, link, draft);
        if (from === undefined) continue;
        const shown = tests
          ? link.tests.map(({ test, result }) => ({ test, ...(result ? { result } : {}) }))
          : [];
        draft.addEdge(role, from, to, { tests: shown });
      }
    }
  }
}

function addClaim(claim: Element, parent: string | undefined, draft: MapDraft): void {
  const label = nameOf(claim, WHOLE);
  const type = valueOf(claim, 'type') ?? '';
  const status = attributeOf(claim, 'status')?.text ?? '';
  draft.addElement(claim, 'claim', {
    label,
    mark: attributeOf(claim, 'label')?.text ?? '',
    detail: [type, status].filter((part) => part !== '').join(', '),
    text: `Claim: ${label}`,
    ...(parent === undefined ? {} : { parent }),
  });
}

function addGround(
  project: Project,
  { from, declarations }: Link,
  draft: MapDraft,
): string | undefined {
  const evidence = elementOfNode(from);
  if (evidence) {
    if (valueOf(evidence, 'display') === 'context') return undefined;
    const label = nameOf(evidence, WHOLE);
    const detail = attributionOf(project, evidence) ?? '';
    const said = detail === '' ? label : `${label} (${detail})`;
    return draft.addElement(evidence, 'evidence', { label, detail, text: `Evidence: ${said}` });
  }
  if (from.type !== 'citation') return undefined;
  const place = declarations[0]?.place;
  return draft.addNode(nodeKey(from), 'evidence', {
    label: `@${from.key}`,
    text: `Cited work: ${from.key}`,
    ...(place ? { place } : {}),
  });
}

/** Types of claim that the paper makes about a mechanism; others stand near it and say what is known, or how it was found. */
const OWN: ReadonlySet<string> = new Set([...WANTS_GROUNDS, 'rival', 'assumption']);

function isOwn(claim: Element): boolean {
  return OWN.has(valueOf(claim, 'type') ?? '');
}

function isDirected(claim: Element): boolean {
  return attributeOf(claim, 'cause') !== undefined && attributeOf(claim, 'effect') !== undefined;
}
