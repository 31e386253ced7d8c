import type { Logger } from '../core/ports';
import { normalizeUri, type Project, type Workspace } from '../core/project';
import { LineIndex, type Position } from '../core/text/lineIndex';

/** What every capability needs: the workspace, and a place to report failures. */
export interface Context {
  readonly workspace: Workspace;
  readonly logger: Logger;
}

/** A place that a request asks about, in terms of the core. */
export interface Target {
  readonly project: Project;
  /** In the spelling of the core. */
  readonly uri: string;
  readonly offset: number;
}

/** Finds the project of a document and the offset of a position in it; nothing where the document cannot be read. */
export async function targetOf(
  { workspace }: Context,
  uri: string,
  position: Position,
): Promise<Target | undefined> {
  const known = normalizeUri(uri);
  const project = await workspace.projectOf(known);
  const lines = await linesOf(workspace, project, known);
  return lines && { project, uri: known, offset: lines.offsetAt(position) };
}

/** The line index of a file of the project, or of a configuration file beside it. */
export async function linesOf(
  workspace: Workspace,
  project: Project,
  uri: string,
): Promise<LineIndex | undefined> {
  const file = project.file(uri);
  if (file) return file.facts.lines;
  const text = await workspace.textOf(uri).catch(() => undefined);
  return text === undefined ? undefined : new LineIndex(text);
}
