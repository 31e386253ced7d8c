import { verdictOfAll, type RowMarks } from './marks';
import type { DraftRow } from './rows';
import type {
  ClaimEvidenceMatrix,
  MatrixCell,
  MatrixColumn,
  MatrixOptions,
  MatrixRowGroup,
} from '../../figures';

/** A row with what stands in it. */
interface Row extends DraftRow {
  readonly marks: RowMarks;
}

/** Chooses the rows and columns that are shown, and puts them in order. */
export function arrange(
  drafts: readonly DraftRow[],
  columns: readonly MatrixColumn[],
  marks: readonly RowMarks[],
  options: MatrixOptions,
): Pick<ClaimEvidenceMatrix, 'groups' | 'rows' | 'columns' | 'cells'> {
  const all = drafts.map((draft, index): Row => ({ ...draft, marks: marks[index] ?? NO_MARKS }));
  const chosen = all.filter(({ row }) => isShown(row, options.show));
  const hasWords = matcher(options.rowText);
  const found = chosen.filter(({ row }) =>
    hasWords(row.name, row.id, row.label, row.type, row.section, row.status),
  );
  const groups = inGroups(sorted(found, options.sort), options.group);
  const rows = groups.flatMap((group) => group.rows);
  const shown = columnsShown(columns, rows, options);
  const places = new Map(shown.map(({ key }, index) => [key, index]));
  return {
    groups: groups.map(({ label, rows: { length } }): MatrixRowGroup => ({ label, rows: length })),
    rows: groups.flatMap((group, index) => group.rows.map(({ row }) => ({ ...row, group: index }))),
    columns: shown,
    cells: rows.flatMap((row, index) => cellsOf(row, index, places)),
  };
}

const NO_MARKS: RowMarks = new Map();

function cellsOf({ marks }: Row, row: number, places: ReadonlyMap<string, number>): MatrixCell[] {
  return [...marks]
    .flatMap(([key, list]) => {
      const column = places.get(key);
      return column === undefined
        ? []
        : [{ row, column, verdict: verdictOfAll(list), marks: list }];
    })
    .sort((a, b) => a.column - b.column);
}

function isShown(row: DraftRow['row'], show: MatrixOptions['show'] = 'all'): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'linked':
      return row.support + row.challenge > 0;
    case 'unsupported':
      return row.thin === 'nothing';
    case 'thin':
      return row.thin !== undefined;
    case 'contested':
      return row.status === 'contested';
  }
}

/** Whether texts have all words that are looked for, in any case. */
function matcher(text = ''): (...texts: readonly (string | undefined)[]) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (...texts) => {
    const all = words.length > 0 ? texts.join(' ').toLowerCase() : '';
    return words.every((word) => all.includes(word));
  };
}

function sorted(rows: readonly Row[], sort: MatrixOptions['sort'] = 'text'): readonly Row[] {
  const strength = ({ row }: Row): number => row.support - row.challenge;
  switch (sort) {
    case 'text':
      return rows;
    case 'name':
      return [...rows].sort((a, b) => compareTexts(a.row.name, b.row.name));
    case 'weakest':
      return [...rows].sort(
        (a, b) => thinness(b) - thinness(a) || strength(a) - strength(b) || sources(a) - sources(b),
      );
    case 'strongest':
      return [...rows].sort(
        (a, b) => strength(b) - strength(a) || sources(b) - sources(a) || thinness(a) - thinness(b),
      );
  }
}

function thinness({ row: { thin } }: Row): number {
  return thin === 'nothing' ? 2 : thin === 'one' ? 1 : 0;
}

function sources({ row }: Row): number {
  return row.sources;
}

/** Rows of one group stand together; the groups are in the order of their first rows in the manuscript. */
function inGroups(
  rows: readonly Row[],
  group: MatrixOptions['group'] = 'none',
): readonly { readonly label: string; readonly rows: readonly Row[] }[] {
  if (group === 'none') return rows.length > 0 ? [{ label: '', rows }] : [];
  const groups = new Map<string, { label: string; start: number; rows: Row[] }>();
  for (const one of rows) {
    const key = group === 'section' ? one.sectionKey : one.row[group] || one.row.kind;
    const known = groups.get(key);
    const start = one.order;
    if (known) {
      known.rows.push(one);
      known.start = Math.min(known.start, start);
    } else groups.set(key, { label: labelOf(one, group, key), start, rows: [one] });
  }
  return [...groups.values()].sort((a, b) => a.start - b.start);
}

function labelOf({ row }: Row, group: 'section' | 'type' | 'status', key: string): string {
  return group === 'section' ? row.section || 'Before the first heading' : key;
}

function columnsShown(
  columns: readonly MatrixColumn[],
  rows: readonly Row[],
  { columnText, hideEmpty = false, sortColumns = 'text' }: MatrixOptions,
): readonly MatrixColumn[] {
  const used = new Set(hideEmpty ? rows.flatMap(({ marks }) => [...marks.keys()]) : []);
  const hasWords = matcher(columnText);
  const shown = columns.filter(
    ({ key, name, id, detail, kind }) =>
      (!hideEmpty || used.has(key)) && hasWords(name, id, detail, kind),
  );
  switch (sortColumns) {
    case 'text':
      return shown;
    case 'name':
      return shown.sort((a, b) => compareTexts(a.name, b.name));
    case 'kind':
      // What is of no known kind comes last.
      return shown.sort(
        (a, b) => Number(a.kind === '') - Number(b.kind === '') || compareTexts(a.kind, b.kind),
      );
    case 'uses':
      return shown.sort((a, b) => b.support + b.challenge - a.support - a.challenge);
  }
}

/** Names without regard to quotation marks and case; the same on every machine. */
function compareTexts(a: string, b: string): number {
  return COLLATOR.compare(bare(a), bare(b));
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

function bare(text: string): string {
  return text.replace(/^\P{L}+(?=\p{L})/u, '');
}
