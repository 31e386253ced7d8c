import type { Element } from '../../project';

/**
 * The circles in a graph of elements: the shortest one through the first element that lies on any, link by link,
 * starting there, then the same for elements that stand on none of those before.
 * @param links in the order in which they are written
 * @param endsOf the element where a link starts and the one where it ends
 */
export function findCycles<L>(
  links: readonly L[],
  endsOf: (link: L) => readonly [Element, Element] | undefined,
): L[][] {
  const outgoing = new Map<Element, Edge<L>[]>();
  const starts = new Set<Element>();
  for (const link of links) {
    const from = endsOf(link)?.[0];
    if (from) starts.add(from);
  }
  for (const link of links) {
    const ends = endsOf(link);
    // From where no link starts, nothing leads back.
    if (!ends || !starts.has(ends[1])) continue;
    const [from, to] = ends;
    const edges = outgoing.get(from);
    if (edges) edges.push({ link, to });
    else outgoing.set(from, [{ link, to }]);
  }
  const components = connected(outgoing);
  const cycles: L[][] = [];
  const settled = new Set<Element>();
  for (const start of outgoing.keys()) {
    if (settled.has(start)) continue;
    const path = pathBack(start, outgoing, components);
    if (!path) continue;
    cycles.push(path.map(({ link }) => link));
    for (const { to } of path) settled.add(to);
  }
  return cycles;
}

interface Edge<L> {
  readonly link: L;
  readonly to: Element;
}

type Graph<L> = ReadonlyMap<Element, readonly Edge<L>[]>;

/**
 * Numbers the elements so that two have the same number if and only if each leads to the other (Tarjan 1972, without
 * recursion: a chain of premises may be as long as it likes). A search that stays within a number costs what it finds.
 */
function connected<L>(outgoing: Graph<L>): ReadonlyMap<Element, number> {
  const components = new Map<Element, number>();
  const lowest = new Map<Element, number>();
  const open: Element[] = [];
  for (const root of outgoing.keys()) {
    if (lowest.has(root)) continue;
    const visits = [visit(root)];
    for (let top = visits.at(-1); top; top = visits.at(-1)) {
      const edge = top.edges[top.next++];
      if (edge && !lowest.has(edge.to)) {
        visits.push(visit(edge.to));
      } else if (edge) {
        if (!components.has(edge.to)) lower(top.element, edge.to);
      } else {
        visits.pop();
        const above = visits.at(-1);
        if (above) lower(above.element, top.element);
        if (lowest.get(top.element) === top.order) close(top.element, top.order);
      }
    }
  }
  return components;

  function visit(element: Element) {
    const order = lowest.size;
    lowest.set(element, order);
    open.push(element);
    return { element, order, edges: outgoing.get(element) ?? [], next: 0 };
  }

  function lower(element: Element, other: Element): void {
    lowest.set(element, Math.min(lowest.get(element) ?? 0, lowest.get(other) ?? 0));
  }

  function close(root: Element, number: number): void {
    for (let member = open.pop(); member; member = open.pop()) {
      components.set(member, number);
      if (member === root) return;
    }
  }
}

/** The shortest way from an element back to itself. */
function pathBack<L>(
  start: Element,
  outgoing: Graph<L>,
  components: ReadonlyMap<Element, number>,
): Edge<L>[] | undefined {
  const reachedBy = new Map<Element, { readonly edge: Edge<L>; readonly before: Element }>();
  const reached = [start];
  for (const element of reached) {
    for (const edge of outgoing.get(element) ?? []) {
      if (edge.to === start) return [...trace(element, start, reachedBy), edge];
      if (reachedBy.has(edge.to) || components.get(edge.to) !== components.get(start)) continue;
      reachedBy.set(edge.to, { edge, before: element });
      reached.push(edge.to);
    }
  }
  return undefined;
}

function trace<L>(
  end: Element,
  start: Element,
  reachedBy: ReadonlyMap<Element, { readonly edge: Edge<L>; readonly before: Element }>,
): Edge<L>[] {
  const path: Edge<L>[] = [];
  for (let at = end; at !== start;) {
    const step = reachedBy.get(at);
    if (!step) break;
    path.push(step.edge);
    at = step.before;
  }
  return path.reverse();
}
