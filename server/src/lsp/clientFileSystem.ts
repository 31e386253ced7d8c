import { ResponseError, type Connection } from 'vscode-languageserver';
import { FileSystemError, type FileSystem } from '../core/ports';
import {
  FILE_NOT_FOUND,
  READ_DIRECTORY,
  READ_FILE,
  type FileParams,
  type ProtocolDirectoryEntry,
} from '../shared/protocol';

/** Reads files through the client: virtual file systems, and everything on the web. */
export function clientFileSystem(connection: Connection): FileSystem {
  const ask = async <T>(method: string, uri: string): Promise<T> => {
    const params: FileParams = { uri };
    try {
      return await connection.sendRequest<T>(method, params);
    } catch (error) {
      const missing = error instanceof ResponseError && error.code === FILE_NOT_FOUND;
      const message = error instanceof Error ? error.message : String(error);
      throw new FileSystemError(uri, missing ? 'not-found' : 'not-readable', message);
    }
  };
  return {
    async readFile(uri) {
      return decodeBase64(await ask<string>(READ_FILE, uri));
    },
    async readDirectory(uri) {
      return ask<ProtocolDirectoryEntry[]>(READ_DIRECTORY, uri);
    },
  };
}

/** Reads `file:` URIs by one file system and the rest by another. */
export function bySchemeFileSystem(files: FileSystem, others: FileSystem): FileSystem {
  const pick = (uri: string): FileSystem => (uri.startsWith('file:') ? files : others);
  return {
    readFile: (uri) => pick(uri).readFile(uri),
    readDirectory: (uri) => pick(uri).readDirectory(uri),
  };
}

function decodeBase64(encoded: string): Uint8Array {
  return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
}
