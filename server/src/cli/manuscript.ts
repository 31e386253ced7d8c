import { isConfigFile, type Project, type Workspace } from '../core/project';
import { UsageError, type Environment } from './environment';
import { collectInputs, displayName } from './inputs';
import { readStdin } from './stdin';
import { workspaceOf } from './workspace';

/** A manuscript that a command draws or lists. */
export interface Manuscript {
  readonly project: Project;
  /** Where files outside the manuscript are waited for; see `Workspace.whenRead`. */
  readonly workspace: Workspace;
}

/**
 * The manuscript that paths name, for a command that draws or lists one as a whole: of a file, the project that it
 * belongs to. Files beside a manuscript that take no part, such as a `README.md`, do not count.
 * @param stdinFilename which file `-` among the paths stands for
 * @throws UsageError when the paths name nothing, or files of several manuscripts
 */
export async function readManuscript(
  paths: readonly string[],
  stdinFilename: string | undefined,
  environment: Environment,
): Promise<Manuscript> {
  const stdin = await readStdin(paths, stdinFilename, environment);
  const workspace = workspaceOf(environment, stdin?.fileSystem);
  const named = paths.length === 0 ? ['.'] : paths;
  const inputs = await collectInputs(named, workspace, environment, stdin);
  const projects = new Set<Project>();
  for (const { uri } of inputs) {
    if (!isConfigFile(uri)) projects.add(await workspace.projectOf(uri));
  }
  const all = [...projects];
  const tagged = all.filter(({ files }) => files.some(({ participates }) => participates));
  const [project, ...others] = tagged.length > 0 ? tagged : all;
  if (!project) throw new UsageError('there is no manuscript here');
  if (others.length === 0) {
    reportFaults(project, environment);
    return { project, workspace };
  }
  if (tagged.length === 0) throw new UsageError('nothing is tagged in these files; name one');
  const names = tagged.map(({ files }) => displayName(files[0]?.uri ?? '', environment.cwd));
  throw new UsageError(
    `these files are of ${names.length} manuscripts; name one: ${names.join(', ')}`,
  );
}

/** What a configuration that cannot be read would add is missing in what is drawn: that must not pass in silence. */
function reportFaults({ problems }: Project, { cwd, stderr }: Environment): void {
  const faults = problems.filter(({ rule }) => rule === 'invalid-project');
  if (faults.length === 0) return;
  const files = new Set(faults.map(({ place }) => displayName(place.uri, cwd)));
  stderr.write(
    `warrant: there are errors in ${[...files].join(', ')}, so that something may be missing here; warrant check shows them\n`,
  );
}
