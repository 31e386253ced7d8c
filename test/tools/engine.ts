import type { FileSystem } from '../../server/src/core/ports';
import { Workspace, type Project } from '../../server/src/core/project';
import { Checker, runRules, type Finding } from '../../server/src/core/rules';
import { gatherSources } from '../../server/src/core/sources/gather';
import type { TextEdit } from '../../server/src/core/text/textEdit';
import { MemoryFileSystem, ROOT } from './memoryFileSystem';

/**
 * The whole path from texts to findings, as the server goes it: the one seam at which benchmarks and gates take hold of
 * the engine. Files are named by their path relative to {@link ROOT}.
 */
export class Engine {
  readonly #workspace: Workspace;
  readonly #checkers = new WeakMap<Project, Checker>();
  readonly #open = new Set<string>();

  constructor(files: FileSystem = new MemoryFileSystem()) {
    this.#workspace = new Workspace(files);
  }

  /** Opens a document and gives the findings of its project. */
  async open(path: string, text: string): Promise<readonly Finding[]> {
    this.#open.add(path);
    this.#workspace.setDocument(ROOT + path, text);
    return this.findings(path);
  }

  /** Whether a document has been opened. */
  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /** Edits an open document and gives the findings of all files that have other findings than before. */
  async edit(path: string, edits: readonly TextEdit[]): Promise<readonly Finding[]> {
    this.#workspace.editDocument(ROOT + path, edits);
    const checker = await this.#checker(path);
    return [...checker.refresh()].flatMap((uri) => checker.of(uri));
  }

  /** Edits an open document and checks what is open; closed files wait for {@link settle}. */
  async editOpen(path: string, edits: readonly TextEdit[]): Promise<void> {
    this.#workspace.editDocument(ROOT + path, edits);
    (await this.#checker(path)).refreshOpen();
  }

  /** Checks what has waited of the project of a file. */
  async settle(path: string): Promise<void> {
    (await this.#checker(path)).refresh();
  }

  /** The findings of the project of a file. */
  async findings(path: string): Promise<readonly Finding[]> {
    const checker = await this.#checker(path);
    await this.#workspace.whenRead(() => checker.refresh());
    return checker.all();
  }

  /** Takes note that a file has changed on disk, and gives the findings of the project of a manuscript. */
  async changed(file: string, path: string): Promise<readonly Finding[]> {
    this.#workspace.fileChanged(ROOT + file, true);
    await this.#workspace.externalSettled();
    return this.findings(path);
  }

  /** The project of a file. */
  async project(path: string): Promise<Project> {
    return this.#workspace.projectOf(ROOT + path);
  }

  async #checker(path: string): Promise<Checker> {
    const project = await this.project(path);
    const checker = this.#checkers.get(project) ?? new Checker(project);
    this.#checkers.set(project, checker);
    return checker;
  }
}

/** The findings of a document that is read and asked once, and not followed, as the command line does. */
export async function checkOnce(path: string, text: string): Promise<readonly Finding[]> {
  const workspace = new Workspace(new MemoryFileSystem(), { isFinal: true });
  workspace.setDocument(ROOT + path, text);
  const project = await workspace.projectOf(ROOT + path);
  await workspace.whenRead(() => gatherSources(project));
  return workspace.whenRead(() => runRules(project));
}
