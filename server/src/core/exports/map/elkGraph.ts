import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type { ArgumentMap, MapEdge, MapNode } from '../../figures';
import { edgeLabelOf, type BoxContents } from './boxes';
import { directions, listOptions, mapOptions, rowOptions, type Direction } from './elkOptions';
import { isGround, isLane, NOTE_GAP, notesHeight, sizeNodes, type Sized } from './sizing';

/** A map as a graph for ELK, and what it was made of. */
export interface ElkPlan {
  readonly graph: ElkNode;
  /** By key, what holds others before what it holds. */
  readonly nodes: ReadonlyMap<string, Sized>;
  /** The lanes that stand in no other, which are laid out first and by themselves, by mechanism. */
  readonly lanes: readonly (readonly ElkNode[])[];
  /** The node on whose border a port is. */
  readonly ports: ReadonlyMap<string, string>;
  /** The parts of each drawn edge in their order: an edge into a lane is several to ELK. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly labels: ReadonlyMap<string, BoxContents>;
  /** The keys of the edges between lanes, which are drawn as straight lines across. */
  readonly across: ReadonlySet<string>;
}

/** Plans the layout of a map: nodes inside nodes, edges, and ports where edges cross the border of a lane. */
export function planLayout(map: ArgumentMap): ElkPlan {
  const planner = new Planner(map.edges.filter((edge) => !isGround(edge)));
  for (const sized of sizeNodes(map)) planner.place(sized);
  for (const edge of map.edges) if (!isGround(edge)) planner.connect(edge);
  return planner;
}

/** Lines across lanes run this far below the tops of what they join. */
export const ACROSS = 22;

/** The key of the room for the notes of a node that holds others. */
export function notesKey(key: string): string {
  return `notes of ${key}`;
}

class Planner implements ElkPlan {
  readonly graph: ElkNode = { id: 'map', layoutOptions: mapOptions, children: [], edges: [] };
  readonly nodes = new Map<string, Sized>();
  readonly lanes: ElkNode[][] = [];
  readonly ports = new Map<string, string>();
  readonly parts = new Map<string, string[]>();
  readonly labels = new Map<string, BoxContents>();
  readonly across = new Set<string>();
  readonly #elk = new Map<string, ElkNode>();
  /** The ports of boxes with notes. */
  readonly #sides = new Map<string, { readonly west: string; readonly east: string }>();
  /** Nodes inside which ELK does a layout of its own: lanes, and all that holds others in a lane. */
  readonly #apart = new Set<string>();
  /** Groups whose members no arrow ends at. */
  readonly #lists = new Set<string>();
  /** What an edge begins or ends at. */
  readonly #joined: ReadonlySet<string>;
  /** What an edge ends at. */
  readonly #entered: ReadonlySet<string>;
  #edgeCount = 0;

  constructor(edges: readonly MapEdge[]) {
    this.#joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
    this.#entered = new Set(edges.map(({ to }) => to));
  }

