import { heldBackNotes } from '../core/features/heldBackNotes';
import { ACCESS_LEVELS, holdBack, type HeldBackProject } from '../core/project';
import { oneOf } from './arguments';
import type { Environment } from './environment';
import { readManuscript, type Manuscript } from './manuscript';
import { writeResult } from './result';

/** The options of every command that writes what the tags hold. */
export const EXPORT_OPTIONS = {
  include: { type: 'string', default: 'open' },
  output: { type: 'string', short: 'o' },
  'stdin-filename': { type: 'string' },
} as const;

/** What the command line says by {@link EXPORT_OPTIONS}. */
export interface ExportValues {
  readonly include: string;
  readonly output?: string | undefined;
  readonly 'stdin-filename'?: string | undefined;
}

/** A manuscript from which something is made that is given away. */
export interface ExportedManuscript extends Manuscript {
  readonly project: HeldBackProject;
}

/** The manuscript that paths name, without what those may not see to whom the result is given. */
export async function readForExport(
  paths: readonly string[],
  values: ExportValues,
  environment: Environment,
): Promise<ExportedManuscript> {
  const include = oneOf('--include', values.include, ACCESS_LEVELS);
  const manuscript = await readManuscript(paths, values['stdin-filename'], environment);
  return { ...manuscript, project: holdBack(manuscript.project, include) };
}

/** Writes what a command has made of a manuscript, and says what was held back. */
export async function writeExport(
  text: string,
  project: HeldBackProject,
  { output }: ExportValues,
  environment: Environment,
): Promise<void> {
  for (const note of heldBackNotes(project.heldBack)) {
    environment.stderr.write(`warrant: ${note}; --include says who may read it\n`);
  }
  await writeResult(text, output, environment);
}
