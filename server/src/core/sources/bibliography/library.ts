import { URI } from 'vscode-uri';
import type { PathEntry } from '../../config';
import { NameIndex } from '../../model';
import {
  parentUri,
  perProject,
  resolvePath,
  type Project,
  type ProjectFile,
  type Reading,
} from '../../project';
import type { Bibliography, Entry } from './bibliography';
import { BIBLIOGRAPHY, readInline } from './reader';
import type { Work } from './work';

/** A bibliography that a project names. */
export interface NamedBibliography {
  /** Where it is named. */
  readonly entry: PathEntry;
  /** Where it stands; of one that is nowhere, where it is looked for first. */
  readonly uri: string;
  readonly reading: Reading<Bibliography>;
  /** Of one that is nowhere: the paths of files near by that may be meant. */
  readonly near: readonly string[];
}

/** A bibliography that has been read, and the file in which it stands. */
export interface PlacedBibliography {
  readonly uri: string;
  readonly bibliography: Bibliography;
}

/** An entry and the file in which it stands. */
export interface PlacedEntry {
  readonly uri: string;
  readonly entry: Entry;
}

/** The works that a project can cite: those of its bibliographies, and those in the front matter of its files. */
export class Library {
  /** Each file once, in the order in which they are named. */
  readonly named: readonly NamedBibliography[];
  readonly #inline: readonly ProjectFile[];
  /** The keys, once somebody asks for near ones. */
  #names:
    | { readonly index: NameIndex; readonly byCase: ReadonlyMap<string, readonly string[]> }
    | undefined;

  constructor(project: Project) {
    const named = new Map<string, NamedBibliography>();
    for (const entry of project.bibliography) {
      const found = find(project, entry);
      if (!named.has(found.uri)) named.set(found.uri, found);
    }
    this.named = [...named.values()];
    this.#inline = project.files.filter(({ frontMatter }) => frontMatter.references.length > 0);
  }

  /** Whether nothing says where works are found. */
  get isEmpty(): boolean {
    return this.named.length === 0 && this.#inline.length === 0;
  }

  /** What has been read, files before front matter. */
  read(): readonly PlacedBibliography[] {
    const files = this.named.flatMap(({ uri, reading }) =>
      reading.state === 'read' ? [{ uri, bibliography: reading.value }] : [],
    );
    const inline = this.#inline.map((file) => ({ uri: file.uri, bibliography: inlineOf(file) }));
    return [...files, ...inline];
  }

  /** The entry that counts under a key: one of the front matter, else the last one of the files, as Pandoc has it. */
  find(key: string): PlacedEntry | undefined {
    for (const file of this.#inline) {
      if (!file.frontMatter.references.includes(key)) continue;
      const entry = inlineOf(file).entry(key);
      if (entry) return { uri: file.uri, entry };
    }
    for (const { uri, reading } of [...this.named].reverse()) {
      const entry = reading.state === 'read' ? reading.value.entry(key) : undefined;
      if (entry) return { uri, entry };
    }
    return undefined;
  }

  /** Whether there is an entry with a key. */
  has(key: string): boolean {
    return (
      this.#inline.some(({ frontMatter }) => frontMatter.references.includes(key)) ||
      this.#read.some((bibliography) => bibliography.entry(key) !== undefined)
    );
  }

  /** Whether a work that is not found may be there all the same, where something cannot be read. */
  mayHide(key: string): boolean {
    return this.named.some(({ reading }) => reading.state !== 'read' || reading.value.mayHide(key));
  }

  /** The works, each key once; those whose key has a letter that could not be read are left out. */
  works(): readonly Work[] {
    const entries = new Map<string, Entry>();
    for (const { bibliography } of this.read()) {
      for (const entry of bibliography.entries) {
        if (!isGarbled(entry.key)) entries.set(entry.key, entry);
      }
    }
    return [...entries.values()].map(({ work }) => work);
  }

  /** The key that an author means by one that is not there: first other cases of it, then other names, then near ones. */
  nearTo(key: string): readonly string[] {
    this.#names ??= this.#indexed();
    const alike = this.#names.byCase.get(key.toLowerCase());
    if (alike) return alike;
    const alias = this.aliasOf(key);
    return alias === undefined ? this.#names.index.nearest(key) : [alias];
  }

  /** The key of the entry that has a key as another name (`ids`), which Pandoc does not know. */
  aliasOf(key: string): string | undefined {
    for (const bibliography of this.#read) {
      const known = bibliography.keyOfAlias(key);
      if (known !== undefined) return known;
    }
    return undefined;
  }

  #indexed() {
    const keys = new Set([
      ...this.#inline.flatMap(({ frontMatter }) => frontMatter.references),
      ...this.#read.flatMap((bibliography) => [...bibliography.keys]),
    ]);
    const index = new NameIndex();
    const byCase = new Map<string, string[]>();
    for (const key of keys) {
      if (isGarbled(key)) continue;
      index.add(key);
      const folded = key.toLowerCase();
      const known = byCase.get(folded);
      if (known) known.push(key);
      else byCase.set(folded, [key]);
    }
    return { index, byCase };
  }

  get #read(): readonly Bibliography[] {
    return this.named.flatMap(({ reading }) => (reading.state === 'read' ? [reading.value] : []));
  }
}

/** Whether a key has a letter that could not be read, as those of a file in another encoding than UTF-8: nobody means it. */
function isGarbled(key: string): boolean {
  return key.includes('\uFFFD');
}

/** The works that a project can cite, as far as they have been read. */
export const libraryOf = perProject((project) => new Library(project));

/** Finds a bibliography beside the file that names it, else where Pandoc is run: at the root of the project. */
function find(project: Project, entry: PathEntry): NamedBibliography {
  const { root } = project;
  const { path, place } = entry;
  if (/^[a-z]{2,}:\/\//i.test(path))
    return { entry, uri: path, reading: { state: 'pending' }, near: [] };
  const beside = resolvePath(parentUri(place.uri), path, root);
  const candidates = new Set([beside, resolvePath(root, path)]);
  if (/^(?:\/|[a-z]:[\\/])/i.test(path) && root.startsWith('file:')) {
    candidates.add(URI.file(path).toString());
  }
  let first: Reading<Bibliography> | undefined;
  for (const uri of candidates) {
    const reading = project.external(uri, BIBLIOGRAPHY);
    if (reading.state !== 'missing') return { entry, uri, reading, near: [] };
    first ??= reading;
  }
  const near = likelyPaths(project, entry);
  return { entry, uri: beside, reading: first ?? { state: 'missing' }, near };
}

const inline = new WeakMap<ProjectFile, { text: string; bibliography: Bibliography }>();

/** What the front matter of a file lists; read again when its text is another one. */
function inlineOf(file: ProjectFile): Bibliography {
  const { text } = file.frontMatter;
  let known = inline.get(file);
  if (known?.text !== text) inline.set(file, (known = { text, bibliography: readInline(text) }));
  return known.bibliography;
}

/** The names that bibliographies mostly have. */
const USUAL_NAMES = ['references.bib', 'refs.bib', 'bibliography.bib', 'library.bib'];

/** Where a file of that name, or of a usual one, stands near the one that names it. */
function likelyPaths(project: Project, { path, place }: PathEntry): readonly string[] {
  const name = path.replace(/^.*[/\\]/, '');
  const candidates = [name, `../${name}`, `../../${name}`, `bib/${name}`, ...USUAL_NAMES];
  const folder = parentUri(place.uri);
  return [...new Set(candidates)].filter(
    (candidate) =>
      project.external(resolvePath(folder, candidate, project.root), BIBLIOGRAPHY).state === 'read',
  );
}
