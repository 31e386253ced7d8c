import {
  isConfigFile,
  isManuscript,
  normalizeUri,
  type Project,
  type Workspace,
} from '../core/project';

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
    this.#rescan();
  }

  /** Lets go of a folder's projects, but for those of open documents. */
  removeFolder(folder: string): void {
    this.#folders.delete(normalizeUri(folder));
    this.#rescan();
  }

  /** Takes note that a `warrant.yaml` or a Quarto project has come or gone. */
  configChanged(uri: string): void {
    if (isConfigFile(uri)) this.#rescan();
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

  #rescan(): void {
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

/** Whether the server reads a document: a manuscript by name or language, or a configuration file; never Git's copies. */
export function isTracked(uri: string, languageId: string): boolean {
  if (uri.startsWith('git:')) return false;
  return isManuscript(uri) || isConfigFile(uri) || LANGUAGES.has(languageId);
}

const LANGUAGES: ReadonlySet<string> = new Set(['markdown', 'quarto', 'rmd']);
