import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type {
  ArgumentMap,
  Box,
  LaidOutEdge,
  LaidOutMap,
  LaidOutNode,
  MapEdge,
  Point,
  TextLine,
} from '../../figures';
import { arrange, type LayoutEngine } from './arrange';
import type { BoxContents } from './boxes';
import { ACROSS, notesKey, planLayout, type ElkPlan } from './elkGraph';
import { NOTE_GAP, type Sized } from './sizing';

/** White room around the drawing. */
const MARGIN = 12;

/** Gives every node and arrow of a map its place, the same for the same map. */
export async function layoutMap(map: ArgumentMap, engine: LayoutEngine): Promise<LaidOutMap> {
  const plan = planLayout(map);
  const graph = await arrange(plan, engine);
  const placed = placesOf(graph);
  const routes = routesOf(graph, placed);
  const nodes = [...plan.nodes.values()];
  const drawn = nodes.flatMap((sized) => draw(sized, depthOf(sized, plan), placed));
  const edges = map.edges.flatMap((edge) => drawEdge(edge, plan, placed, routes) ?? []);
  return framed({ title: map.title, nodes: drawn, edges });
}

/** Where a route of ELK runs, and where its label stands. */
interface Route {
  readonly points: readonly Point[];
  readonly label?: Point;
}

/** The boxes of all nodes by key, from the upper left corner of the drawing. */
function placesOf(graph: ElkNode): Map<string, Box> {
  const places = new Map<string, Box>();
  const visit = (node: ElkNode, { x, y }: Point): void => {
    for (const child of node.children ?? []) {
      const at = { x: x + (child.x ?? 0), y: y + (child.y ?? 0) };
      places.set(child.id, { ...at, width: child.width ?? 0, height: child.height ?? 0 });
      visit(child, at);
    }
  };
  visit(graph, { x: 0, y: 0 });
  return places;
}

function routesOf(graph: ElkNode, places: ReadonlyMap<string, Box>): Map<string, Route> {
  const routes = new Map<string, Route>();
  const visit = (node: ElkNode): void => {
    for (const edge of (node.edges ?? []) as PlacedEdge[]) {
      const origin = places.get(edge.container ?? node.id) ?? { x: 0, y: 0 };
      const moved = ({ x, y }: Point): Point => ({ x: x + origin.x, y: y + origin.y });
      const points = (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
        moved(startPoint),
        ...bendPoints.map(moved),
        moved(endPoint),
      ]);
      const [label] = edge.labels ?? [];
      const at = label ? moved({ x: label.x ?? 0, y: label.y ?? 0 }) : undefined;
      routes.set(edge.id, { points, ...(at ? { label: at } : {}) });
    }
    node.children?.forEach(visit);
  };
  visit(graph);
  return routes;
}

/** ELK says in which graph's coordinates it gives an edge. */
interface PlacedEdge extends ElkExtendedEdge {
  readonly container?: string;
}

function draw(
  { node, contents, notes, inner }: Sized,
  depth: number,
  places: ReadonlyMap<string, Box>,
): LaidOutNode[] {
  const place = places.get(node.key);
  if (!place) return [];
  const isHolder = inner.length > 0;
  const box = isHolder ? place : { ...place, height: contents.height };
  const { key, role, id, isCollapsed, isCollapsible, missing } = node;
  const own: LaidOutNode = {
    key,
    node: key,
    role,
    ...(id === undefined ? {} : { id }),
    title: node.text,
    ...box,
    lines: [
      ...linesAt(contents, { x: box.x + (box.width - contents.width) / 2, y: box.y }),
      ...(isHolder ? [] : markOf(node.mark, box)),
    ],
    depth,
    isCollapsed,
    isCollapsible,
    isIncomplete: missing.length > 0,
    isAgainst: false,
    tests: [],
  };
  const room = isHolder ? places.get(notesKey(key)) : undefined;
  let y = room ? room.y : box.y + box.height + NOTE_GAP;
  const below = notes.map(({ evidence, edge, contents: note }): LaidOutNode => {
    const at = { x: room?.x ?? box.x, y };
    y += note.height + NOTE_GAP;
    return {
      key: edge.key,
      node: evidence.key,
      role: 'evidence',
      ...(evidence.id === undefined ? {} : { id: evidence.id }),
      title: evidence.text,
      ...at,
      width: note.width,
      height: note.height,
      lines: linesAt(note, at),
      depth: depth + 1,
      isCollapsed: false,
      isCollapsible: false,
      isIncomplete: false,
      isAgainst: edge.role === 'challenges',
      tests: edge.tests,
    };
  });
  return [own, ...below];
}

/** The number of a step stands on the upper left corner of its box. */
function markOf(mark: string, { x, y }: Box): TextLine[] {
  return mark === '' ? [] : [{ text: mark, role: 'mark', isCentred: true, x, y: y + 3.5 }];
}

