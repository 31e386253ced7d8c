import type { Element } from '../../project';

/**
 * The circles in a graph of elements: for each set of elements that all lead to one another, the shortest circle through
 * the first of them, link by link, starting there.
 * @param links in the order in which they are written
 * @param endsOf the element where a link starts and the one where it ends
 */
export function findCycles<L>(
  links: readonly L[],
  endsOf: (link: L) => readonly [Element, Element] | undefined,
): L[][] {
  const outgoing = new Map<Element, Edge<L>[]>();
  for (const link of links) {
    const ends = endsOf(link);
    if (!ends) continue;
    const [from, to] = ends;
    const edges = outgoing.get(from);
    if (edges) edges.push({ link, to });
    else outgoing.set(from, [{ link, to }]);
  }
  const cycles: L[][] = [];
  const settled = new Set<Element>();
  for (const start of outgoing.keys()) {
    if (settled.has(start)) continue;
    settled.add(start);
    const path = pathBack(start, outgoing);
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

/** The shortest way from an element back to itself. */
function pathBack<L>(
  start: Element,
  outgoing: ReadonlyMap<Element, readonly Edge<L>[]>,
): Edge<L>[] | undefined {
  const reachedBy = new Map<Element, { readonly edge: Edge<L>; readonly before: Element }>();
  const waiting = [start];
  for (let element = waiting.shift(); element; element = waiting.shift()) {
    for (const edge of outgoing.get(element) ?? []) {
      if (edge.to === start) return [...trace(element, start, reachedBy), edge];
      if (reachedBy.has(edge.to)) continue;
      reachedBy.set(edge.to, { edge, before: element });
      waiting.push(edge.to);
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
    path.unshift(step.edge);
    at = step.before;
  }
  return path;
}
