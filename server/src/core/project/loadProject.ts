import {
  emptyConfig,
  readConfigFile,
  readQuarto,
  type Config,
  type ConfigProblem,
  type QuartoProject,
} from '../config';
import {
  VOCABULARY,
  extendVocabulary,
  type Place,
  type Vocabulary,
  type VocabularyExtension,
} from '../model';
import { FileSystemError, WITHOUT_PAUSE, type Pace, type ReadPdf } from '../ports';
import type { ProjectInput } from './liveProject';
import type { DecodedText } from './decode';
import type { Externals } from './externalFiles';
import type { Dependencies, FileCache } from './fileCache';
import { LoadedFile } from './loadedFile';
import type { Location } from './locate';
import { expandManuscript } from './manuscript';
import { ownEntries } from './ownEntries';
import type { ProjectFile } from './project';
import { childUri, isConfigFile, isManuscript, parentUri, relativePath, resolvePath } from './uris';

/** A file of a project that is being read. */
interface ReadFile {
  readonly file: LoadedFile;
  /** The file that includes it. */
  readonly host?: string;
}

/** What every file that includes another one holds. */
const INCLUDES = /\{\{<\s*include|child/;

/** In folders with more manuscripts than this, a file that includes another one is not sought. */
const MAX_CANDIDATES = 500;

/** How many files are read ahead: while one is parsed, the disk need not rest. */
const READ_AHEAD = 16;

/** How projects are loaded. */
export interface LoadOptions {
  /** When to let other work go first. */
  readonly pace?: Pace;
  /** Reads the text of sources that are PDF. */
  readonly readPdf?: ReadPdf;
  /** Whether projects are asked once, so that nothing need be kept by which they could be kept up to date. */
  readonly isFinal?: boolean;
  /** Told how many of the files that a project lists have been read. */
  readonly onRead?: (read: number, all: number) => void;
  /** Told when something else is known of a file outside the manuscripts that was asked for. */
  readonly onExternalRead?: (uri: string, isThere: boolean) => void;
  /** Waits until an author who edits such a file pauses. */
  readonly calm?: () => Promise<void>;
}

/** Reads projects through a cache of files; what has not changed is not parsed again. */
export class ProjectLoader {
  readonly #files: FileCache;
  readonly #external: Externals;
  readonly #loaded = new Map<string, LoadedFile>();
  readonly #vocabularies = new Map<string, Vocabulary>();
  readonly #pace: Pace;
  readonly #isFinal: boolean;
  readonly #onRead: LoadOptions['onRead'];

  constructor(
    files: FileCache,
    external: Externals,
    { pace = WITHOUT_PAUSE, isFinal = false, onRead }: LoadOptions = {},
  ) {
    this.#files = files;
    this.#external = external;
    this.#pace = pace;
    this.#isFinal = isFinal;
    this.#onRead = onRead;
  }

  /** The project of a `warrant.yaml` or a Quarto book; nothing where neither says which files it has. */
  async loadShared(
    location: Location,
    dependencies: Dependencies,
  ): Promise<ProjectInput | undefined> {
    const { config, quarto } = await this.#readConfigs(location, dependencies);
    const manuscript = config?.manuscript ?? quarto?.files;
    const home = config?.manuscript ? location.warrant : location.quarto;
    if (!manuscript || !home) return undefined;
    const root = parentUri(home);
    const { uris, problems } = await expandManuscript(root, manuscript, this.#files, dependencies);
    const places = new Map(manuscript.map(({ path, place }) => [resolvePath(root, path), place]));
    return this.#load({
      root,
      kind: config ? 'warrant' : 'quarto',
      uris,
      optedIn: config !== undefined,
      config,
      quarto,
      problems,
      placeOf: (uri) => places.get(uri),
      dependencies,
      isFinal: false,
    });
  }

  /** A file by itself (and what it includes), with the sources and bibliography of the `warrant.yaml` above it. */
  async loadSingle(
    uri: string,
    location: Location,
    dependencies: Dependencies,
  ): Promise<ProjectInput> {
    const { config, quarto } = await this.#readConfigs(location, dependencies);
    const isConfig = isConfigFile(uri);
    const isListed = isConfig || config?.manuscript !== undefined;
    const elements =
      isListed || !config ? [] : await ownEntries(config, uri, this.#files, dependencies);
    const shared = config && { ...config, elements };
    const root = parentUri(location.warrant ?? location.quarto ?? uri);
    return this.#load({
      root,
      kind: 'file',
      uris: isConfig ? [] : [uri],
      optedIn:
        config !== undefined && config.manuscript === undefined && !isOfSource(config, uri, root),
      config: shared,
      quarto,
      problems: [],
      placeOf: () => undefined,
      dependencies,
      isFinal: !isListed && config !== undefined && config.elements.length > 0,
    });
  }

  /** The file of the same folder, or of the one above, that includes a file; the first by name, if any. */
  async hostOf(
    uri: string,
    { warrant, quarto }: Location,
    dependencies: Dependencies,
  ): Promise<string | undefined> {
    const own = parentUri(uri);
    for (const folder of new Set([own, parentUri(own)])) {
      const entries = await this.#files.list(folder, dependencies);
      const candidates = entries
        .filter(({ name, kind }) => kind === 'file' && isManuscript(`file:///${name}`))
        .map(({ name }) => childUri(folder, name));
      if (candidates.length > MAX_CANDIDATES) continue;
      const root = parentUri(warrant ?? quarto ?? childUri(folder, 'file'));
      for (const candidate of candidates) {
        if (candidate === uri) continue;
        const read = await this.#files.read(candidate, dependencies).catch(() => undefined);
        if (!read || !INCLUDES.test(read.text)) continue;
        const { includes } = this.#parse(candidate, read).document;
        if (includes.some(({ path }) => resolvePath(folder, path, root) === uri)) return candidate;
      }
    }
    return undefined;
  }

  async #readConfigs(
    { warrant, quarto }: Location,
    dependencies: Dependencies,
  ): Promise<{ config?: Config | undefined; quarto?: QuartoProject | undefined }> {
    const config = warrant ? await this.#readConfigFile(warrant, dependencies) : undefined;
    if (!quarto) return { config };
    const text = await this.#files.read(quarto, dependencies).catch(() => undefined);
    return { config, quarto: text && readQuarto(quarto, text.text) };
  }

  async #readConfigFile(uri: string, dependencies: Dependencies): Promise<Config> {
    const place = { uri, range: { start: 0, end: 0 } };
    try {
      const { text, problem } = await this.#files.read(uri, dependencies);
      const config = readConfigFile(uri, text);
      if (!problem) return config;
      const fault = invalid(problem.message, { uri, range: problem.range });
      return { ...config, problems: [fault, ...config.problems] };
    } catch (error) {
      return { ...emptyConfig(uri, ''), problems: [invalid(readFailure(error), place)] };
    }
  }

  async #load(plan: LoadPlan): Promise<ProjectInput> {
    const problems = [...plan.problems, ...(plan.config?.problems ?? [])];
    const parsed = new Map<string, ReadFile>();
    for (const uri of plan.uris.slice(0, READ_AHEAD)) this.#readAhead(uri, plan);
    for (const [index, uri] of plan.uris.entries()) {
      const ahead = plan.uris[index + READ_AHEAD];
      if (ahead !== undefined) this.#readAhead(ahead, plan);
      await this.#readWithIncludes({ uri, place: plan.placeOf(uri) }, plan, parsed, problems);
      this.#onRead?.(index + 1, plan.uris.length);
      if (this.#pace.isDue()) await this.#pace.pause();
    }
    const extensions = [plan.config, ...[...parsed.values()].map(({ file }) => file.frontMatter)]
      .flatMap((config) => (config ? [config.vocabulary] : []))
      .filter((extension) => Object.keys(extension).length > 0);
    const vocabulary = this.#vocabularyOf(extensions);
    const byUri = new Map<string, ProjectFile>();
    for (const [uri, file] of parsed) {
      const host = file.host === undefined ? undefined : byUri.get(file.host);
      byUri.set(uri, toProjectFile(file.file, host, vocabulary, plan));
      if (this.#pace.isDue()) await this.#pace.pause();
    }
    const files = [...byUri.values()];
    const isFinal = plan.isFinal || this.#isFinal;
    for (const { frontMatter } of files) problems.push(...frontMatter.problems);
    return {
      root: plan.root,
      kind: plan.kind,
      files,
      vocabulary,
      ...(plan.config ? { config: plan.config } : {}),
      bibliography: [
        ...(plan.config?.bibliography ?? []),
        ...(plan.quarto?.bibliography ?? []),
        ...files.flatMap(({ frontMatter }) => frontMatter.bibliography),
      ],
      problems,
      isFinal,
      isOpen: (uri) => this.#files.overlay(uri) !== undefined,
      external: isFinal ? noting(this.#external, plan.dependencies) : this.#external,
    };
  }

  /** Whoever reads the file in earnest hears of what is wrong with it. */
  #readAhead(uri: string, { dependencies }: LoadPlan): void {
    this.#files.read(uri, dependencies).catch(() => undefined);
  }

  /** An included file stands directly behind the one that includes it. */
  async #readWithIncludes(
    { uri, place, host }: Wanted,
    plan: LoadPlan,
    parsed: Map<string, ReadFile>,
    problems: ConfigProblem[],
  ): Promise<void> {
    if (parsed.has(uri)) return;
    let file: LoadedFile;
    try {
      const read = await this.#files.read(uri, plan.dependencies);
      file = this.#parse(uri, read);
      const { problem } = read;
      if (problem) problems.push(invalid(problem.message, { uri, range: problem.range }));
    } catch (error) {
      const name = relativePath(plan.root, uri);
      const isGone = error instanceof FileSystemError && error.code === 'not-found';
      const at = place ?? (isGone ? undefined : { uri, range: { start: 0, end: 0 } });
      if (at) problems.push(invalid(`${name}: ${readFailure(error)}`, at));
      return;
    }
    parsed.set(uri, { file, ...(host === undefined ? {} : { host }) });
    for (const { path, pathRange } of file.document.includes) {
      const included = resolvePath(parentUri(uri), path, plan.root);
      if (!isManuscript(included)) continue;
      const wanted = { uri: included, place: { uri, range: pathRange }, host: uri };
      await this.#readWithIncludes(wanted, plan, parsed, problems);
    }
  }

  /** A file that was loaded. */
  loaded(uri: string): LoadedFile | undefined {
    return this.#loaded.get(uri);
  }

  #parse(uri: string, { text, problem }: DecodedText): LoadedFile {
    const known = this.#loaded.get(uri);
    if (known?.text === text && known.isFaulty === (problem !== undefined)) return known;
    const file = new LoadedFile(uri, text, problem !== undefined);
    this.#loaded.set(uri, file);
    return file;
  }

  /** The same extensions give the same object, so that facts stay valid from one load to the next. */
  #vocabularyOf(extensions: readonly VocabularyExtension[]): Vocabulary {
    if (extensions.length === 0) return VOCABULARY;
    const key = JSON.stringify(extensions);
    const known = this.#vocabularies.get(key);
    if (known) return known;
    const vocabulary = extensions.reduce(extendVocabulary, VOCABULARY);
    this.#vocabularies.set(key, vocabulary);
    return vocabulary;
  }

  /** Forgets a file that nothing needs any more. */
  forget(uri: string): void {
    this.#loaded.delete(uri);
  }
}

