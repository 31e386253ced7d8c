import path from 'node:path';
import { URI } from 'vscode-uri';
import { isConfigFile, type Project, type Workspace } from '../core/project';
import { hasPseudonyms, pseudonymsOf } from '../core/sources/pseudonyms';
import { qdaOf } from '../core/sources/qda';
import type { Environment, Output } from './environment';
import { collectInputs } from './inputs';
import { workspaceOf } from './workspace';

const SILENT: Output = { isTTY: false, write: () => undefined };

/**
 * The manuscripts that say who may read what is in QDA files, with their pseudonyms read: those that paths name; else those
 * with a `warrant.yaml` or `_quarto.yml` above the files or the current folder; else, for files that none of these has under
 * `qda:`, those below the current folder.
 * @param files URIs of the QDA files
 */
export async function qdaManuscripts(
  files: readonly string[],
  paths: readonly string[],
  environment: Environment,
): Promise<readonly Project[]> {
  const workspace = workspaceOf(environment);
  const projects = new Set<Project>();
  if (paths.length === 0) {
    const here = URI.file(path.join(environment.cwd, 'qda')).toString();
    for (const uri of [...files, here]) {
      const config = await workspace.configAbove(uri);
      if (config !== undefined) projects.add(await workspace.projectOf(config));
    }
    const named = new Set([...projects].flatMap(filesUnderQda));
    if (!files.every((uri) => named.has(uri))) {
      await addBelow(['.'], workspace, { ...environment, stderr: SILENT }, projects);
    }
  } else {
    await addBelow(paths, workspace, environment, projects);
  }
  const all = [...projects];
  for (const project of all) {
    await workspace.whenRead(() => hasPseudonyms(project) && pseudonymsOf(project));
  }
  return all;
}

function filesUnderQda(project: Project): string[] {
  return qdaOf(project).files.map(({ uri }) => uri);
}

async function addBelow(
  paths: readonly string[],
  workspace: Workspace,
  environment: Environment,
  projects: Set<Project>,
): Promise<void> {
  for (const { uri } of await collectInputs(paths, workspace, environment)) {
    if (!isConfigFile(uri)) projects.add(await workspace.projectOf(uri));
  }
}
