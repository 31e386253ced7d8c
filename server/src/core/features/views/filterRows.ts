import type { Row } from './row';

/**
 * The rows that pass a test, and the rows that lead to these, which are folded open.
 * @param belongs which rows below one that passes are shown with it whether they pass or not; left out, all
 */
export function filterRows(
  rows: readonly Row[],
  passes: (row: Row) => boolean,
  belongs: (row: Row) => boolean = () => true,
): Row[] {
  const filter = (some: readonly Row[], isBelow: boolean): Row[] =>
    some.flatMap((row) => {
      if (isBelow && belongs(row)) return [row];
      const isWanted = passes(row);
      const children = filter(row.children, isWanted);
      if (isWanted) return [{ ...row, children }];
      return children.length > 0 ? [{ ...row, isOpen: true, children }] : [];
    });
  return filter(rows, false);
}
