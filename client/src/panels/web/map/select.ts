import type { LaidOutNode } from '../../../../../server/src/core/figures';
import type { ProtocolElementAt } from '../../../../../server/src/shared/protocol';
import type { Drawing } from './drawing';

/** What of the map stands for the elements at the caret. */
export interface AtCaret {
  /** The keys of nodes and arrows in the map. */
  readonly parts: ReadonlySet<string>;
  /** The key of a drawn node to be brought into sight. */
  readonly key?: string;
}

/** The node or the arrow of the innermost element at the caret that is on the map. */
export function nodesAt(
  drawing: Drawing | undefined,
  elements: readonly ProtocolElementAt[],
): AtCaret {
  for (const element of elements) {
    const parts = drawing?.partsOf(element) ?? [];
    if (parts.length === 0) continue;
    const key = drawing?.laidOut.nodes.find(({ node }) => parts.includes(node))?.key;
    return { parts: new Set(parts), ...(key === undefined ? {} : { key }) };
  }
  return { parts: new Set() };
}

/** The drawn nodes whose text or id holds all words of a query, in the order of the drawing. */
export function matchesIn(drawing: Drawing | undefined, query: string): readonly LaidOutNode[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 || !drawing) return [];
  return drawing.laidOut.nodes.filter(({ title, id }) => {
    const text = `${title} ${id ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
