/** Adds items to a list, however many: as arguments of one call, a hundred thousand would be too many. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
