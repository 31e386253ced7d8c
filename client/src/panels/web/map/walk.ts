import type { LaidOutEdge, LaidOutNode } from '../../../../../server/src/core/figures';

/** An arrow key, by where it leads. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** What of a laid-out map a reader can walk on. */
export interface Walkable {
  readonly nodes: readonly Pick<LaidOutNode, 'key' | 'node' | 'x' | 'y' | 'width' | 'height'>[];
  readonly edges: readonly Pick<LaidOutEdge, 'from' | 'to'>[];
}

type Node = Walkable['nodes'][number];

/**
 * The node to which an arrow key leads from one: to the right and left along the arrows where some lead that way, else,
 * as up and down, to the nearest thing that stands there.
 * @returns its key, or nothing where there is none
 */
export function step({ nodes, edges }: Walkable, from: string, to: Direction): string | undefined {
  const start = nodes.find(({ key }) => key === from);
  if (!start) return nodes[0]?.key;
  const candidates = nodes.filter((node) => node !== start && lies(node, start, to));
  const linked = new Set(
    edges.flatMap((edge) =>
      edge.from === start.node ? [edge.to] : edge.to === start.node ? [edge.from] : [],
    ),
  );
  const along = candidates.filter(({ node }) => linked.has(node));
  return nearest(along, start, to)?.key ?? nearest(candidates, start, to)?.key;
}

/** Whether a node stands in a direction of another: its beginning lies further that way. */
function lies(node: Node, start: Node, to: Direction): boolean {
  switch (to) {
    case 'right':
      return node.x > start.x + 1;
    case 'left':
      return node.x < start.x - 1;
    case 'down':
      return node.y > start.y + 1;
    case 'up':
      return node.y < start.y - 1;
  }
}

function nearest(nodes: readonly Node[], start: Node, to: Direction): Node | undefined {
  let best: Node | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const distance = away(node, start, to);
    if (distance < least) [best, least] = [node, distance];
  }
  return best;
}

/** How far a node is, where what lies beside the way counts thrice. */
function away(node: Node, start: Node, to: Direction): number {
  const isAcross = to === 'left' || to === 'right';
  const x = gap(node.x, node.width, start.x, start.width);
  const y = gap(node.y, node.height, start.y, start.height);
  const onWay = isAcross ? Math.abs(node.x - start.x) : Math.abs(node.y - start.y);
  return onWay + 3 * (isAcross ? y : x);
}

/** What is free between two stretches; 0 where they overlap. */
function gap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.max(0, a - (b + bLength), b - (a + aLength));
}
