import { namesInExport } from '../core/features/namesInExport';
import type { Project, Workspace } from '../core/project';

/** Why a text must not be given away, once the list of pseudonyms has been read; see `namesInExport`. */
export function realNamesIn(
  workspace: Workspace,
  project: Project,
  text: string,
): Promise<string | undefined> {
  return workspace.whenRead(() => namesInExport(project, text));
}
