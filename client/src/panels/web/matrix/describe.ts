import {
  cellWords,
  columnNotice,
  rowNotice,
} from '../../../../../server/src/core/exports/matrix/words';
import type { ProtocolMatrix, ProtocolMatrixCell } from '../../../../../server/src/shared/matrix';

type Row = ProtocolMatrix['rows'][number];
type Column = ProtocolMatrix['columns'][number];

/** A cell for who listens: what it holds, then of what. */
export function cellLabel(cell: ProtocolMatrixCell | undefined, row: Row, column: Column): string {
  return `${cell ? cellWords(cell) : 'no link'}; ${columnName(column)}; ${row.name}`;
}

/** A claim, mechanism or step with all that is known of it. */
export function rowLabel(row: Row): string {
  const { id, name, type, support, challenge, sources, premises } = row;
  const counts = [
    `${support} supporting`,
    ...(challenge > 0 ? [`${challenge} against`] : []),
    `${sources} ${sources === 1 ? 'source' : 'sources'}`,
    ...(premises > 0 ? [`${premises} ${premises === 1 ? 'premise' : 'premises'}`] : []),
  ].join(', ');
  const mark = id === undefined ? '' : `#${id}`;
  return [name, mark, type, counts, rowNotice(row)].filter((part) => part !== '').join('; ');
}

/** A column with all that is known of it. */
export function columnLabel(column: Column): string {
  const { detail, support, challenge, elsewhere } = column;
  const counts = [
    `supports ${support}`,
    ...(challenge > 0 ? [`speaks against ${challenge}`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} elsewhere`] : []),
  ].join(', ');
  return [columnName(column), detail, counts, columnNotice(column)]
    .filter((part) => part !== '')
    .join('; ');
}

/** What a column is called, with its id. */
export function columnName({ id, name }: Column): string {
  return id === undefined ? name : `${name} #${id}`;
}
