import {
  FileSystemError,
  IS_FOLDER,
  type DirectoryEntry,
  type FileSystem,
} from '../../server/src/core/ports';

/** Where the files of a test stand. */
export const ROOT = 'file:///paper/';

/** Files in memory. Folders exist as far as files stand in them. */
export class MemoryFileSystem implements FileSystem {
  readonly #files = new Map<string, Uint8Array>();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  /** Creates or replaces a file; `path` is relative to {@link ROOT}. */
  write(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.#files.set(ROOT + path, bytes);
  }

  /** Removes a file. */
  remove(path: string): void {
    this.#files.delete(ROOT + path);
  }

  readFile(uri: string): Promise<Uint8Array> {
    const bytes = this.#files.get(decodeURI(uri));
    if (bytes) return Promise.resolve(bytes);
    const folder = decodeURI(uri).replace(/\/?$/, '/');
    const isFolder = [...this.#files.keys()].some((path) => path.startsWith(folder));
    return Promise.reject(
      isFolder ? new FileSystemError(uri, 'not-readable', IS_FOLDER) : notFound(uri),
    );
  }

  readDirectory(uri: string): Promise<readonly DirectoryEntry[]> {
    const folder = decodeURI(uri).replace(/\/?$/, '/');
    const entries = new Map<string, DirectoryEntry>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(folder)) continue;
      const [name = '', ...below] = path.slice(folder.length).split('/');
      entries.set(name, { name, kind: below.length > 0 ? 'directory' : 'file' });
    }
    return entries.size > 0
      ? Promise.resolve([...entries.values()])
      : Promise.reject(notFound(uri));
  }
}

function notFound(uri: string): FileSystemError {
  return new FileSystemError(uri, 'not-found', `no file ${uri}`);
}
