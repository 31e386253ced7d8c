import type { ProtocolMatrix } from '../../../../../server/src/shared/matrix';
import type { ProtocolLocation } from '../../../../../server/src/shared/protocol';
import type { MatrixRequest } from '../../messages';
import type { MenuEntry } from '../toolkit/menu';
import type { MatrixLine, Spot } from './lines';

/** What stands at a spot of the matrix. */
export interface Pointed {
  readonly row?: ProtocolMatrix['rows'][number];
  readonly column?: ProtocolMatrix['columns'][number];
  readonly marks: ProtocolMatrix['cells'][number]['marks'];
}

/** What stands at a spot. */
export function pointedAt(
  { line, column }: Spot,
  lines: readonly MatrixLine[],
  { columns }: ProtocolMatrix,
): Pointed {
  const at = lines[line - 1];
  const named = columns[column - 1];
  const cells = at?.type === 'row' ? at.cells : [];
  return {
    ...(at?.type === 'row' ? { row: at.row } : {}),
    ...(named ? { column: named } : {}),
    marks: cells.find((cell) => cell.column === column - 1)?.marks ?? [],
  };
}

/** What the entries of the menu do. */
export interface CellActions {
  readonly reveal: (location: ProtocolLocation) => void;
  readonly link: (request: Omit<MatrixRequest & { type: 'link' }, 'type'>) => void;
}

/** The links that a column can bear: a piece of evidence or a work is linked, a source or a test only through evidence. */
export function isLinkable({ of }: ProtocolMatrix, key: string): boolean {
  return key.startsWith('@') || (of === 'evidence' && key !== '');
}

/** What can be done at a spot: what leads into the text first, what changes it last. */
export function entriesAt(
  matrix: ProtocolMatrix,
  { row, column, marks }: Pointed,
  { reveal, link }: CellActions,
): MenuEntry[] {
  const isOne = marks.length === 1;
  const of = (name: string): string => (isOne ? '' : ` of ${name}`);
  const goTo = (label: string, location: ProtocolLocation | undefined): MenuEntry[] =>
    location ? [{ label, onChoose: () => reveal(location) }] : [];
  const noun = row?.kind ?? 'claim';
  const entries = [
    ...marks.flatMap(({ name, stance, location }) =>
      goTo(`Go to the link${of(`${name}, ${stance}`)}`, location),
    ),
    ...goTo(`Go to the ${noun}`, row?.location),
    ...goTo('Go to the evidence', column?.location),
  ];
  if (!row || !column) return entries;
  if (isLinkable(matrix, column.key)) {
    const has = (stance: 'for' | 'against') => marks.some((mark) => mark.stance === stance);
    const add = (stance: 'for' | 'against', label: string): MenuEntry[] =>
      has(stance)
        ? []
        : [
            {
              label,
              onChoose: () => link({ row: row.key, evidence: column.key, stance, action: 'link' }),
            },
          ];
    entries.push(
      ...add('for', `Link: it supports the ${noun}`),
      ...add('against', `Link: it speaks against the ${noun}`),
    );
  } else if (marks.length === 0) {
    entries.push({
      label: 'Links are made in the columns of evidence',
      disabled: true,
      onChoose: () => undefined,
    });
  }
  for (const { evidence, name, stance } of marks) {
    const what = stance === 'for' ? 'support' : 'counter-evidence';
    entries.push({
      label: isOne ? `Remove this ${what}` : `Remove the ${what} by ${name}`,
      onChoose: () => link({ row: row.key, evidence, stance, action: 'unlink' }),
    });
  }
  return entries;
}
