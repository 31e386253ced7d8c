import { LiveProject, type ProjectInput } from './liveProject';
import type { FileSystem, Pace } from '../ports';
import type { SyntaxDocument } from '../syntax';
import { difference } from '../text/difference';
import { LineIndex } from '../text/lineIndex';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { ExternalFiles } from './externalFiles';
import { Dependencies, FileCache, type TextSource } from './fileCache';
import type { LoadedFile } from './loadedFile';
import { ProjectLoader, type LoadOptions } from './loadProject';
import { locate, type Location } from './locate';
import { walk } from './manuscript';
import { Memo } from './memo';
import { isConfigFile, isManuscript, normalizeUri, resolvePath } from './uris';

/**
 * The manuscripts of one or more folders, and which of them belong together. Open documents are laid over the files.
 * A project is put together when it is asked for, and kept up to date by difference while its files are edited; where an
 * edit changes what belongs together, it is put together anew.
 * URIs are compared in the spelling of {@link normalizeUri}; every method accepts any spelling.
 */
export class Workspace {
  readonly #files: FileCache;
  readonly #external: ExternalFiles;
  readonly #loader: ProjectLoader;
  readonly #projects = new Memo<LiveProject | undefined>((project) => project?.dispose());
  readonly #locations = new Memo<Location>();
  /** The files that include a file. */
  readonly #hosts = new Memo<string | undefined>();
  /** Loaded files whose text on disk may be another one. */
  readonly #stale = new Set<string>();
  /** Ends when those are read that were stale when somebody asked. */
  #reading: Promise<void> | undefined;
  readonly #pace: Pace | undefined;

