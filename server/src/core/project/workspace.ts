import type { FileSystem } from '../ports';
import { buildProject } from './buildProject';
import { Dependencies, FileCache } from './fileCache';
import { ProjectLoader } from './loadProject';
import { locate, type Location } from './locate';
import { walk } from './manuscript';
import type { Project } from './project';
import { isConfigFile, normalizeUri, resolvePath } from './uris';

interface Loaded {
  readonly project: Project;
  readonly dependencies: Dependencies;
}

/**
 * The manuscripts of one or more folders, and which of them belong together. Open documents are laid over the files.
 * Snapshots are built when asked for and kept until something that they were read from changes.
 * URIs are compared in the spelling of {@link normalizeUri}; every method accepts any spelling.
 */
export class Workspace {
  readonly #files: FileCache;
  readonly #loader: ProjectLoader;
  /** By `warrant.yaml`, `_quarto.yml`, or single file. */
  readonly #loaded = new Map<string, Promise<Loaded | undefined>>();
  readonly #settled = new Map<string, Loaded>();
  readonly #locations = new Map<
    string,
    { location: Promise<Location>; dependencies: Dependencies }
  >();

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
    this.#loader.forget(known);
    this.#invalidate(known);
  }

  /** The project that a manuscript or a `warrant.yaml` belongs to. Files that cannot be read give an empty project. */
  async projectOf(uri: string): Promise<Project> {
    const known = normalizeUri(uri);
    const location = await this.#locate(known);
    const home = location.warrant ?? location.quarto;
    if (home) {
      const shared = await this.#load(`shared ${home}`, (dependencies) =>
        this.#loader.loadShared(location, dependencies),
      );
      if (shared && (shared.file(known) || known === home)) return shared;
    }
    for (const { project } of this.#settled.values()) {
      if (project.files.length > 1 && project.file(known)) return project;
    }
    const single = await this.#load(`single ${known}`, (dependencies) =>
      this.#loader.loadSingle(known, location, dependencies),
    );
    if (!single) throw new Error(`no project for ${known}`);
    return single;
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

  async #locate(uri: string): Promise<Location> {
    const known = this.#locations.get(uri);
    if (known) return known.location;
    const dependencies = new Dependencies();
    const location = uri.startsWith('untitled:')
      ? Promise.resolve({})
      : locate(uri, this.#files, dependencies);
    this.#locations.set(uri, { location, dependencies });
    return location;
  }

  async #load(
    key: string,
    load: (dependencies: Dependencies) => Promise<Parameters<typeof buildProject>[0] | undefined>,
  ): Promise<Project | undefined> {
    let loading = this.#loaded.get(key);
    if (!loading) {
      const dependencies = new Dependencies();
      const started = load(dependencies).then((input) =>
        input ? { project: buildProject(input), dependencies } : undefined,
      );
      loading = started;
      this.#loaded.set(key, started);
      // A change while it was read makes the result stale; whoever asked for it asks again after the change.
      started.then(
        (loaded) => {
          if (this.#loaded.get(key) === started && loaded) this.#settled.set(key, loaded);
        },
        () => this.#loaded.delete(key),
      );
    }
    return (await loading)?.project;
  }

  #invalidate(uri: string): void {
    for (const key of this.#loaded.keys()) {
      const settled = this.#settled.get(key);
      if (settled && !settled.dependencies.includes(uri)) continue;
      this.#loaded.delete(key);
      this.#settled.delete(key);
    }
    for (const [key, { dependencies }] of this.#locations) {
      if ((isConfigFile(uri) || uri.endsWith('/.git')) && dependencies.includes(uri)) {
        this.#locations.delete(key);
      }
    }
  }
}
