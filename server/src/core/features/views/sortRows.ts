import { comparePlaces, type Project } from '../../project';
import { compareLabels } from './choosing';
import type { OutlineOptions } from './outlineOptions';
import type { Row } from './row';

/** Sorts rows beside each other that stand for the same sort of thing, at every depth. */
export function sortRows(
  project: Project,
  rows: readonly Row[],
  by: NonNullable<OutlineOptions['sortBy']>,
): readonly Row[] {
  if (by === 'order') return rows;
  const compare = (a: Row, b: Row): number =>
    by === 'name' ? compareLabels(named(a), named(b)) : compareText(project, a, b);
  const sort = (unsorted: readonly Row[]): Row[] =>
    runs(unsorted).flatMap((run) =>
      [...run].sort(compare).map((row) => ({ ...row, children: sort(row.children) })),
    );
  return sort(rows);
}

/** Rows of one role that stand beside each other; the others keep their places. */
function runs(rows: readonly Row[]): Row[][] {
  const all: Row[][] = [];
  for (const row of rows) {
    const last = all.at(-1);
    if (last && row.role !== 'group' && last[0]?.role === row.role) last.push(row);
    else all.push([row]);
  }
  return all;
}

function compareText(project: Project, a: Row, b: Row): number {
  return a.place && b.place ? comparePlaces(project, a.place, b.place) : 0;
}

/** Without the number of a step. */
function named(row: Row): Row {
  if (row.role !== 'step') return row;
  return { ...row, label: row.label.replace(/^\d+\s*[a-z]?\s+/i, '') };
}
