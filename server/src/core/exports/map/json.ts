import type { ArgumentMap, MapEdge, MapNode } from '../../figures';

/** Where something begins, as a command prints it: 0-based lines and UTF-16 characters. */
export interface MapLocation {
  readonly file: string;
  readonly line: number;
  readonly character: number;
}

/**
 * A map as JSON, `"version": 1`: nodes with their role, label and what they stand inside, edges with their role and
 * tests. Keys of nodes are unique in the map; `id` is that of the element, without `#`.
 * @param locate where a node or edge stands
 */
export function mapJson(
  { title, nodes, edges }: ArgumentMap,
  locate: (one: MapNode | MapEdge) => MapLocation | undefined,
): string {
  const value = {
    version: 1,
    title,
    nodes: nodes.map((node) => ({
      key: node.key,
      role: node.role,
      id: node.id ?? null,
      label: node.label,
      mark: node.mark,
      detail: node.detail,
      parent: node.parent ?? null,
      missing: node.missing,
      ...locate(node),
    })),
    edges: edges.map((edge) => ({
      key: edge.key,
      role: edge.role,
      from: edge.from,
      to: edge.to,
      id: edge.id ?? null,
      label: edge.label,
      sign: edge.sign ?? null,
      tests: edge.tests.map(({ test, result = null }) => ({ test, result })),
      ...locate(edge),
    })),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
