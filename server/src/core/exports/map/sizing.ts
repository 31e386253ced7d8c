import type { ArgumentMap, MapEdge, MapNode } from '../../figures';
import { boxOf, headingOf, noteOf, type BoxContents } from './boxes';

/** A note of evidence below what it supports or challenges. */
export interface Note {
  readonly evidence: MapNode;
  readonly edge: MapEdge;
  readonly contents: BoxContents;
}

/** A node of the map with what is written in it, before anything has a place. */
export interface Sized {
  readonly node: MapNode;
  readonly contents: BoxContents;
  readonly notes: readonly Note[];
  readonly inner: readonly Sized[];
}

/** Between a box and its notes, and between notes. */
export const NOTE_GAP = 4;

/** How much room notes take below a box. */
export function notesHeight(notes: readonly Note[]): number {
  return notes.reduce((sum, { contents }) => sum + contents.height + NOTE_GAP, 0);
}

/** Sets the text of all nodes but evidence, which becomes notes at what it supports. Nodes that stand inside none come back. */
export function sizeNodes({ nodes, edges }: ArgumentMap): Sized[] {
  const evidence = new Map<string, MapNode>();
  const inner = new Map<string | undefined, MapNode[]>();
  for (const node of nodes) {
    if (node.role === 'evidence') evidence.set(node.key, node);
    else push(inner, node.parent, node);
  }
  const grounds = new Map<string, MapEdge[]>();
  for (const edge of edges) if (isGround(edge)) push(grounds, edge.to, edge);

  const size = (node: MapNode): Sized => {
    const children = evenLanes((inner.get(node.key) ?? []).map(size));
    const contents = children.length > 0 ? headingOf(node) : boxOf(node);
    const notes = (grounds.get(node.key) ?? []).flatMap((edge): Note[] => {
      const from = evidence.get(edge.from);
      return from ? [{ evidence: from, edge, contents: noteOf(from, edge, contents.width) }] : [];
    });
    return { node, contents, notes, inner: children };
  };
  return (inner.get(undefined) ?? []).map(size);
}

/** Whether an edge joins evidence to what it is evidence for or against. */
export function isGround({ role }: MapEdge): boolean {
  return role === 'supports' || role === 'challenges';
}

/** The headings of lanes beside each other take the same room, so that what stands first in them is on one line. */
function evenLanes(children: readonly Sized[]): Sized[] {
  const heights = children.filter(isLane).map(({ contents }) => contents.height);
  const height = Math.max(0, ...heights);
  return children.map((child) =>
    isLane(child) ? { ...child, contents: { ...child.contents, height } } : child,
  );
}

/** Whether a node is a lane that holds others. */
export function isLane({ node, inner }: Sized): boolean {
  return node.role === 'lane' && inner.length > 0;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
