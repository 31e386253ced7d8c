import type {
  ClaimEvidenceMatrix,
  MatrixCell,
  MatrixColumn,
  MatrixMark,
  MatrixRow,
} from '../../figures';

/** As much of a matrix as its title and its counts need. */
type Counted = Pick<ClaimEvidenceMatrix, 'of' | 'totals'> & {
  readonly rows: readonly Pick<MatrixRow, 'kind'>[];
};

/** As much of a cell as its words need. */
interface Marked {
  readonly marks: readonly Pick<MatrixMark, 'verdict' | 'tests'>[];
}

/** One sign for what the links in a cell come to together. */
export const SIGNS: Readonly<Record<MatrixCell['verdict'], string>> = {
  support: '+',
  challenge: '−',
  mixed: '±',
  scene: '·',
};

/** What the signs mean. */
export const LEGEND =
  '+ supports, − speaks against or failed a test, ± both, · sets the scene only';

const VERDICTS: Readonly<Record<MatrixMark['verdict'], string>> = {
  support: 'support',
  challenge: 'challenge',
  failed: 'failed test',
  scene: 'context',
};

/** What a cell holds, in words: `support ×2; support (hoop passed)`. */
export function cellWords({ marks }: Marked): string {
  return counted(
    marks.map((mark) => {
      const tests = testWords(mark);
      return VERDICTS[mark.verdict] + (tests === '' ? '' : ` (${tests})`);
    }),
  ).join('; ');
}

/** What a cell holds, in short: `+`, `±2`, `+ hoop passed`. */
export function cellSign({ verdict, marks }: MatrixCell): string {
  const number = marks.length > 1 ? String(marks.length) : '';
  const tests = counted(marks.map(testWords).filter((words) => words !== ''));
  return [SIGNS[verdict] + number, ...tests].join(' ');
}

function testWords({ tests }: Pick<MatrixMark, 'tests'>): string {
  return tests
    .map(({ test, result }) => {
      return result === undefined ? test : `${test} ${result === 'pass' ? 'passed' : 'failed'}`;
    })
    .join(', ');
}

function counted(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => (count > 1 ? `${word} ×${count}` : word));
}

/** What stands in the columns. */
export const COLUMN_NOUNS: Readonly<
  Record<ClaimEvidenceMatrix['of'], readonly [one: string, many: string]>
> = {
  evidence: ['piece of evidence', 'pieces of evidence'],
  sources: ['source', 'sources'],
  tests: ['test', 'tests'],
};

/** What the rows are: claims, or also mechanisms and steps. */
export function rowNoun({ rows }: Pick<Counted, 'rows'>): string {
  return rows.every(({ kind }) => kind === 'claim') ? 'claim' : 'row';
}

/** A title for the whole. */
export function titleOf(matrix: Counted): string {
  return `${rowNames(matrix)[1]} × ${matrix.of}`;
}

/** What stands above the names of the rows. */
export function rowHeading(matrix: Counted): string {
  return rowNames(matrix)[0];
}

function rowNames(matrix: Counted): readonly [one: string, many: string] {
  if (rowNoun(matrix) === 'claim') return ['Claim', 'Claims'];
  return matrix.rows.some(({ kind }) => kind === 'claim')
    ? ['Claim, mechanism or step', 'Claims, mechanisms and steps']
    : ['Mechanism or step', 'Mechanisms and steps'];
}

/** The counts over the whole manuscript, in one line. */
export function totalsLine(matrix: Counted): string {
  const { totals, rows, of } = matrix;
  const [one, many] = COLUMN_NOUNS[of];
  const number = (count: number, single: string, plural = `${single}s`) =>
    `${count} ${count === 1 ? single : plural}`;
  const shown = rows.length < totals.rows ? ` (${rows.length} shown)` : '';
  const parts = [
    number(totals.rows, rowNoun(matrix)) + shown,
    number(totals.columns, one, many),
    number(totals.links, 'link'),
    `${totals.thin} thin`,
    `${totals.contested} contested`,
    ...(of === 'tests' ? [] : [`${totals.unused} unused`]),
    ...(of === 'evidence' ? [`${totals.overused} overused`] : []),
  ];
  return parts.join(', ');
}

/** What stands before the words of a row: its id and its number in the paper, where the words do not begin with it. */
export function rowMark({ id, label, name }: MatrixRow): string {
  const number = name.startsWith(label) ? '' : label;
  return [id === undefined ? '' : `#${id}`, number].filter((word) => word !== '').join(' ');
}

/** What is to be noticed in a row; '' for nothing. */
export function rowNotice({ thin, status }: Pick<MatrixRow, 'thin' | 'status'>): string {
  const notices = [
    ...(status === 'gap' ? ['admitted gap'] : thin === 'nothing' ? ['rests on nothing'] : []),
    ...(thin === 'one' ? ['rests on one source only'] : []),
    ...(status === 'contested' ? ['contested'] : []),
  ];
  return notices.join(', ');
}

/** What is to be noticed in a column; '' for nothing. */
export function columnNotice({
  isUnused,
  isOverused,
}: Pick<MatrixColumn, 'isUnused' | 'isOverused'>): string {
  return isUnused ? 'unused' : isOverused ? 'overused' : '';
}

/** The cells of each row, by their columns. */
export function byRow(matrix: ClaimEvidenceMatrix): readonly ReadonlyMap<number, MatrixCell>[] {
  const rows = matrix.rows.map(() => new Map<number, MatrixCell>());
  for (const cell of matrix.cells) rows[cell.row]?.set(cell.column, cell);
  return rows;
}
