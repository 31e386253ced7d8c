import { rowsJson } from '../../core/exports/rows/json';
import { rowsMarkdown } from '../../core/exports/rows/markdown';
import { rowsText } from '../../core/exports/rows/text';
import { CLAIM_CHOICES, claimRows } from '../../core/features/views/claims';
import { CONSTRUCT_CHOICES, constructRows } from '../../core/features/views/constructs';
import { outline as mechanismRows } from '../../core/features/views/outline';
import { OUTLINE_CHOICES } from '../../core/features/views/outlineOptions';
import type { Row } from '../../core/features/views/row';
import { SOURCE_CHOICES, sourceRows } from '../../core/features/views/sources';
import type { Project } from '../../core/project';
import { oneOf, readArguments } from '../arguments';
import { EXIT, type Environment } from '../environment';
import { EXPORT_OPTIONS, readForExport, writeExport } from '../exporting';
import { placeNames } from '../placeNames';

const FORMATS = ['text', 'markdown', 'json'] as const;

/** What was chosen about the rows of a view, as far as it was. */
interface Chosen {
  readonly group: string | undefined;
  readonly sort: string | undefined;
  readonly show: string | undefined;
  readonly text: string | undefined;
}

const NOTHING_CHOSEN: Chosen = {
  group: undefined,
  sort: undefined,
  show: undefined,
  text: undefined,
};

/** A view, with the rows that it shows. */
interface View {
  readonly title: string;
  rows(project: Project, chosen: Chosen): readonly Row[];
}

const VIEWS: Readonly<Record<'mechanisms' | 'claims' | 'constructs' | 'sources', View>> = {
  mechanisms: {
    title: 'Mechanisms',
    rows: (project, chosen) => mechanismRows(project, read(chosen, OUTLINE_CHOICES)),
  },
  claims: {
    title: 'Claims',
    rows: (project, chosen) => claimRows(project, read(chosen, CLAIM_CHOICES)),
  },
  constructs: {
    title: 'Constructs',
    rows: (project, chosen) => constructRows(project, read(chosen, CONSTRUCT_CHOICES)),
  },
  sources: {
    title: 'Sources',
    rows: (project, chosen) => sourceRows(project, read(chosen, SOURCE_CHOICES)),
  },
};

/** `warrant outline`: the rows of a view, as a tree. */
export async function outline(args: readonly string[], environment: Environment): Promise<number> {
  const { values, positionals } = readArguments(args, {
    view: { type: 'string', default: 'mechanisms' },
    group: { type: 'string' },
    sort: { type: 'string' },
    show: { type: 'string' },
    text: { type: 'string' },
    format: { type: 'string', default: 'text' },
    ...EXPORT_OPTIONS,
  });
  const name = oneOf('--view', values.view, ['mechanisms', 'claims', 'constructs', 'sources']);
  const format = oneOf('--format', values.format, FORMATS);
  const { group, sort, show, text } = values;
  const chosen: Chosen = { group, sort, show, text };
  const { project, workspace } = await readForExport(positionals, values, environment);
  const view = VIEWS[name];
  const rows = await workspace.whenRead(() => view.rows(project, chosen));
  if (rows.length === 0) {
    const all = view.rows(project, NOTHING_CHOSEN);
    const reason =
      all.length > 0
        ? `--show or --text leaves out all ${name} of this manuscript`
        : `there are no ${name} in this manuscript`;
    environment.stderr.write(`warrant: ${reason}\n`);
  }
  const place = placeNames(project, environment);
  const written = {
    text: () => rowsText(rows, place),
    markdown: () => rowsMarkdown(view.title, rows, place),
    json: () => rowsJson(name, chosen, rows, place),
  }[format]();
  await writeExport(written, project, values, environment);
  return EXIT.clean;
}

/** @throws UsageError naming the values that an option takes */
function read<const G extends string, const O extends string, const S extends string>(
  { group, sort, show, text }: Chosen,
  choices: {
    readonly groupBy: readonly G[];
    readonly sortBy: readonly O[];
    readonly show: readonly S[];
  },
): { groupBy?: G; sortBy?: O; show?: S; text?: string } {
  return {
    ...(group === undefined ? {} : { groupBy: oneOf('--group', group, choices.groupBy) }),
    ...(sort === undefined ? {} : { sortBy: oneOf('--sort', sort, choices.sortBy) }),
    ...(show === undefined ? {} : { show: oneOf('--show', show, choices.show) }),
    ...(text === undefined ? {} : { text }),
  };
}
