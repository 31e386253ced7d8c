import {
  isConfigFile,
  isManuscript,
  parentUri,
  type Project,
  type Workspace,
} from '../core/project';

/** The other projects that share the `warrant.yaml` of a project: manuscripts below its folder that it does not list. */
export async function projectsSharing(
  workspace: Workspace,
  { config, files }: Project,
): Promise<Project[]> {
  if (!config) return [];
  const listed = new Set(files.map(({ uri }) => uri));
  const found = new Set<Project>();
  for (const uri of await workspace.filesIn(parentUri(config.uri))) {
    if (!isManuscript(uri) || listed.has(uri)) continue;
    const project = await workspace.projectOf(uri);
    if (project.config?.uri !== config.uri || project.files.some((file) => listed.has(file.uri)))
      continue;
    found.add(project);
  }
  return [...found];
}

/** The projects that may know what stands in a file: its own, or for a `warrant.yaml` that lists no manuscripts all that share it. */
export async function projectsKnowing(
  workspace: Workspace,
  project: Project,
  uri: string,
): Promise<readonly Project[]> {
  if (!isConfigFile(uri) || project.files.length > 0) return [project];
  return [project, ...(await projectsSharing(workspace, project))];
}

/** The first of these projects that has an answer, with its answer. */
export async function firstAnswer<T>(
  workspace: Workspace,
  project: Project,
  uri: string,
  ask: (project: Project) => T | undefined,
): Promise<{ readonly project: Project; readonly answer: T } | undefined> {
  for (const one of await projectsKnowing(workspace, project, uri)) {
    const answer = await workspace.whenRead(() => ask(one));
    if (answer !== undefined) return { project: one, answer };
  }
  return undefined;
}
