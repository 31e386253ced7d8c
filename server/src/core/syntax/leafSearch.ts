import type { LeafFact } from './leafFact';
import type { TableCell } from './source';

/** In a shorter list it costs less to look at each leaf. */
const FEW = 16;

/** For each leaf of a list, the farthest end of it and those before it: some hold others. */
const ends = new WeakMap<readonly LeafFact[], Int32Array>();
const ranks = new WeakMap<readonly LeafFact[], ReadonlyMap<LeafFact, number>>();

/**
 * The leaves that share text with a range, found by halving: a table may have very many cells.
 * @param leaves in the order of their starts; the list never changes
 * @param from offset into the text in which the leaves were scanned, as is `to`
 */
export function leavesBetween(leaves: readonly LeafFact[], from: number, to: number): LeafFact[] {
  const found: LeafFact[] = [];
  for (let index = firstEndingAfter(leaves, from); index < leaves.length; index++) {
    const leaf = leaves[index];
    if (leaf === undefined || leaf.range.from >= to) break;
    if (leaf.range.to > from) found.push(leaf);
  }
  return found;
}

/** If an offset stands in a cell that was cut out of several lines, the leaves in it, without those of the cells beside it. */
export function leavesOfCell(leaves: LeafFact[], offset: number): LeafFact[] {
  let cell: TableCell | undefined;
  for (const leaf of leaves) {
    if (leaf.cell !== undefined) cell = innermost(leaf.cell, offset, cell);
  }
  return cell === undefined ? leaves : leaves.filter((leaf) => isWithin(leaf, cell));
}

/** The innermost of `cell`, those around it and `known` that holds an offset. */
function innermost(
  cell: TableCell,
  offset: number,
  known: TableCell | undefined,
): TableCell | undefined {
  let inner: TableCell | undefined = cell;
  while (inner !== undefined && inner.depth > (known?.depth ?? 0)) {
    if (inner.covers(offset)) return inner;
    inner = inner.outer;
  }
  return known;
}

function isWithin(leaf: LeafFact, cell: TableCell): boolean {
  let inner = leaf.cell;
  while (inner !== undefined && inner !== cell) inner = inner.outer;
  return inner === cell;
}

/** Sorts some leaves of a list into its order. */
export function sortAs(leaves: LeafFact[], list: readonly LeafFact[]): LeafFact[] {
  if (leaves.length < 2) return leaves;
  let rank = ranks.get(list);
  if (!rank) ranks.set(list, (rank = new Map(list.map((leaf, index) => [leaf, index]))));
  return leaves.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

/** The index of the first leaf with which the text up to the end of a leaf reaches beyond an offset. */
function firstEndingAfter(leaves: readonly LeafFact[], offset: number): number {
  if (leaves.length <= FEW) return 0;
  let known = ends.get(leaves);
  if (!known) ends.set(leaves, (known = farthestEnds(leaves)));
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function farthestEnds(leaves: readonly LeafFact[]): Int32Array {
  const farthest = new Int32Array(leaves.length);
  let end = 0;
  leaves.forEach(({ range }, index) => {
    end = Math.max(end, range.to);
    farthest[index] = end;
  });
  return farthest;
}
