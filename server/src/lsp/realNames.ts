import { namesInExport } from '../core/features/namesInExport';
import type { Project, Workspace } from '../core/project';
import { hasPseudonyms } from '../core/sources/pseudonyms';

/** Why a text must not be given away, once the list of pseudonyms has been read; see `namesInExport`. */
export async function realNamesIn(
  workspace: Workspace,
  project: Project,
  text: string,
): Promise<string | undefined> {
  if (!hasPseudonyms(project)) return undefined;
  return workspace.whenRead(() => namesInExport(project, text));
}
