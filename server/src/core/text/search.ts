/**
 * Index of the first item that does not begin before an offset, found by halving; the number of items where all do.
 * @param items in the order in which they begin
 */
export function firstFrom<T>(
  items: ArrayLike<T>,
  offset: number,
  startOf: (item: T) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
