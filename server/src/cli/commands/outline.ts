import { outlineMarkdown } from '../../core/exports/outline/markdown';
import type { OutlineRow } from '../../core/exports/outline/outlineRow';
import { outlineText } from '../../core/exports/outline/text';
import { claimRows } from '../../core/features/views/claims';
import { constructRows } from '../../core/features/views/constructs';
import { outline as mechanismRows } from '../../core/features/views/outline';
import type { Row } from '../../core/features/views/row';
import { sourceRows } from '../../core/features/views/sources';
import type { Project } from '../../core/project';
import { oneOf, readArguments } from '../arguments';
import { EXIT, type Environment } from '../environment';
import { displayName } from '../inputs';
import { readManuscript } from '../manuscript';
import { writeResult } from '../result';

const VIEWS = {
  mechanisms: (project: Project) => mechanismRows(project),
  claims: (project: Project) => claimRows(project),
  constructs: (project: Project) => constructRows(project),
  sources: (project: Project) => sourceRows(project),
} as const;

const FORMATS = {
  text: (rows: readonly OutlineRow[]) => outlineText(rows),
  markdown: (rows: readonly OutlineRow[]) => outlineMarkdown(rows),
  json: (rows: readonly OutlineRow[]) => `${JSON.stringify({ version: 1, rows }, undefined, 2)}\n`,
} as const;

/** `warrant outline`: what the views show of a manuscript, as text, Markdown or JSON. */
export async function outline(args: readonly string[], environment: Environment): Promise<number> {
  const { values, positionals } = readArguments(args, {
    view: { type: 'string', default: 'mechanisms' },
    format: { type: 'string', default: 'text' },
    output: { type: 'string', short: 'o' },
    'stdin-filename': { type: 'string' },
  });
  const view = oneOf('--view', values.view, ['mechanisms', 'claims', 'constructs', 'sources']);
  const format = FORMATS[oneOf('--format', values.format, ['text', 'markdown', 'json'])];
  const project = await readManuscript(positionals, values['stdin-filename'], environment);
  const rows = VIEWS[view](project).map((row) => toOutlineRow(row, project, environment));
  await writeResult(format(rows), values.output, environment);
  return EXIT.clean;
}

function toOutlineRow(row: Row, project: Project, environment: Environment): OutlineRow {
  const { role, label, description, state, element, place, missing, children } = row;
  const lines = place && project.file(place.uri)?.facts.current.lines;
  return {
    role,
    label,
    description,
    ...(state === undefined ? {} : { state }),
    ...(element?.id === undefined ? {} : { id: element.id }),
    ...(place ? { file: displayName(place.uri, environment.cwd) } : {}),
    ...(place && lines ? { line: lines.positionAt(place.range.start).line + 1 } : {}),
    missing,
    children: children.map((child) => toOutlineRow(child, project, environment)),
  };
}
