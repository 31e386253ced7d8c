import type { ArgumentMap, MapNode, MapOptions } from '../../figures';
import type { Project } from '../../project';
import { addCauses } from './causes';
import { MapDraft } from './draft';
import { addEnds } from './ends';
import { addFlow } from './flow';
import { fold } from './folding';
import { addClaims, addEvidence } from './grounds';
import { addFacets, addInstances } from './groups';
import { addMechanisms } from './mechanisms';
import { shownMechanisms } from './shown';
import { settleEnds } from './settling';

/**
 * The argument of a project as a graph: what sets mechanisms off, their steps in phase lanes, what comes of them, the
 * constructs between them and the propositions that join these; on demand the claims and the evidence. Its order follows
 * the manuscript, and is the same each time.
 */
export function argumentMap(project: Project, options: MapOptions): ArgumentMap {
  const shown = shownMechanisms(project, options.focus);
  const draft = new MapDraft();
  addMechanisms(project, shown, draft);
  for (const mechanism of shown.mechanisms) {
    addFlow(project, mechanism, draft);
    addEnds(project, mechanism, draft);
  }
  if (options.focus === undefined) addInstances(project, shown, draft);
  addCauses(project, options.focus !== undefined, draft);
  addFacets(project, draft);
  settleEnds(draft);
  const claims = options.claims ? addClaims(project, shown, draft) : [];
  if (options.evidence) addEvidence(project, shown, claims, options, draft);
  const focused = options.focus === undefined ? undefined : shown.mechanisms[0];
  const title = focused ? (draft.node(draft.keyOf(focused))?.label ?? '') : '';
  return { title, ...fold(parentsFirst([...draft.nodes]), [...draft.edges], options.collapsed) };
}

/** What holds others before what it holds; else as it was. */
function parentsFirst(nodes: readonly MapNode[]): MapNode[] {
  const inner = new Map<string | undefined, MapNode[]>();
  for (const node of nodes) {
    const beside = inner.get(node.parent);
    if (beside) beside.push(node);
    else inner.set(node.parent, [node]);
  }
  const ordered: MapNode[] = [];
  const open = [...(inner.get(undefined) ?? [])].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    ordered.push(node);
    open.push(...[...(inner.get(node.key) ?? [])].reverse());
  }
  return ordered;
}
