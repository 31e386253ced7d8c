import type { Steps } from '../../steps';
import { Archive } from '../archive/archive';
import { decodeBytes, type MarkedText } from './decodeBytes';

/** The files of a `.qdpx`: `project.qde` and what it names. Programs differ in case and in how they write paths. */
export class ProjectFiles {
  readonly #archive: Archive | undefined;
  /** Names as written, by their spelling in lower case: whole, and the last part alone where it is unique. */
  readonly #names = new Map<string, string>();

  /** @param bytes the archive; without one, for a project that is bare XML, there are no files */
  constructor(bytes?: Uint8Array) {
    this.#archive = bytes && new Archive(bytes);
    const bases = new Map<string, string | undefined>();
    for (const name of this.#archive?.names ?? []) {
      if (name.endsWith('/')) continue;
      const lower = name.toLowerCase();
      this.#names.set(lower, name);
      const base = lower.slice(lower.lastIndexOf('/') + 1);
      bases.set(base, bases.has(base) ? undefined : name);
    }
    for (const [base, name] of bases) {
      if (name !== undefined && !this.#names.has(base)) this.#names.set(base, name);
    }
  }

  /** The name of `project.qde`; of several such files, the one that is nearest to the top. */
  get projectName(): string | undefined {
    const named = [...this.#names.values()].filter((name) => /\.qde$/i.test(name));
    const depth = (name: string): number => name.split('/').length;
    return named.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))[0];
  }

  /** The bytes of a file of the archive. Throws an Error that says why it cannot be read. */
  *read(name: string): Steps<Uint8Array | undefined> {
    return this.#archive && (yield* this.#archive.reading(name));
  }

  /**
   * The text that a path of the project names (REFI-QDA 1.5, section 8.3: `internal://NAME`, `relative:///PATH`,
   * `absolute:///PATH`; some programs write the bare name). Nothing outside the archive is read; what was written as a
   * path outside is looked for inside by its name. Throws an Error that says why there is none.
   */
  *text(path: string): Steps<MarkedText> {
    const [, scheme = '', rest = ''] = /^(?:([a-z]+):\/\/\/?)?(.*)$/is.exec(path) ?? [];
    const clean = rest
      .replaceAll('\\', '/')
      .replace(/^\.?\/+/, '')
      .normalize('NFC')
      .toLowerCase();
    if (clean.split('/').includes('..')) throw new Error('its path leads out of the project file');
    const base = clean.slice(clean.lastIndexOf('/') + 1);
    const name =
      this.#names.get(`sources/${clean}`) ?? this.#names.get(clean) ?? this.#names.get(base);
    const bytes = name === undefined ? undefined : yield* this.read(name);
    if (bytes) return decodeBytes(bytes);
    const isOutside = /^(relative|absolute)$/i.test(scheme);
    throw new Error(
      isOutside
        ? 'it is kept outside the project file; export the project with its sources'
        : 'it is missing from the project file',
    );
  }
}
