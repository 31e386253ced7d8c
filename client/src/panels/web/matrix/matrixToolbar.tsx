import type { JSX } from 'preact';
import type { ProtocolMatrix } from '../../../../../server/src/shared/matrix';
import type { MatrixChoice, MatrixRequest } from '../../messages';
import { MenuButton, type MenuEntry } from '../toolkit/menu';
import { SearchField } from '../toolkit/searchField';
import { Separator, Toolbar } from '../toolkit/toolbar';

const COLUMNS = { evidence: 'Evidence', sources: 'Sources', tests: 'Tests' } as const;
const ROWS = { claims: 'Claims', mechanisms: 'Mechanisms and steps', all: 'All of these' } as const;
const GROUPS = {
  section: 'By section',
  type: 'By type',
  status: 'By status',
  none: 'Not grouped',
} as const;
const SORTS = {
  text: 'Rows as in the text',
  name: 'Rows by name',
  weakest: 'Weakest rows first',
  strongest: 'Strongest rows first',
} as const;
const COLUMN_SORTS = {
  text: 'Columns as in the text',
  name: 'Columns by name',
  kind: 'Columns by kind of source',
  uses: 'Most used columns first',
} as const;
const SHOWN = {
  all: 'All rows',
  linked: 'Linked rows',
  unsupported: 'Unsupported rows',
  thin: 'Thin rows: on nothing or one source',
  contested: 'Contested rows',
} as const;

/** The controls of the matrix: what stands in it, in what order, and what is left out. */
export function MatrixToolbar(props: {
  readonly choice: MatrixChoice;
  readonly matrix: ProtocolMatrix | undefined;
  readonly onChoose: (choice: MatrixChoice) => void;
  readonly onExport: (format: (MatrixRequest & { type: 'export' })['format']) => void;
}): JSX.Element {
  const { choice, matrix, onChoose, onExport } = props;
  function among<Name extends keyof MatrixChoice, Value extends string>(
    name: Name,
    labels: Readonly<Record<Value, string>>,
    chosen: NonNullable<MatrixChoice[Name]> & Value,
  ): MenuEntry[] {
    return (Object.keys(labels) as Value[]).map((value) => ({
      label: labels[value],
      checked: value === chosen,
      onChoose: () => onChoose({ ...choice, [name]: value }),
    }));
  }
  const { columns = 'evidence', rows = 'claims', group = 'none', show = 'all' } = choice;
  const { rowText = '', columnText = '', hideEmpty = false } = choice;
  const totals = matrix?.totals;
  const found = (text: string, shown: number | undefined, all: number | undefined): string =>
    text === '' || shown === undefined ? '' : `${shown} of ${all ?? 0}`;
  return (
    <Toolbar label="Matrix">
      <MenuButton
        icon="list"
        label={`${ROWS[rows]} × ${COLUMNS[columns].toLowerCase()}: rows and columns`}
        text={`${ROWS[rows]} × ${COLUMNS[columns].toLowerCase()}`}
        entries={[...among('columns', COLUMNS, columns), ...among('rows', ROWS, rows)]}
      />
      <MenuButton
        icon="group"
        label={`Group rows: ${GROUPS[group]}`}
        text={GROUPS[group]}
        entries={among('group', GROUPS, group)}
      />
      <MenuButton
        icon="sort"
        label="Sort"
        entries={[
          ...among('sort', SORTS, choice.sort ?? 'text'),
          ...among('sortColumns', COLUMN_SORTS, choice.sortColumns ?? 'text'),
        ]}
      />
      <MenuButton
        icon="filter"
        label={`Filter: ${shortest(SHOWN[show])}`}
        {...(show === 'all' ? {} : { text: shortest(SHOWN[show]) })}
        entries={[
          ...among('show', SHOWN, show),
          {
            label: 'Without empty columns',
            checked: hideEmpty,
            onChoose: () => onChoose({ ...choice, hideEmpty: !hideEmpty }),
          },
        ]}
      />
      <Separator />
      <SearchField
        label="Filter rows"
        value={rowText}
        found={found(rowText, matrix?.rows.length, totals?.rows)}
        onChange={(value) => onChoose({ ...choice, rowText: value })}
        onNext={() => undefined}
      />
      <SearchField
        label="Filter columns"
        value={columnText}
        found={found(columnText, matrix?.columns.length, totals?.columns)}
        onChange={(value) => onChoose({ ...choice, columnText: value })}
        onNext={() => undefined}
      />
      <Separator />
      <MenuButton
        icon="save"
        label="Export"
        entries={[
          { label: 'CSV, for a spreadsheet', onChoose: () => onExport('csv') },
          { label: 'Markdown table', onChoose: () => onExport('markdown') },
          { label: 'HTML page', onChoose: () => onExport('html') },
        ]}
      />
    </Toolbar>
  );
}

/** A label without its explanation. */
function shortest(label: string): string {
  return label.split(':')[0] ?? label;
}