function linesAt({ lines }: BoxContents, { x, y }: Point): TextLine[] {
  return lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y }));
}

function depthOf({ node }: Sized, plan: ElkPlan): number {
  let depth = 0;
  for (let at = node.parent; at !== undefined; at = plan.nodes.get(at)?.node.parent) depth++;
  return depth;
}

function drawEdge(
  edge: MapEdge,
  plan: ElkPlan,
  places: ReadonlyMap<string, Box>,
  routes: ReadonlyMap<string, Route>,
): LaidOutEdge | undefined {
  const parts = plan.parts.get(edge.key);
  const points = parts
    ? joined(parts.map((part) => routes.get(part)?.points ?? []))
    : plan.across.has(edge.key)
      ? straight(places.get(edge.from), places.get(edge.to))
      : [];
  if (points.length < 2) return undefined;
  const contents = plan.labels.get(edge.key);
  const at = contents && (parts ? labelOf(parts, routes) : above(contents, points));
  const { key, role, from, to, id, text, sign } = edge;
  return {
    key,
    role,
    from,
    to,
    title: text,
    points,
    ...(id === undefined ? {} : { id }),
    ...(sign === undefined ? {} : { sign }),
    ...(contents && at
      ? {
          label: {
            ...at,
            width: contents.width,
            height: contents.height,
            lines: linesAt(contents, at),
          },
        }
      : {}),
  };
}

function labelOf(parts: readonly string[], routes: ReadonlyMap<string, Route>): Point | undefined {
  return parts.map((part) => routes.get(part)?.label).find((label) => label !== undefined);
}

/** Above the middle of a straight line. */
function above({ width, height }: BoxContents, points: readonly Point[]): Point {
  const [start = { x: 0, y: 0 }, end = start] = [points[0], points[points.length - 1]];
  return { x: (start.x + end.x - width) / 2, y: Math.min(start.y, end.y) - height - 1 };
}

/** Jogs that are smaller than this are an effect of rounding. */
const JOG = 3;

/** One route of several, with right angles only; points in line with their neighbours go. */
function joined(routes: readonly (readonly Point[])[]): Point[] {
  const points: Point[] = [];
  for (const given of routes.flat()) {
    const last = points.at(-1);
    if (last && Math.abs(last.x - given.x) < 0.1 && Math.abs(last.y - given.y) < 0.1) continue;
    const point = last ? inLine(last, given) : given;
    const before = points.at(-2);
    const isStraight =
      last && before
        ? (before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y)
        : false;
    if (isStraight) points.pop();
    points.push(point);
  }
  return points;
}

function inLine(before: Point, { x, y }: Point): Point {
  const [dx, dy] = [Math.abs(x - before.x), Math.abs(y - before.y)];
  if (dy < JOG && dx >= dy) return { x, y: before.y };
  return dx < JOG ? { x: before.x, y } : { x, y };
}

function straight(from: Box | undefined, to: Box | undefined): Point[] {
  if (!from || !to) return [];
  const isBack = to.x < from.x;
  const start = { x: isBack ? from.x : from.x + from.width, y: from.y + ACROSS };
  const end = { x: isBack ? to.x + to.width : to.x, y: to.y + ACROSS };
  if (start.y === end.y) return [start, end];
  const middle = (start.x + end.x) / 2;
  return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
}

/** Moves everything to the upper left corner, and says how large it is. */
function framed({
  title,
  nodes,
  edges,
}: Pick<LaidOutMap, 'title' | 'nodes' | 'edges'>): LaidOutMap {
  const boxes: Box[] = [...nodes, ...edges.flatMap(({ label }) => label ?? [])];
  const points = [
    ...edges.flatMap((edge) => edge.points),
    ...boxes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  ];
  if (points.length === 0) return { title, width: 2 * MARGIN, height: 2 * MARGIN, nodes, edges };
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  const [dx, dy] = [MARGIN - bounds.left, MARGIN - bounds.top];
  const move = <T extends Point>(one: T): T => ({ ...one, x: one.x + dx, y: one.y + dy });
  const moveLines = (lines: readonly TextLine[]): TextLine[] => lines.map(move);
  return {
    title,
    width: Math.ceil(bounds.right - bounds.left + 2 * MARGIN),
    height: Math.ceil(bounds.bottom - bounds.top + 2 * MARGIN),
    nodes: nodes.map((node) => ({ ...move(node), lines: moveLines(node.lines) })),
    edges: edges.map((edge) => ({
      ...edge,
      points: edge.points.map(move),
      ...(edge.label ? { label: { ...move(edge.label), lines: moveLines(edge.label.lines) } } : {}),
    })),
  };
}
