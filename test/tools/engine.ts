import { Workspace, type Project } from '../../server/src/core/project';
import { runRules, type Finding } from '../../server/src/core/rules';
import type { FileSystem } from '../../server/src/core/ports';
import { applyEdits, type TextEdit } from '../../server/src/core/text/textEdit';
import { MemoryFileSystem, ROOT } from './memoryFileSystem';

/**
 * The whole path from texts to findings, as the server goes it: the one seam at which benchmarks and gates take hold of
 * the engine.
 */
export class Engine {
  readonly #workspace: Workspace;
  readonly #texts = new Map<string, string>();

  constructor(files: FileSystem = new MemoryFileSystem()) {
    this.#workspace = new Workspace(files);
  }

  /** Opens a document, by its path relative to {@link ROOT}, and gives the findings of its project. */
  async open(path: string, text: string): Promise<readonly Finding[]> {
    this.#texts.set(path, text);
    this.#workspace.setDocument(ROOT + path, text);
    return this.findings(path);
  }

  /** Edits an open document and gives the findings of its project. */
  async edit(path: string, edits: readonly TextEdit[]): Promise<readonly Finding[]> {
    return this.open(path, applyEdits(this.textOf(path), edits));
  }

  /** The text of an open document. */
  textOf(path: string): string {
    return this.#texts.get(path) ?? '';
  }

  /** The findings of the project of a file. */
  async findings(path: string): Promise<readonly Finding[]> {
    return runRules(await this.project(path));
  }

  /** The project of a file. */
  async project(path: string): Promise<Project> {
    return this.#workspace.projectOf(ROOT + path);
  }
}
