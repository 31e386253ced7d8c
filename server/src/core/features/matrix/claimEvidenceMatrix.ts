import { elementOfNode, type Element, type Link, type Project } from '../../project';
import { arrange } from './arrange';
import { draftColumns, furtherColumn, type DraftColumn } from './columns';
import { marksOf, verdictOfAll, type RowMarks } from './marks';
import { draftRows, ROW_KINDS, type DraftRow } from './rows';
import type {
  ClaimEvidenceMatrix,
  MatrixColumn,
  MatrixColumns,
  MatrixMark,
  MatrixOptions,
} from '../../figures';

/**
 * Which claims rest on which evidence, on which sources, or on which tests. Only what holds something is looked at, so
 * that the cost goes with the number of links, and not with claims times evidence.
 */
export function claimEvidenceMatrix(
  project: Project,
  options: MatrixOptions = {},
): ClaimEvidenceMatrix {
  const { columns: of = 'evidence', rows: asked = 'claims' } = options;
  const rows = draftRows(project, asked);
  const marks = rows.map(({ links }) => rowMarks(project, links, of));
  const columns = completed(project, draftColumns(project, of), marks, of, asked);
  const links = rows.reduce((sum, row) => sum + row.links.length, 0);
  const having = (meets: (row: DraftRow) => boolean) => rows.filter(meets).length;
  return {
    of,
    ...arrange(rows, columns, marks, options),
    totals: {
      rows: rows.length,
      columns: columns.length,
      links,
      supported: having(({ isSupported }) => isSupported),
      contested: having(({ row: { status } }) => status === 'contested'),
      thin: having(({ row: { thin } }) => thin !== undefined),
      unused: columns.filter(({ isUnused }) => isUnused).length,
      overused: columns.filter(({ isOverused }) => isOverused).length,
    },
  };
}

function rowMarks(project: Project, links: readonly Link[], of: MatrixColumns): RowMarks {
  const found = new Map<string, MatrixMark[]>();
  for (const link of links) {
    for (const { column, mark } of marksOf(project, link, of)) {
      const known = found.get(column);
      if (known) known.push(mark);
      else found.set(column, [mark]);
    }
  }
  return found;
}

/** The columns with their totals; those that only links know of come last, in the order in which they are met. */
function completed(
  project: Project,
  drafts: readonly DraftColumn[],
  marks: readonly RowMarks[],
  of: MatrixColumns,
  asked: keyof typeof ROW_KINDS,
): MatrixColumn[] {
  const totals = new Map<string, { support: number; challenge: number }>();
  for (const row of marks) {
    for (const [key, list] of row) {
      const total = totals.get(key) ?? { support: 0, challenge: 0 };
      const verdict = verdictOfAll(list);
      if (verdict === 'support' || verdict === 'mixed') total.support++;
      if (verdict === 'challenge' || verdict === 'mixed') total.challenge++;
      totals.set(key, total);
    }
  }
  const known = new Set(drafts.map(({ key }) => key));
  const further = [...totals.keys()].filter((key) => !known.has(key));
  const elsewhere = linksElsewhere(project, of, asked);
  return [...drafts, ...further.map((key) => furtherColumn(key, of))].map((draft) => {
    const total = totals.get(draft.key);
    const others = elsewhere.get(draft.key) ?? 0;
    return {
      ...draft,
      support: total?.support ?? 0,
      challenge: total?.challenge ?? 0,
      elsewhere: others,
      isUnused: of !== 'tests' && total === undefined && others === 0,
    };
  });
}

/** By column, how many links lead to what stands in no row: evidence for a step is used, though no claim rests on it. */
function linksElsewhere(
  project: Project,
  of: MatrixColumns,
  asked: keyof typeof ROW_KINDS,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const kind of ['supports', 'challenges'] as const) {
    for (const link of project.linksOfKind(kind, 'evidence')) {
      const target: Element | undefined = elementOfNode(link.to);
      if (!target || ROW_KINDS[asked].includes(target.kind)) continue;
      for (const { column } of marksOf(project, link, of)) {
        counts.set(column, (counts.get(column) ?? 0) + 1);
      }
    }
  }
  return counts;
}
