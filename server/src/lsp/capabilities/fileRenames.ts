import type { RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import { readConfigFile, readQuarto } from '../../core/config';
import { editsForRenames, type PathFile } from '../../core/features/fileRenames';
import { pathsOfConfig, pathsOfQuarto } from '../../core/features/writtenPaths';
import type { Project } from '../../core/project';
import { clientFiles, type Context } from '../context';
import { projectsSharing } from '../sharedProjects';
import { toVersionedEdit } from '../toProto';
import type { TrackedProjects } from '../tracked';

const ANNOTATIONS = { path: { label: 'Paths to what is renamed' } } as const;

/** Keeps paths right when files or folders are renamed (LSP 3.17 §workspace/willRenameFiles). */
export async function willRenameFiles(
  context: Context,
  tracked: TrackedProjects,
  { files: renamed }: RenameFilesParams,
): Promise<WorkspaceEdit | null> {
  const { workspace } = context;
  const projects = new Set<Project>();
  for (const project of await tracked.all()) {
    projects.add(project);
    for (const other of await projectsSharing(workspace, project)) projects.add(other);
  }
  const configs: PathFile[] = [];
  for (const uri of await tracked.configs()) {
    const text = await workspace.textOf(uri).catch(() => undefined);
    if (text !== undefined) configs.push(pathFile(uri, text));
  }
  const renames = renamed.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri }));
  const edits = editsForRenames(renames, [...projects], configs);
  if (edits.size === 0) return null;
  const files = await clientFiles(context, [...projects], edits.keys());
  const about = [...edits].map(
    ([uri, list]) => [uri, list.map((edit) => ({ ...edit, role: 'path' as const }))] as const,
  );
  return toVersionedEdit(new Map(about), files, context, ANNOTATIONS);
}

function pathFile(uri: string, text: string): PathFile {
  if (/\/_quarto\.ya?ml$/.test(uri)) {
    const quarto = readQuarto(uri, text);
    return { uri, text, paths: quarto ? pathsOfQuarto(quarto) : [] };
  }
  return { uri, text, paths: pathsOfConfig(readConfigFile(uri, text)) };
}
