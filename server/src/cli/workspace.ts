import type { FileSystem } from '../core/ports';
import { Workspace } from '../core/project';
import type { Environment } from './environment';

/** The manuscripts around the command, each asked once. */
export function workspaceOf(
  { fileSystem, readPdf }: Environment,
  files: FileSystem = fileSystem,
): Workspace {
  return new Workspace(files, { isFinal: true, ...(readPdf ? { readPdf } : {}) });
}
