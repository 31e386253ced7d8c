import type { MapDraft } from './draft';

/**
 * Says of the constructs what they are to the mechanisms: one that only sets something off is drawn
 * as a trigger, one that only comes of something as an outcome.
 */
export function settleEnds(draft: MapDraft): void {
  const edges = [...draft.edges];
  for (const node of draft.nodes) {
    if (node.role !== 'construct' || node.parent !== undefined) continue;
    const into = edges.filter(({ to }) => to === node.key);
    const out = edges.filter(({ from }) => from === node.key);
    const [roles, others] = into.length > 0 ? [into, out] : [out, into];
    if (others.length > 0) continue;
    const end = into.length > 0 ? 'outcome' : 'trigger';
    if (roles.some(({ role }) => role === end)) node.role = end;
  }
}
