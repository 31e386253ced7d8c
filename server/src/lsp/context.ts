import type { Logger } from '../core/ports';
import { normalizeUri, type Project, type Workspace } from '../core/project';
import { LineIndex, type Position } from '../core/text/lineIndex';

/** What every capability needs. */
export interface Context {
  readonly workspace: Workspace;
  readonly logger: Logger;
  /** The URI of a file as the client spells it; the core's own spelling where the client has not named the file. */
  readonly spelling: (uri: string) => string;
}

/** A place that a request asks about, in terms of the core. */
export interface Target {
  readonly project: Project;
  /** In the spelling of the core. */
  readonly uri: string;
  readonly offset: number;
  readonly lines: LineIndex;
}

/** A file as the client knows it: its name there, and where its lines begin. */
export interface ClientFile {
  readonly uri: string;
  readonly lines: LineIndex;
}

/** Finds files by their URI in the core; nothing where one cannot be read any more. */
export type ClientFiles = (uri: string) => ClientFile | undefined;

/** Finds the project of a document and the offset of a position in it; nothing where the document cannot be read. */
export async function targetOf(
  { workspace }: Context,
  uri: string,
  position: Position,
): Promise<Target | undefined> {
  const known = normalizeUri(uri);
  const project = await projectSoon(workspace, known);
  const lines = await linesOf(workspace, project, known);
  return lines && { project, uri: known, lines, offset: lines.offsetAt(position) };
}

/** How long an answer waits for a project that is being read, in milliseconds. */
const PATIENCE = 50;

/** The project of a document; nothing where that is still being read. */
export async function wholeProject(
  workspace: Workspace,
  uri: string,
): Promise<Project | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  try {
    return await Promise.race([workspace.projectOf(uri), waited]);
  } finally {
    clearTimeout(timer);
  }
}

/** The project of a document; while that is being read, the document by itself. */
export async function projectSoon(workspace: Workspace, uri: string): Promise<Project> {
  return (await wholeProject(workspace, uri)) ?? workspace.projectAlone(uri);
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

/** Looks up files of projects, or beside them, as the client knows them. */
export async function clientFiles(
  { workspace, spelling }: Context,
  projects: Project | readonly Project[],
  uris: Iterable<string>,
): Promise<ClientFiles> {
  const all = 'root' in projects ? [projects] : projects;
  const files = new Map<string, ClientFile>();
  for (const uri of new Set(uris)) {
    const known = normalizeUri(uri);
    const project = all.find((one) => one.file(known)) ?? all[0];
    const lines = project && (await linesOf(workspace, project, known));
    if (lines) files.set(uri, { uri: spelling(uri), lines });
  }
  return (uri) => files.get(uri);
}
