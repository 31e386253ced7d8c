import { csv } from '../csv';
import type { ClaimEvidenceMatrix } from '../../figures';
import { byRow, cellWords, rowNotice } from './words';

const HEAD = ['id', 'label', 'text', 'kind', 'type', 'section', 'status', 'notice'];
const TOTALS = ['support', 'challenge', 'premises', 'sources'];

/** A matrix as comma-separated values: one row for each claim, what is known of it first, then its cells in words. */
export function matrixCsv(matrix: ClaimEvidenceMatrix): string {
  const cells = byRow(matrix);
  const named = matrix.columns.map(({ id, name }) => (id === undefined ? name : `#${id} ${name}`));
  const foot = (
    label: string,
    value: (column: ClaimEvidenceMatrix['columns'][number]) => number,
  ) => [
    ...HEAD.map((name) => (name === 'text' ? label : '')),
    ...TOTALS.map(() => ''),
    ...matrix.columns.map(value),
  ];
  return csv([
    [...HEAD, ...TOTALS, ...named],
    ...matrix.rows.map((row, index) => [
      row.id ?? '',
      row.label,
      row.name,
      row.kind,
      row.type,
      row.section,
      row.status,
      rowNotice(row),
      row.support,
      row.challenge,
      row.premises,
      row.sources,
      ...matrix.columns.map((_, column) => {
        const cell = cells[index]?.get(column);
        return cell ? cellWords(cell) : '';
      }),
    ]),
    foot('Supports', ({ support }) => support),
    foot('Speaks against', ({ challenge }) => challenge),
  ]);
}
