import type { FileSystem } from '../ports';
import { buildProject, type ProjectInput } from './buildProject';
import { Dependencies, FileCache } from './fileCache';
import { ProjectLoader } from './loadProject';
import { locate, type Location } from './locate';
import { walk } from './manuscript';
import { Memo } from './memo';
import type { Project } from './project';
import { isConfigFile, isManuscript, normalizeUri, resolvePath } from './uris';

/**
 * The manuscripts of one or more folders, and which of them belong together. Open documents are laid over the files.
 * Snapshots are built when asked for and kept until something that they were read from changes.
 * URIs are compared in the spelling of {@link normalizeUri}; every method accepts any spelling.
 */
export class Workspace {
  readonly #files: FileCache;
  readonly #loader: ProjectLoader;
  readonly #projects = new Memo<Project | undefined>();
  readonly #locations = new Memo<Location>();
  /** The files that include a file. */
  readonly #hosts = new Memo<string | undefined>();

  constructor(fileSystem: FileSystem) {
    this.#files = new FileCache(fileSystem);
    this.#loader = new ProjectLoader(this.#files);
  }

  /** The documents that are open in the editor. */
  get openUris(): readonly string[] {
    return this.#files.openUris;
  }

  /** Takes note of the text of a document that is opened or edited. */
  setDocument(uri: string, text: string): void {
    const known = normalizeUri(uri);
    this.#files.setOverlay(known, text);
    this.#invalidate(known);
  }

  /** Goes back from an open document to its file. */
  closeDocument(uri: string): void {
    const known = normalizeUri(uri);
    this.#files.setOverlay(known, undefined);
    this.#files.forget(known);
    this.#invalidate(known);
  }

  /** Takes note that a file has changed, come or gone. */
  fileChanged(uri: string): void {
    const known = normalizeUri(uri);
    this.#files.forget(known);
    // What is open keeps its text, so that saving it does not parse it again.
    if (!this.openUris.includes(known)) this.#loader.forget(known);
    this.#invalidate(known);
  }

  /** The project that a manuscript or a `warrant.yaml` belongs to. Files that cannot be read give an empty project. */
  async projectOf(uri: string): Promise<Project> {
    const known = normalizeUri(uri);
    const location = await this.#locate(known);
    const home = location.warrant ?? location.quarto;
    if (home) {
      const shared = await this.#load('shared', '', location, (dependencies) =>
        this.#loader.loadShared(location, dependencies),
      );
      if (shared && (shared.file(known) || known === home)) return shared;
    }
    const host = await this.#outermostHost(known, location);
    const single = await this.#loadSingle(host, location);
    if (single.file(known)) return single;
    for (const project of this.#projects.settled()) {
      if (project && project.files.length > 1 && project.file(known)) return project;
    }
    return host === known ? single : this.#loadSingle(known, location);
  }

  /** The files below a folder, in the order of their names; output folders and hidden ones are left out. */
  async filesIn(folder: string): Promise<string[]> {
    return walk(normalizeUri(folder), this.#files, new Dependencies());
  }

  /** The text of a file as it stands in the workspace. Rejects with FileSystemError. */
  async textOf(uri: string): Promise<string> {
    return (await this.#files.read(normalizeUri(uri), new Dependencies())).text;
  }

  /** The URI of a path relative to a folder. */
  static resolve(folder: string, path: string): string {
    return resolvePath(folder, path);
  }

  #locate(uri: string): Promise<Location> {
    if (uri.startsWith('untitled:')) return Promise.resolve({});
    return this.#locations.get(uri, (dependencies) => locate(uri, this.#files, dependencies));
  }

  /** The file whose includes lead to a file; the file itself where none does. */
  async #outermostHost(uri: string, location: Location): Promise<string> {
    if (uri.startsWith('untitled:') || isConfigFile(uri)) return uri;
    const seen = new Set([uri]);
    for (let current = uri; ;) {
      const host = await this.#hosts.get(`${current} ${locationKey(location)}`, (dependencies) =>
        this.#loader.hostOf(current, location, dependencies),
      );
      if (host === undefined || seen.has(host)) return current;
      seen.add(host);
      current = host;
    }
  }

  async #loadSingle(uri: string, location: Location): Promise<Project> {
    const project = await this.#load('single', uri, location, (dependencies) =>
      this.#loader.loadSingle(uri, location, dependencies),
    );
    if (!project) throw new Error(`no project for ${uri}`);
    return project;
  }

  #load(
    kind: 'shared' | 'single',
    uri: string,
    location: Location,
    load: (dependencies: Dependencies) => Promise<ProjectInput | undefined>,
  ): Promise<Project | undefined> {
    const key = `${kind} ${uri} ${locationKey(location)}`;
    return this.#projects.get(key, async (dependencies) => {
      const input = await load(dependencies);
      return input && buildProject(input);
    });
  }

  #invalidate(uri: string): void {
    this.#projects.invalidate(uri);
    this.#hosts.invalidate(uri);
    // Edits of a manuscript, which are many, cannot move a project.
    if (!isManuscript(uri)) this.#locations.invalidate(uri);
  }
}

function locationKey({ warrant = '', quarto = '' }: Location): string {
  return `${warrant} ${quarto}`;
}
