import { csv } from '../../core/exports/csv';
import { pipeTable } from '../../core/exports/text/pipeTable';
import { emptyReason } from '../../core/features/tables/insertTable';
import { makeShownTable } from '../../core/features/tables/makeTable';
import { TABLE_KINDS, type Cell, type Table } from '../../core/features/tables/table';
import { oneOf, readArguments } from '../arguments';
import { EXIT, UsageError, type Environment } from '../environment';
import { EXPORT_OPTIONS, readForExport, writeExport } from '../exporting';

const FORMATS = { markdown: toMarkdown, csv: toCsv } as const;

/** `warrant table`: a table that is made from the tags, for the manuscript or for a spreadsheet. */
export async function table(args: readonly string[], environment: Environment): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'markdown' },
    ...EXPORT_OPTIONS,
  });
  const format = FORMATS[oneOf('--format', values.format, ['markdown', 'csv'])];
  const [name, ...paths] = positionals;
  if (name === undefined) throw new UsageError(`table needs one of ${TABLE_KINDS.join(', ')}`);
  const kind = oneOf('table', name, TABLE_KINDS);
  const { project } = await readForExport(paths, values, environment);
  const made = makeShownTable(project, kind);
  if (made.rows.length === 0) throw new UsageError(emptyReason(made));
  for (const note of made.notes) environment.stderr.write(`warrant: ${note}\n`);
  await writeExport(format(made), project, values, environment);
  return EXIT.clean;
}

function toMarkdown(made: Table): string {
  return `${pipeTable(made).join('\n')}\n\n: ${made.title}\n`;
}

function toCsv({ columns, rows }: Table): string {
  const heads = columns.map(({ heading }) => heading);
  return csv([
    heads,
    ...rows.map((row) =>
      row.map((cell, index) => (columns[index]?.isNumber ? Number(plain(cell)) : plain(cell))),
    ),
  ]);
}

function plain(cell: Cell): string {
  return cell.map((part) => (typeof part === 'string' ? part : `@${part.work}`)).join('');
}