  place(sized: Sized, parent: ElkNode = this.graph, direction: Direction = 'RIGHT'): void {
    const { node, contents, notes, inner } = sized;
    const own: ElkNode = { id: node.key };
    this.nodes.set(node.key, sized);
    this.#elk.set(node.key, own);
    (parent.children ??= []).push(own);
    if (inner.length === 0) {
      own.width = contents.width;
      own.height = contents.height;
      if (direction === 'DOWN') own.layoutOptions = { 'elk.alignment': 'TOP' };
      if (notes.length > 0) this.#makeRoom(own, notesHeight(notes), direction);
      return;
    }
    const isList = node.role === 'group' && !inner.some((one) => this.#joined.has(one.node.key));
    const within: Direction = isList || isLane(sized) ? 'DOWN' : direction;
    own.layoutOptions = directions(contents, within, direction === 'DOWN' || within !== direction);
    if (within === 'DOWN') this.#apart.add(node.key);
    if (isList || isLane(sized)) Object.assign(own.layoutOptions, rowOptions);
    if (isList) {
      this.#lists.add(node.key);
      Object.assign(own.layoutOptions, listOptions);
    }
    for (const [index, one] of inner.entries()) {
      this.place(one, own, within);
      if (isList) this.#setRow(one, index);
      else if (isLane(sized)) this.#setRow(one, laneRowOf(one, index));
    }
    if (isLane(sized)) this.#hangTogether(own, inner);
    if (notes.length > 0) {
      const [width, height] = [contents.width, notesHeight(notes) - NOTE_GAP];
      (own.children ??= []).push({ id: notesKey(node.key), width, height });
    }
    if (direction === 'RIGHT') this.#orderLanes(inner.filter(isLane));
  }

  connect(edge: MapEdge): void {
    const [from, to] = [this.#around(edge.from), this.#around(edge.to)];
    // An arrow from a node to what it stands inside says nothing that the nesting does not.
    if (from.includes(edge.to) || to.includes(edge.from)) return;
    if (this.#isAcross(from, to)) {
      this.across.add(edge.key);
      const text = writtenOn(edge);
      if (text !== '') this.labels.set(edge.key, edgeLabelOf(text, ACROSS_LABEL));
      return;
    }
    const parts: string[] = [];
    let source = this.#endOf(edge.from, 'out');
    const end = this.#endOf(edge.to, 'in');
    let home = this.#homeOf(from);
    for (const border of from.filter((holder) => this.#apart.has(holder) && !to.includes(holder))) {
      const port = this.#addPort(border, 'out');
      parts.push(this.#addPart(home, source, port));
      source = port;
      home = this.#homeOf(this.#around(border));
    }
    // The part that lies outside of all lanes, or between the two, carries the label.
    let labelled: MapEdge | undefined = edge;
    const entered = to.filter((holder) => this.#apart.has(holder) && !from.includes(holder));
    for (const border of entered.reverse()) {
      const port = this.#addPort(border, 'in');
      parts.push(this.#addPart(home, source, port, labelled));
      labelled = undefined;
      source = port;
      home = this.#elk.get(border) ?? home;
    }
    parts.push(this.#addPart(home, source, end, labelled));
    this.parts.set(edge.key, parts);
  }

  /** What has a layout of its own has all its ports placed by it; others get theirs where they are needed. */
  #endOf(key: string, way: 'in' | 'out'): string {
    if (!this.#apart.has(key) || this.#lists.has(key)) return key;
    const port = this.#addPort(key, way);
    const [own, sized] = [this.#elk.get(key), this.nodes.get(key)];
    const inner = sized && !isLane(sized) ? sized.inner.at(way === 'in' ? 0 : -1) : undefined;
    // The arrow stands over what comes first inside, or under what comes last.
    if (own && inner) {
      if (way === 'in') this.#addPart(own, port, inner.node.key);
      else this.#addPart(own, inner.node.key, port);
    }
    return port;
  }

  /** Adds an edge to the graph that it lies in. */
  #addPart(home: ElkNode, source: string, target: string, labelled?: MapEdge): string {
    const id = `edge ${++this.#edgeCount}`;
    const sources = [this.#sides.get(source)?.east ?? source];
    const targets = [this.#sides.get(target)?.west ?? target];
    const edge: ElkExtendedEdge = { id, sources, targets };
    const text = labelled ? writtenOn(labelled) : '';
    if (labelled && text !== '') {
      const contents = edgeLabelOf(text);
      this.labels.set(labelled.key, contents);
      const { width, height } = contents;
      edge.labels = [{ text, width, height }];
    }
    (home.edges ??= []).push(edge);
    return id;
  }

  #addPort(border: string, way: 'in' | 'out'): string {
    const isDown = this.#homeOf(this.#around(border)) !== this.graph;
    const side = isDown ? (way === 'in' ? 'NORTH' : 'SOUTH') : way === 'in' ? 'WEST' : 'EAST';
    return this.#portOf(border, { 'elk.port.side': side });
  }

  #portOf(border: string, layoutOptions: Record<string, string>, place = {}): string {
    const id = `port ${this.ports.size + 1}`;
    const node = this.#elk.get(border);
    if (node) (node.ports ??= []).push({ id, width: 0, height: 0, layoutOptions, ...place });
    this.ports.set(id, border);
    return id;
  }

  /** Arrows from left to right end at the box, those from top to bottom leave below its notes. */
  #makeRoom(own: ElkNode, notes: number, direction: Direction): void {
    const { id, width = 0, height = 0 } = own;
    own.height = height + notes;
    if (direction === 'DOWN') return;
    own.layoutOptions = { 'elk.portConstraints': 'FIXED_POS' };
    const y = height / 2;
    const west = this.#portOf(id, { 'elk.port.side': 'WEST' }, { x: 0, y });
    const east = this.#portOf(id, { 'elk.port.side': 'EAST' }, { x: width, y });
    this.#sides.set(id, { west, east });
  }

  #setRow({ node }: Sized, row: number): void {
    const own = this.#elk.get(node.key);
    if (own) own.layoutOptions = { ...own.layoutOptions, 'elk.partitioning.partition': `${row}` };
  }

  /** What is nested in a lane stands centred below what happens in it; no arrow says so. */
  #hangTogether(lane: ElkNode, [first, ...others]: readonly Sized[]): void {
    if (first?.node.role !== 'step') return;
    for (const { node } of others) {
      if (node.role !== 'claim' && !this.#entered.has(node.key)) {
        this.#addPart(lane, first.node.key, node.key);
      }
    }
  }

  /** Lanes stand side by side in their order, whatever leads back, and all as high as the first. */
  #orderLanes(lanes: readonly Sized[]): void {
    const nodes = lanes.flatMap(({ node }) => this.#elk.get(node.key) ?? []);
    if (nodes.length > 0) this.lanes.push(nodes);
    for (const [index, lane] of nodes.slice(1).entries()) {
      const before = nodes[index];
      if (!before) continue;
      const source = this.#portOf(before.id, { 'elk.port.side': 'EAST', [ORDER]: 'true' });
      const target = this.#portOf(lane.id, { 'elk.port.side': 'WEST', [ORDER]: 'true' });
      const part = this.#addPart(this.graph, source, target);
      const edge = this.graph.edges?.find(({ id }) => id === part);
      if (!edge) continue;
      edge.layoutOptions = {
        'elk.layered.priority.direction': '100',
        'elk.layered.priority.straightness': '100',
        'elk.layered.priority.shortness': '10',
      };
    }
  }

  /** The graph in which the edges of a node are given, by what the node stands inside. */
  #homeOf(around: readonly string[]): ElkNode {
    const holder = around.find((key) => this.#apart.has(key));
    return (holder === undefined ? undefined : this.#elk.get(holder)) ?? this.graph;
  }

  /** The keys of what a node stands inside, from the inside. */
  #around(key: string): string[] {
    const holders: string[] = [];
    let parent = this.nodes.get(key)?.node.parent;
    while (parent !== undefined) {
      holders.push(parent);
      parent = this.nodes.get(parent)?.node.parent;
    }
    return holders;
  }

  /** Whether an edge runs from the first thing in a lane to that in another one of the same mechanism. */
  #isAcross([lane = '', ...from]: readonly string[], [other = '', ...to]: readonly string[]) {
    const [one, two] = [this.nodes.get(lane), this.nodes.get(other)];
    return one && two ? isLane(one) && isLane(two) && lane !== other && from[0] === to[0] : false;
  }
}

/** Marks the ports by which lanes are kept in order: they stand at one height. */
export const ORDER = 'warrant.order';

const ACROSS_LABEL = 64;

/** What happens in a lane stands first, then what is nested in it, and claims at the end. */
function laneRowOf({ node }: Sized, index: number): number {
  return index === 0 && node.role === 'step' ? 0 : (ROWS[node.role] ?? 2);
}

const ROWS: Readonly<Partial<Record<MapNode['role'], number>>> = {
  trigger: 1,
  mechanism: 2,
  construct: 3,
  outcome: 3,
  claim: 4,
};

/** What is written on an arrow: the condition of a branch, or the proposition with what it says of cause and effect. */
function writtenOn({ role, label, sign = '' }: MapEdge): string {
  return role === 'causes' ? [label, sign].filter((part) => part !== '').join(' ') : label;
}
