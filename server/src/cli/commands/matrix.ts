import { matrixCsv } from '../../core/exports/matrix/csv';
import { matrixHtml } from '../../core/exports/matrix/html';
import { matrixJson } from '../../core/exports/matrix/json';
import { matrixMarkdown } from '../../core/exports/matrix/markdown';
import { matrixText } from '../../core/exports/matrix/text';
import { claimEvidenceMatrix } from '../../core/features/matrix/claimEvidenceMatrix';
import type { ClaimEvidenceMatrix } from '../../core/figures';
import type { Project } from '../../core/project';
import { oneOf, readArguments } from '../arguments';
import { EXIT, type Environment } from '../environment';
import { EXPORT_OPTIONS, readForExport, writeExport } from '../exporting';
import { placeNames } from '../placeNames';

const FORMATS = ['text', 'csv', 'markdown', 'html', 'json'] as const;

const ROWS = {
  claims: 'claims',
  mechanisms: 'mechanisms or steps',
  all: 'claims, mechanisms or steps',
} as const;

/** `warrant matrix`: which claims rest on which evidence, sources or tests. */
export async function matrix(args: readonly string[], environment: Environment): Promise<number> {
  const { values, positionals } = readArguments(args, {
    columns: { type: 'string', default: 'evidence' },
    rows: { type: 'string', default: 'claims' },
    group: { type: 'string', default: 'none' },
    sort: { type: 'string', default: 'text' },
    'sort-columns': { type: 'string', default: 'text' },
    show: { type: 'string', default: 'all' },
    'hide-empty': { type: 'boolean' },
    format: { type: 'string', default: 'text' },
    ...EXPORT_OPTIONS,
  });
  const options = {
    columns: oneOf('--columns', values.columns, ['evidence', 'sources', 'tests']),
    rows: oneOf('--rows', values.rows, ['claims', 'mechanisms', 'all']),
    group: oneOf('--group', values.group, ['none', 'section', 'type', 'status']),
    sort: oneOf('--sort', values.sort, ['text', 'name', 'weakest', 'strongest']),
    sortColumns: oneOf('--sort-columns', values['sort-columns'], ['text', 'name', 'kind', 'uses']),
    show: oneOf('--show', values.show, ['all', 'linked', 'unsupported', 'thin', 'contested']),
    hideEmpty: values['hide-empty'],
  } as const;
  const format = oneOf('--format', values.format, FORMATS);
  const { project } = await readForExport(positionals, values, environment);
  const made = claimEvidenceMatrix(project, options);
  if (made.totals.rows === 0) {
    environment.stderr.write(`warrant: there are no ${ROWS[options.rows]} in this manuscript\n`);
  }
  await writeExport(draw(project, made, format, environment), project, values, environment);
  return EXIT.clean;
}

function draw(
  project: Project,
  made: ClaimEvidenceMatrix,
  format: (typeof FORMATS)[number],
  environment: Environment,
): string {
  switch (format) {
    case 'text':
      return matrixText(made);
    case 'csv':
      return matrixCsv(made);
    case 'markdown':
      return matrixMarkdown(made);
    case 'html':
      return matrixHtml(made);
    case 'json':
      return matrixJson(made, placeNames(project, environment));
  }
}
