import type { ArgumentMap, MapEdge, MapNode } from '../../figures';
import { testText } from './boxes';

/** A node with what stands inside it, and a name that every notation of graphs takes. */
export interface NamedNode {
  readonly name: string;
  readonly node: MapNode;
  readonly inner: readonly NamedNode[];
}

/** A map as a tree whose nodes are called `n1`, `n2` and so on, in their order. */
export interface NamedMap {
  readonly tops: readonly NamedNode[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly edge: MapEdge }[];
}

/** Names the nodes of a map. Keys hold what authors write, names nothing that a notation could take for its own. */
export function namedMap({ nodes, edges }: ArgumentMap): NamedMap {
  const names = new Map(nodes.map(({ key }, index) => [key, `n${index + 1}`]));
  const inner = new Map<string | undefined, MapNode[]>();
  for (const node of nodes) {
    const beside = inner.get(node.parent);
    if (beside) beside.push(node);
    else inner.set(node.parent, [node]);
  }
  const build = (node: MapNode): NamedNode => ({
    name: names.get(node.key) ?? '',
    node,
    inner: (inner.get(node.key) ?? []).map(build),
  });
  return {
    tops: (inner.get(undefined) ?? []).map(build),
    edges: edges.flatMap((edge) => {
      const [from, to] = [names.get(edge.from), names.get(edge.to)];
      return from !== undefined && to !== undefined ? [{ from, to, edge }] : [];
    }),
  };
}

/** The lines of a node's label: number and name, then who acts or who said it. */
export function labelLines({ mark, label, detail }: MapNode): string[] {
  return [mark === '' ? label : `${mark} ${label}`, detail].filter((line) => line !== '');
}

/** What stands on an arrow: a proposition with its sign, the condition of a branch, tests with their results. */
export function edgeText({ role, label, sign = '', tests }: MapEdge): string {
  const said = [label, role === 'causes' ? sign : ''].filter((part) => part !== '').join(' ');
  const against = role === 'challenges' ? 'against' : role === 'rival' ? 'rival' : '';
  return [said, against, ...tests.map(testText)].filter((part) => part !== '').join('; ');
}

/** A text on one line, without control characters, which would end a statement, and halves of surrogate pairs. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .trim();
}
