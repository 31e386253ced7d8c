import type { ProtocolMatrix, ProtocolMatrixCell } from '../../../../../server/src/shared/matrix';

/** What stands on one line of the grid below its headings: the name of a group, or a row of the matrix. */
export type MatrixLine =
  | { readonly type: 'group'; readonly label: string; readonly rows: number }
  | {
      readonly type: 'row';
      readonly row: ProtocolMatrix['rows'][number];
      /** Its cells, from left to right. */
      readonly cells: readonly ProtocolMatrixCell[];
    };

/** The lines of a matrix; groups without a name have no line. */
export function linesOf({ groups, rows, cells }: ProtocolMatrix): readonly MatrixLine[] {
  const byRow = new Map<number, ProtocolMatrixCell[]>();
  for (const cell of cells) {
    const known = byRow.get(cell.row);
    if (known) known.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  return rows.flatMap((row, index): MatrixLine[] => {
    const line: MatrixLine = { type: 'row', row, cells: byRow.get(index) ?? [] };
    const group = groups[row.group];
    const isFirst = group !== undefined && rows[index - 1]?.group !== row.group;
    return isFirst && group.label !== '' ? [{ type: 'group', ...group }, line] : [line];
  });
}

/** Where something of the grid is: line 0 holds the headings of columns, column 0 those of rows. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** What stands at a spot, by names that outlive a change of the text. */
export interface SpotKeys {
  readonly row: string;
  readonly column: string;
}

/** The names of what a spot is in; '' for headings. */
export function keysAt(
  { line, column }: Spot,
  lines: readonly MatrixLine[],
  { columns }: ProtocolMatrix,
): SpotKeys {
  const at = lines[line - 1];
  const row = at?.type === 'row' ? at.row.key : at ? `group ${at.label}` : '';
  return { row, column: columns[column - 1]?.key ?? '' };
}

/** The spot of something by its names; where that is gone, the one nearest to where it was. */
export function spotOf(
  keys: SpotKeys,
  was: Spot,
  lines: readonly MatrixLine[],
  matrix: ProtocolMatrix,
): Spot {
  const find = (names: readonly string[], name: string, old: number): number => {
    const index = name === '' ? -1 : names.indexOf(name);
    if (index >= 0) return index + 1;
    return name === '' ? 0 : Math.min(old, names.length);
  };
  const rows = lines.map((line) => (line.type === 'row' ? line.row.key : `group ${line.label}`));
  return {
    line: find(rows, keys.row, was.line),
    column: find(
      matrix.columns.map(({ key }) => key),
      keys.column,
      was.column,
    ),
  };
}
