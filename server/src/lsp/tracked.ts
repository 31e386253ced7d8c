import {
  isConfigFile,
  isManuscript,
  normalizeUri,
  type Project,
  type Workspace,
} from '../core/project';
import { COPY_SCHEMES, LANGUAGES } from '../shared/documents';

/** The projects that the server watches over: those of open documents, and those that the folders declare. */
export class TrackedProjects {
  readonly #workspace: Workspace;
  readonly #configs = new Set<string>();
  readonly #folders = new Set<string>();
  #scanned: Promise<void> = Promise.resolve();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Adds the projects that a folder of the editor declares. */
  addFolder(folder: string): void {
    this.#folders.add(normalizeUri(folder));
    this.rescan();
  }

  /** Lets go of a folder's projects, but for those of open documents. */
  removeFolder(folder: string): void {
    this.#folders.delete(normalizeUri(folder));
    this.rescan();
  }

  /** The projects, each once. */
  async all(): Promise<Project[]> {
    await this.#scanned;
    const projects = new Set<Project>();
    for (const uri of [...this.#configs, ...this.#workspace.openUris]) {
      projects.add(await this.#workspace.projectOf(uri));
    }
    return [...projects];
  }

  /** The configuration files in the folders. */
  async configs(): Promise<string[]> {
    await this.#scanned;
    return [...this.#configs];
  }

  /** The files of the projects, and what declares these, below a folder. */
  async filesBelow(folder: string): Promise<string[]> {
    const files = (await this.all()).flatMap((project) => project.files.map(({ uri }) => uri));
    return [...new Set([...this.#configs, ...files])].filter((uri) => uri.startsWith(`${folder}/`));
  }

  /** Looks again which projects the folders declare, since something has come or gone. */
  rescan(): void {
    const folders = [...this.#folders];
    this.#scanned = this.#scanned
      .then(async () => {
        const found = await Promise.all(folders.map((folder) => this.#workspace.filesIn(folder)));
        this.#configs.clear();
        for (const uri of found.flat()) if (isConfigFile(uri)) this.#configs.add(uri);
      })
      .catch(() => undefined);
  }
}

/** Whether the server reads a document: a manuscript by name or language, or a configuration file; never a copy. */
export function isTracked(uri: string, languageId: string): boolean {
  if (COPY_SCHEMES.has(uri.slice(0, uri.indexOf(':')))) return false;
  return isManuscript(uri) || isConfigFile(uri) || LANGUAGES.includes(languageId);
}