/** What is not kept up to date depends on the files that were asked for. */
function noting(external: Externals, dependencies: Dependencies): Externals {
  return {
    reading: (uri, reader) => {
      dependencies.add(uri);
      return external.reading(uri, reader);
    },
    get pendingAnswers() {
      return external.pendingAnswers;
    },
  };
}

/** Whether a file is that of a source: a transcript in Markdown is no manuscript because it stands beside one. */
function isOfSource({ sources }: Config, uri: string, root: string): boolean {
  return sources.some(
    ({ file, place }) =>
      file !== undefined &&
      isManuscript(file) &&
      resolvePath(parentUri(place.uri), file, root) === uri,
  );
}

/** What a front matter says holds for the files that it includes as well: they become one document. */
function toProjectFile(
  file: LoadedFile,
  host: ProjectFile | undefined,
  vocabulary: Vocabulary,
  { root, config, quarto, optedIn }: LoadPlan,
): ProjectFile {
  const { uri, frontMatter } = file;
  const facts = file.factsWith(vocabulary);
  const stage = frontMatter.stage ?? host?.stage ?? config?.stage;
  return {
    uri,
    path: relativePath(root, uri),
    facts,
    frontMatter,
    participates:
      !frontMatter.optsOut &&
      (optedIn || frontMatter.optsIn || facts.tagged || (host?.participates ?? false)),
    ...(stage ? { stage } : {}),
    rules: [...(host?.rules ?? config?.rules ?? []), ...frontMatter.rules],
    filters: [...(host?.filters ?? quarto?.filters ?? []), ...frontMatter.filters],
  };
}

/** A file that is to be read. */
interface Wanted {
  readonly uri: string;
  /** Where it is listed or included. */
  readonly place: Place | undefined;
  /** The file that includes it. */
  readonly host?: string;
}

interface LoadPlan {
  readonly root: string;
  readonly kind: ProjectInput['kind'];
  readonly uris: readonly string[];
  readonly optedIn: boolean;
  readonly config: Config | undefined;
  readonly quarto: QuartoProject | undefined;
  readonly problems: readonly ConfigProblem[];
  /** Where a file is listed. */
  readonly placeOf: (uri: string) => Place | undefined;
  readonly dependencies: Dependencies;
  /** Whether the project cannot be kept up to date, since it depends on the text of files beside it. */
  readonly isFinal: boolean;
}

function invalid(message: string, place: Place): ConfigProblem {
  return { rule: 'invalid-project', message, place };
}

function readFailure(error: unknown): string {
  if (error instanceof FileSystemError && error.code === 'not-found')
    return 'there is no such file';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
