import type { Place } from '../model';
import { parentUri, resolvePath, type Project, type Workspace } from '../project';
import { bibliographyKeys } from './bibliographyKeys';
import { readWorks } from './completion/readWorks';
import type { Work } from './completion/works';

/** What gives the text of a file. */
type Texts = Pick<Workspace, 'textOf'>;

/** The works of bibliographies, and where they stand in them. A file that has not changed is not searched again. */
export class Bibliographies {
  readonly #workspace: Texts;
  readonly #known = new Map<string, { text: string; keys: ReadonlyMap<string, number> }>();
  readonly #works = new Map<string, { text: string; works: readonly Work[] }>();

  constructor(workspace: Texts) {
    this.#workspace = workspace;
  }

  /** Finds the works that the bibliography of a project, or the front matter of its files, has. */
  async of({ bibliography, files, root }: Project): Promise<(key: string) => Place | undefined> {
    const searched: { readonly uri: string; readonly keys: ReadonlyMap<string, number> }[] = [];
    for (const { path, place } of bibliography) {
      const uri = resolvePath(parentUri(place.uri), path, root);
      const keys = await this.#keysOf(uri);
      if (keys) searched.push({ uri, keys });
    }
    for (const { uri, frontMatter } of files) {
      if (frontMatter.references.length === 0) continue;
      searched.push({ uri, keys: bibliographyKeys('references.yaml', frontMatter.text) });
    }
    return (key) => {
      const found = searched.find(({ keys }) => keys.has(key));
      const start = found?.keys.get(key);
      if (!found || start === undefined) return undefined;
      return { uri: found.uri, range: { start, end: start + key.length } };
    };
  }

  /** What the bibliography of a project, or the front matter of its files, says of its works; each key once. */
  async worksOf({ bibliography, files, root }: Project): Promise<readonly Work[]> {
    const works = new Map<string, Work>();
    const take = (uri: string, text: string, path = uri): void => {
      for (const work of this.#read(uri, text, path)) {
        if (!works.has(work.key)) works.set(work.key, work);
      }
    };
    for (const { path, place } of bibliography) {
      const uri = resolvePath(parentUri(place.uri), path, root);
      const text = await this.#workspace.textOf(uri).catch(() => undefined);
      if (text !== undefined) take(uri, text);
    }
    for (const { uri, frontMatter } of files) {
      if (frontMatter.references.length > 0) take(uri, frontMatter.text, 'references.yaml');
    }
    return [...works.values()];
  }

  /** Whether a file was read as a bibliography, so that its change matters. */
  hasRead(uri: string): boolean {
    return this.#known.has(uri) || this.#works.has(uri);
  }

  #read(uri: string, text: string, path: string): readonly Work[] {
    const known = this.#works.get(uri);
    if (known?.text === text) return known.works;
    const works = readWorks(path, text);
    this.#works.set(uri, { text, works });
    return works;
  }

  async #keysOf(uri: string): Promise<ReadonlyMap<string, number> | undefined> {
    const text = await this.#workspace.textOf(uri).catch(() => undefined);
    if (text === undefined) return undefined;
    const known = this.#known.get(uri);
    if (known?.text === text) return known.keys;
    const keys = bibliographyKeys(uri, text);
    this.#known.set(uri, { text, keys });
    return keys;
  }
}