  constructor(fileSystem: FileSystem, options: LoadOptions = {}) {
    this.#files = new FileCache(fileSystem);
    const { pace, readPdf, calm, onExternalRead, isFinal = false } = options;
    this.#external = new ExternalFiles({
      bytesOf: (uri) => this.#files.readBytes(uri),
      ...(pace ? { pace } : {}),
      ...(readPdf ? { readPdf } : {}),
      ...(calm ? { calm } : {}),
      keepsAll: isFinal,
      onRead: (uri, isFirst, isThere) => {
        if (!isFirst) this.#projects.drop(uri, (project) => project?.isFinal === true);
        onExternalRead?.(uri, isThere);
      },
    });
    this.#loader = new ProjectLoader(this.#files, this.#external, options);
    this.#pace = pace;
  }

  /** The documents that are open in the editor. */
  get openUris(): readonly string[] {
    return this.#files.openUris;
  }

  /** The text of an open document. */
  openText(uri: string): string | undefined {
    return this.#files.overlay(normalizeUri(uri))?.text;
  }

  /** The lines of an open document; they cost nothing where the document has been read. */
  openLines(uri: string): LineIndex | undefined {
    const known = normalizeUri(uri);
    const overlay = this.#files.overlay(known);
    return overlay && (this.openDocument(known)?.lines ?? new LineIndex(overlay.text));
  }

  /** An open document as it stands; nothing where it is none or has not been read yet. */
  openDocument(uri: string): SyntaxDocument | undefined {
    const known = normalizeUri(uri);
    const file = this.#loader.loaded(known);
    return file && file === this.#files.overlay(known) ? file.document : undefined;
  }

  /** Takes note of the text of a document that is opened or edited. */
  setDocument(uri: string, text: string): void {
    const known = normalizeUri(uri);
    this.#external.changed(known, true);
    const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
    const file = this.#loader.loaded(known);
    if (!file || this.#stale.has(known)) {
      this.#files.setOverlay(known, { text: clean });
      this.#stale.delete(known);
      this.#invalidate(known);
      return;
    }
    const wasOpen = this.#files.overlay(known) !== undefined;
    this.#files.setOverlay(known, file);
    const edit = difference(file.text, clean);
    if (edit) this.#edit(file, [edit]);
    if (!wasOpen) this.#openChanged(known);
  }

  /**
   * Edits an open document. Offsets are those before any of the edits.
   * @throws RangeError when two edits overlap or one lies outside the text; nothing is changed then.
   */
  editDocument(uri: string, edits: readonly TextEdit[]): void {
    const known = normalizeUri(uri);
    const overlay = this.#files.overlay(known);
    const file = this.#loader.loaded(known);
    if (file && file === overlay) {
      this.#edit(file, edits);
      this.#external.changed(known, true);
    } else this.setDocument(known, applyEdits(overlay?.text ?? '', edits));
  }

  /** Goes back from an open document to its file. */
  closeDocument(uri: string): void {
    const known = normalizeUri(uri);
    this.#files.setOverlay(known, undefined);
    this.#files.forget(known);
    this.#external.changed(known);
    if (this.#loader.loaded(known)) this.#stale.add(known);
    else this.#invalidate(known);
    this.#openChanged(known);
  }

  /** Takes note of a document that is opened, is no manuscript and may be one on which manuscripts rest. */
  openSupporting(uri: string, text: TextSource): void {
    const known = normalizeUri(uri);
    this.#files.setSupporting(known, text);
    this.#external.changed(known);
  }

  /** Takes note that the text of such a document is another one. */
  supportingEdited(uri: string): void {
    this.#external.changed(normalizeUri(uri), true);
  }

  /** Goes back from such a document to its file. */
  closeSupporting(uri: string): void {
    const known = normalizeUri(uri);
    this.#files.setSupporting(known, undefined);
    this.#files.forget(known);
    this.#external.changed(known);
  }

  /**
   * Takes note that a file has changed, come or gone.
   * @param isText whether nothing but its text has changed
   */
  fileChanged(uri: string, isText = false): void {
    const known = normalizeUri(uri);
    const isOnlyText = isText && this.#files.isListed(known);
    this.#files.forget(known);
    const isOpen = this.#files.overlay(known) !== undefined;
    if (!isOpen && !this.#files.supporting(known)) this.#external.changed(known);
    // What is neither is part of no project.
    if (this.#external.has(known) && !isManuscript(known) && !isConfigFile(known)) return;
    if (isOnlyText && isOpen) return;
    if (isOnlyText && this.#loader.loaded(known)) {
      this.#stale.add(known);
      return;
    }
    // What is open keeps its text, so that saving it does not parse it again.
    if (!isOpen) this.#loader.forget(known);
    this.#invalidate(known);
  }

  /** The project that a manuscript or a `warrant.yaml` belongs to. Files that cannot be read give an empty project. */
  async projectOf(uri: string): Promise<LiveProject> {
    await this.#readStale();
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

  /** A manuscript by itself, whatever it belongs to: to answer from while its project is being read. */
  async projectAlone(uri: string): Promise<LiveProject> {
    const known = normalizeUri(uri);
    return this.#loadSingle(known, await this.#locate(known));
  }

  /** The nearest `warrant.yaml`, else `_quarto.yml`, at or above the folder of a file, as far as its repository goes. */
  async configAbove(uri: string): Promise<string | undefined> {
    const { warrant, quarto } = await this.#locate(normalizeUri(uri));
    return warrant ?? quarto;
  }

  /** The files below a folder, in the order of their names; output folders and hidden ones are left out. */
  async filesIn(folder: string): Promise<string[]> {
    return walk(normalizeUri(folder), this.#files, new Dependencies());
  }

  /** Whether something is derived from a file outside the manuscripts, or from one below a folder. */
  asksFor(uri: string): boolean {
    return this.#external.isAskedFor(normalizeUri(uri));
  }

  /**
   * Ends when the files outside the manuscripts have been read that were asked for; see `Project.external`.
   * @returns whether there was anything to wait for
   */
  externalSettled(): Promise<boolean> {
    return this.#external.settled();
  }

  /** The answer to a question about projects when all files have been read that it asks for; it is asked until then. */
  async whenRead<T>(ask: () => T): Promise<T> {
    for (;;) {
      const answer = ask();
      if (!(await this.#external.settled())) return answer;
    }
  }

  /** The text of a file as it stands in the workspace. Rejects with FileSystemError. */
  async textOf(uri: string): Promise<string> {
    const known = normalizeUri(uri);
    const open = this.#files.supporting(known);
    return open?.text ?? (await this.#files.read(known, new Dependencies())).text;
  }

  /** The URI of a path relative to a folder. */
  static resolve(folder: string, path: string): string {
    return resolvePath(folder, path);
  }

  /** Edits a file that is loaded, and brings the projects up to date that hold it. */
  #edit(file: LoadedFile, edits: readonly TextEdit[]): void {
    const { uri } = file;
    const { reshapes, facts } = file.edit(edits);
    if (reshapes) {
      if (file.isFaulty) this.#loader.forget(uri);
      this.#invalidate(uri);
      this.#forgetFacts(file);
      return;
    }
    this.#projects.drop(uri, (project) => project?.isFinal === true);
    for (const project of this.#projects.begun()) {
      for (const change of facts) project?.update(change);
    }
  }

  #openChanged(uri: string): void {
    for (const project of this.#projects.settled()) project?.openChanged(uri);
  }

  #forgetFacts(file: LoadedFile): void {
    const used = new Set(
      [...this.#projects.begun()].map((project) => project?.file(file.uri)?.facts),
    );
    file.keepFacts((facts) => used.has(facts));
  }

  /** Reads files again whose text may be another one now; whoever asks meanwhile waits for them as well. */
  #readStale(): Promise<void> | undefined {
    if (this.#stale.size > 0) {
      const stale = [...this.#stale];
      this.#stale.clear();
      const reading = Promise.all([
        this.#reading,
        ...stale.map((uri) => this.#readAgain(uri)),
      ]).then(() => undefined);
      this.#reading = reading;
      const end = (): void => {
        if (this.#reading === reading) this.#reading = undefined;
      };
      reading.then(end, end);
    }
    return this.#reading;
  }

  async #readAgain(uri: string): Promise<void> {
    const read = await this.#files.read(uri, new Dependencies()).catch(() => undefined);
    const file = this.#loader.loaded(uri);
    if (!file) return;
    if (!read || read.problem || file.isFaulty) {
      this.#loader.forget(uri);
      this.#invalidate(uri);
      return;
    }
    const edit = difference(file.text, read.text);
    if (edit) this.#edit(file, [edit]);
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

  async #loadSingle(uri: string, location: Location): Promise<LiveProject> {
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
  ): Promise<LiveProject | undefined> {
    const key = `${kind} ${uri} ${locationKey(location)}`;
    return this.#projects.get(key, async (dependencies, begin) => {
      const input = await load(dependencies);
      return input && LiveProject.build(input, this.#pace, begin);
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
