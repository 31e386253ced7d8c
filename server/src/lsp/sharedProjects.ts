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

/**
 * The project that knows what stands at a place: that of the file, or for a `warrant.yaml` that lists no manuscripts the
 * first one that answers.
 */
export async function firstAnswer<T>(
  workspace: Workspace,
  project: Project,
  uri: string,
  ask: (project: Project) => T | undefined,
): Promise<{ readonly project: Project; readonly answer: T } | undefined> {
  const own = ask(project);
  if (own !== undefined) return { project, answer: own };
  if (!isConfigFile(uri) || project.files.length > 0) return undefined;
  for (const other of await projectsSharing(workspace, project)) {
    const answer = ask(other);
    if (answer !== undefined) return { project: other, answer };
  }
  return undefined;
}
