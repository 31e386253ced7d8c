import type { RecentReferences } from '../core/features/completion/recentReferences';
import type { Logger } from '../core/ports';
import { normalizeUri, type Project, type Workspace } from '../core/project';
import { LineIndex, type Position } from '../core/text/lineIndex';
import type { ClientSupport } from './clientSupport';
import type { CompletionSupport } from './completionSupport';
import type { Settings } from './settings';
import { sourceTextAt, textOfSource } from './sourceTexts';

/** What every capability needs. */
export interface Context {
  readonly workspace: Workspace;
  readonly logger: Logger;
  /** The URI of a file as the client spells it; the core's own spelling where the client has not named the file. */
  readonly spelling: (uri: string) => string;
  /** The version of an open document, by its URI in the core. */
  readonly version: (uri: string) => number | undefined;
  readonly support: ClientSupport;
  readonly completion: CompletionSupport;
  /** Shows the author a sentence (LSP 3.17 §window/showMessage). */
  readonly tell: (message: string) => void;
  readonly recent: RecentReferences;
  readonly settings: Settings;
}

/** A place that a request asks about, in terms of the core. */
export interface Target {
  readonly project: Project;
  /** Whether that holds all its files; else it is the document by itself, and what it lacks may stand in others. */
  readonly isWhole: boolean;
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

/**
 * Finds the project of a document and the offset of a position in it, as far as the project has been read; nothing where
 * the document cannot be read. For what can be said of a part, and by what depends on the document alone.
 */
export async function targetSoon(
  { workspace }: Context,
  uri: string,
  position: Position,
): Promise<Target | undefined> {
  const known = normalizeUri(uri);
  const found = await projectSoon(workspace, known);
  return targetIn(workspace, known, position, found);
}

/**
 * Finds the whole project of a document, however long that takes to be read, and the offset of a position in it. For
 * what only the whole can know: which ids are free, where all uses are.
 */
export async function targetOf(
  { workspace }: Context,
  uri: string,
  position: Position,
): Promise<Target | undefined> {
  const known = normalizeUri(uri);
  const project = await workspace.projectOf(known);
  return targetIn(workspace, known, position, { project, isWhole: true });
}

async function targetIn(
  workspace: Workspace,
  uri: string,
  position: Position,
  { project, isWhole }: Pick<Target, 'project' | 'isWhole'>,
): Promise<Target | undefined> {
  const lines = await linesOf(workspace, project, uri);
  return lines && { project, isWhole, uri, lines, offset: lines.offsetAt(position) };
}

/** How long an answer waits for a project that is being read, in milliseconds. */
const PATIENCE = 50;

/** The project of a document; while that is being read, the document by itself. */
export async function projectSoon(
  workspace: Workspace,
  uri: string,
): Promise<Pick<Target, 'project' | 'isWhole'>> {
  const reading = workspace.projectOf(uri);
  const soon = await Promise.race([reading, wait(PATIENCE)]);
  if (soon) return { project: soon, isWhole: true };
  const alone = await workspace.projectAlone(uri);
  // Of a document that goes with no other, that was the whole.
  const whole = await Promise.race([reading, wait(0)]);
  return { project: whole ?? alone, isWhole: whole !== undefined };
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds);
  });
}

/** The line index of a file of the project, of a configuration file beside it, or of a document that shows a source's text. */
export async function linesOf(
  workspace: Workspace,
  project: Project,
  uri: string,
): Promise<LineIndex | undefined> {
  const file = project.file(uri);
  if (file) return file.facts.lines;
  const address = sourceTextAt(uri);
  if (address) {
    const source = textOfSource(project, address);
    return source && new LineIndex(source.text);
  }
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
