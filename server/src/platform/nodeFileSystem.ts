import { readdir, readFile, stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { FileSystemError, IS_FOLDER, type DirectoryEntry, type FileSystem } from '../core/ports';

/** The files of this machine, for `file:` URIs. */
export const nodeFileSystem: FileSystem = {
  async readFile(uri) {
    const path = pathOf(uri);
    try {
      return await readFile(path);
    } catch (error) {
      throw toFileSystemError(uri, error);
    }
  },

  async readDirectory(uri) {
    const path = pathOf(uri);
    try {
      const entries = await readdir(path, { withFileTypes: true });
      const found = await Promise.all(
        entries.map(async (entry): Promise<DirectoryEntry[]> => {
          if (entry.isFile()) return [{ name: entry.name, kind: 'file' }];
          if (entry.isDirectory()) return [{ name: entry.name, kind: 'directory' }];
          if (!entry.isSymbolicLink()) return [];
          // A link to a folder is not followed: it could lead back up, without end.
          const target = await stat(`${path}/${entry.name}`).catch(() => undefined);
          return target?.isFile() ? [{ name: entry.name, kind: 'file' }] : [];
        }),
      );
      return found.flat();
    } catch (error) {
      throw toFileSystemError(uri, error);
    }
  },
};

function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') {
    throw new FileSystemError(
      uri,
      'not-readable',
      `${parsed.scheme}: is not a file of this machine`,
    );
  }
  return parsed.fsPath;
}

function toFileSystemError(uri: string, error: unknown): FileSystemError {
  if (error instanceof FileSystemError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EISDIR') return new FileSystemError(uri, 'not-readable', IS_FOLDER);
  const missing = code === 'ENOENT' || code === 'ENOTDIR';
  return new FileSystemError(
    uri,
    missing ? 'not-found' : 'not-readable',
    error instanceof Error ? error.message : String(error),
  );
}
