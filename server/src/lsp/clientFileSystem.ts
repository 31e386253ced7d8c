import { ResponseError, type Connection } from 'vscode-languageserver';
import { FileSystemError, IS_FOLDER, type FileSystem, type Pace } from '../core/ports';
import { inSlices, type Steps } from '../core/steps';
import {
  FILE_IS_FOLDER,
  FILE_NOT_FOUND,
  READ_DIRECTORY,
  READ_FILE,
  type FileParams,
  type ProtocolDirectoryEntry,
} from '../shared/protocol';

/**
 * Reads files through the client: virtual file systems, and everything on the web.
 * @param pace lets other work go first while a large file is decoded
 */
export function clientFileSystem(connection: Connection, pace: Pace): FileSystem {
  const ask = async <T>(method: string, uri: string): Promise<T> => {
    const params: FileParams = { uri };
    try {
      return await connection.sendRequest<T>(method, params);
    } catch (error) {
      const missing = error instanceof ResponseError && error.code === FILE_NOT_FOUND;
      const isFolder = error instanceof ResponseError && error.code === FILE_IS_FOLDER;
      const said = error instanceof Error ? error.message : String(error);
      const message = isFolder ? IS_FOLDER : said;
      throw new FileSystemError(uri, missing ? 'not-found' : 'not-readable', message);
    }
  };
  return {
    async readFile(uri) {
      return inSlices(decodeBase64(await ask<string>(READ_FILE, uri)), pace);
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

/** So many characters are decoded in one step; each four of them are three bytes. */
const PIECE = 1 << 18;

function* decodeBase64(encoded: string): Steps<Uint8Array> {
  const bytes = new Uint8Array(Math.ceil(encoded.length / 4) * 3);
  let length = 0;
  for (let start = 0; start < encoded.length; start += PIECE) {
    const binary = atob(encoded.slice(start, start + PIECE));
    for (let at = 0; at < binary.length; at++) bytes[length++] = binary.charCodeAt(at);
    yield;
  }
  return bytes.subarray(0, length);
}
