import type { MapEdge, MapNode } from '../../figures';

/** Leaves out what stands inside folded nodes; arrows to it end at what is folded. */
export function fold(
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
  collapsed: ReadonlySet<string>,
): { readonly nodes: MapNode[]; readonly edges: MapEdge[] } {
  const known = new Map(nodes.map((node) => [node.key, node]));
  const holders = new Set(nodes.flatMap(({ parent }) => parent ?? []));
  const shown = new Map<string, string>();
  for (const { key } of nodes) {
    let end = key;
    for (let at: string | undefined = key; at !== undefined; at = known.get(at)?.parent) {
      if (at !== key && collapsed.has(at)) end = at;
    }
    shown.set(key, end);
  }
  const kept = nodes
    .filter(({ key }) => shown.get(key) === key)
    .map((node) => {
      const isCollapsible = holders.has(node.key);
      return { ...node, isCollapsible, isCollapsed: isCollapsible && collapsed.has(node.key) };
    });
  const drawn = new Map<string, MapEdge>();
  for (const edge of edges) {
    const from = shown.get(edge.from);
    const to = shown.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const isMoved = from !== edge.from || to !== edge.to;
    const key = isMoved ? `${from} ${edge.role} ${to}` : edge.key;
    if (!drawn.has(key)) drawn.set(key, isMoved ? { ...edge, key, from, to } : edge);
  }
  const linked = new Set([...drawn.values()].flatMap(({ from, to }) => [from, to]));
  // Evidence stands inside nothing: with what it supports it goes.
  const left = kept.filter(({ role, key }) => role !== 'evidence' || linked.has(key));
  return { nodes: left, edges: [...drawn.values()] };
}
