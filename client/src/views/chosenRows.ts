import type { ArgumentTree, TreeRow } from './argumentTree';

/**
 * The rows that a command is about: those that a menu or a button hands to it, or, where a key hands the view that has the
 * focus, what is selected there. A row is selected in each view, also by following the cursor, so that the last one to
 * be selected says nothing.
 * @param given a row, or the id of a view
 * @param rows all rows that a menu is about
 */
export function chosenRows(
  trees: readonly Pick<ArgumentTree, 'name' | 'view'>[],
  given: TreeRow | string | undefined,
  rows: readonly TreeRow[] = [],
): readonly TreeRow[] {
  if (rows.length > 0) return rows;
  if (typeof given !== 'string') return given ? [given] : [];
  return trees.find(({ name }) => name === given)?.view.selection ?? [];
}
