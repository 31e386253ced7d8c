import { heldBackNotes } from '../core/features/heldBackNotes';
import { namesInExport } from '../core/features/namesInExport';
import {
  ACCESS_LEVELS,
  holdBack,
  type HeldBack,
  type HeldBackProject,
  type Project,
} from '../core/project';
import { hasPseudonyms, pseudonymsOf } from '../core/sources/pseudonyms';
import { oneOf } from './arguments';
import { UsageError, type Environment } from './environment';
import { readManuscript, type Manuscript } from './manuscript';
import { writeResult } from './result';

/** The options of every command that writes what the tags hold. */
export const EXPORT_OPTIONS = {
  include: { type: 'string', default: 'open' },
  'allow-real-names': { type: 'boolean', default: false },
  output: { type: 'string', short: 'o' },
  'stdin-filename': { type: 'string' },
} as const;

/** What the command line says by {@link EXPORT_OPTIONS}. */
export interface ExportValues {
  readonly include: string;
  readonly 'allow-real-names': boolean;
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
  // What is written is searched for them.
  await manuscript.workspace.whenRead(
    () => hasPseudonyms(manuscript.project) && pseudonymsOf(manuscript.project),
  );
  return { ...manuscript, project: holdBack(manuscript.project, include) };
}

/**
 * Sees to it that no name of the list of pseudonyms is written that may not be; where the list is not there, or cannot be
 * read, it is said that none was looked for.
 * @throws UsageError where one would be
 */
export function refuseRealNames(
  text: string,
  project: Project,
  { 'allow-real-names': mayName }: Pick<ExportValues, 'allow-real-names'>,
  { stderr }: Environment,
): void {
  if (mayName) return;
  const reason = namesInExport(project, text);
  if (reason === undefined) {
    const lists = hasPseudonyms(project) ? pseudonymsOf(project).files : [];
    if (lists.every(({ reading }) => reading.state === 'read')) return;
    stderr.write(
      'warrant: a file of pseudonyms is not here or cannot be read, so that its real names were not looked for\n',
    );
    return;
  }
  throw new UsageError(`${reason}; --allow-real-names writes it all the same`);
}

/**
 * Writes what a command has made of a manuscript, and says what was held back.
 * @throws UsageError where real names would be written
 */
export async function writeExport(
  text: string,
  project: HeldBackProject,
  values: ExportValues,
  environment: Environment,
): Promise<void> {
  refuseRealNames(text, project, values, environment);
  noteHeldBack(project.heldBack, environment);
  await writeResult(text, values.output, environment);
}

/**
 * Says what was held back of what a command writes.
 * @param nouns what its pieces are called, one and several
 */
export function noteHeldBack(
  heldBack: HeldBack,
  environment: Environment,
  nouns?: readonly [string, string],
): void {
  for (const note of heldBackNotes(heldBack, nouns)) {
    environment.stderr.write(`warrant: ${note}; --include says who may read it\n`);
  }
}
