import * as vscode from 'vscode';
import { ResponseError, type BaseLanguageClient } from 'vscode-languageclient';
import {
  FILE_IS_FOLDER,
  FILE_NOT_FOUND,
  READ_DIRECTORY,
  READ_FILE,
  type FileParams,
  type ProtocolDirectoryEntry,
} from '../../../server/src/shared/protocol';

/** Reads files for the server where it cannot: virtual file systems, and everything on the web. */
export function registerFileBridge(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(READ_FILE, async ({ uri }: FileParams) =>
      toBase64(await attempt(vscode.workspace.fs.readFile(vscode.Uri.parse(uri)))),
    ),
    client.onRequest(READ_DIRECTORY, async ({ uri }: FileParams) => {
      const entries = await attempt(vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri)));
      return entries.flatMap(([name, type]): ProtocolDirectoryEntry[] => {
        if (type & vscode.FileType.File) return [{ name, kind: 'file' }];
        return type === vscode.FileType.Directory ? [{ name, kind: 'directory' }] : [];
      });
    }),
  );
}

/** The codes of errors that the server tells from others, by those of `vscode.FileSystemError`. */
const CODES: ReadonlyMap<string, number> = new Map([
  ['FileNotFound', FILE_NOT_FOUND],
  ['FileIsADirectory', FILE_IS_FOLDER],
]);

async function attempt<T>(reading: Thenable<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const known = error instanceof vscode.FileSystemError ? CODES.get(error.code) : undefined;
    const message = error instanceof Error ? error.message : String(error);
    throw new ResponseError(known ?? -32000, message);
  }
}

/** In pieces, since an argument list has a limit. */
function toBase64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary);
}
