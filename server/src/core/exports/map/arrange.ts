import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api';
import { ACROSS, ORDER, type ElkPlan } from './elkGraph';
import { aloneOptions, MANY_EDGES, manyEdgesOptions } from './elkOptions';

/** ELK's layout: gives the graph back with places. Injected, as it runs in a worker in one world and not in the other. */
export type LayoutEngine = (graph: ElkNode) => Promise<ElkNode>;

/** Between parts of the map that nothing joins. */
const GAP = 30;

/**
 * Lays out a plan: first each lane alone, then what hangs together with lanes as boxes of one height, and puts the parts
 * one below the other.
 * @returns the graph of the plan with places
 */
export async function arrange(plan: ElkPlan, engine: LayoutEngine): Promise<ElkNode> {
  const filled = new Map<string, ElkNode>();
  for (const lanes of plan.lanes) {
    const laid = await Promise.all(lanes.map((lane) => alone(lane, engine)));
    const height = Math.max(...laid.map((lane) => lane.height ?? 0));
    for (const lane of laid) filled.set(lane.id, { ...lane, height });
  }
  const boxed = withBoxes(plan.graph, filled);
  const components = componentsOf(boxed, plan.ports);
  const laid = await Promise.all(components.map((component) => engine(component)));
  const graph = stacked(plan.graph, laid);
  return refilled(graph, filled);
}

async function alone(lane: ElkNode, engine: LayoutEngine): Promise<ElkNode> {
  const ports = lane.ports?.filter((port) => !isOrder(port)) ?? [];
  const graph = {
    id: `alone ${lane.id}`,
    layoutOptions: aloneOptions,
    children: [{ ...lane, ports }],
  };
  const laid = (await engine(graph)).children?.[0] ?? lane;
  return { ...laid, ports: [...(laid.ports ?? []), ...(lane.ports?.filter(isOrder) ?? [])] };
}

function isOrder({ layoutOptions }: ElkPort): boolean {
  return layoutOptions?.[ORDER] === 'true';
}

/** The graph with lanes as boxes whose ports have their places. */
function withBoxes(node: ElkNode, filled: ReadonlyMap<string, ElkNode>): ElkNode {
  const lane = filled.get(node.id);
  if (!lane) {
    const children = node.children?.map((child) => withBoxes(child, filled));
    return { ...node, ...(children ? { children } : {}) };
  }
  const { id, width = 0, height = 0, ports = [] } = lane;
  const placed = ports.map((port): ElkPort => {
    const isEast = port.layoutOptions?.['elk.port.side'] === 'EAST';
    const y = isOrder(port) ? ACROSS : (port.y ?? 0);
    const side = isEast ? 'EAST' : 'WEST';
    return { ...port, x: isEast ? width : 0, y, layoutOptions: { 'elk.port.side': side } };
  });
  return {
    id,
    width,
    height,
    ports: placed,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  };
}

/** The parts of a graph that no edge joins, in their order. */
function componentsOf(graph: ElkNode, ports: ReadonlyMap<string, string>): ElkNode[] {
  const tops = graph.children ?? [];
  const topOf = new Map<string, string>();
  const visit = (node: ElkNode, top: string): void => {
    topOf.set(node.id, top);
    node.children?.forEach((child) => visit(child, top));
  };
  for (const top of tops) visit(top, top.id);
  const leader = new Map(tops.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at))
      at = next;
    return at;
  };
  const endOf = (id = '') => find(topOf.get(ports.get(id) ?? id) ?? id);
  for (const { sources, targets } of graph.edges ?? []) {
    leader.set(endOf(targets[0]), endOf(sources[0]));
  }
  const components = new Map<string, { children: ElkNode[]; edges: ElkExtendedEdge[] }>();
  for (const top of tops) {
    const key = find(top.id);
    const component = components.get(key) ?? { children: [], edges: [] };
    component.children.push(top);
    components.set(key, component);
  }
  for (const edge of graph.edges ?? []) components.get(endOf(edge.sources[0]))?.edges.push(edge);
  return [...components.values()].map((component, index) => ({
    ...graph,
    id: `part ${index + 1}`,
    ...component,
    layoutOptions: {
      ...graph.layoutOptions,
      ...(component.edges.length > MANY_EDGES ? manyEdgesOptions : {}),
    },
  }));
}

/** Parts in rows: beside each other where they fit into the width of the widest, else below. */
function stacked(graph: ElkNode, parts: readonly ElkNode[]): ElkNode {
  const widest = Math.max(0, ...parts.map(({ width = 0 }) => width));
  const children: ElkNode[] = [];
  let [x, y, rowHeight] = [0, 0, 0];
  for (const part of parts) {
    const { width = 0, height = 0 } = part;
    if (x > 0 && x + width > widest) [x, y, rowHeight] = [0, y + rowHeight + GAP, 0];
    children.push({ ...part, x, y });
    x += width + GAP;
    rowHeight = Math.max(rowHeight, height);
  }
  return { id: graph.id, children, width: widest, height: y + rowHeight };
}

/** The lanes with what stands in them. */
function refilled(node: ElkNode, filled: ReadonlyMap<string, ElkNode>): ElkNode {
  const lane = filled.get(node.id);
  if (lane) return { ...node, children: lane.children ?? [], edges: lane.edges ?? [] };
  const children = node.children?.map((child) => refilled(child, filled));
  return { ...node, ...(children ? { children } : {}) };
}
