import path from 'node:path';
import { URI } from 'vscode-uri';
import { isConfigFile, isManuscript, normalizeUri } from '../core/project';
import type { FileSystem } from '../core/ports';
import { UsageError, type Environment } from './environment';
import { otherFormatOfBytes, otherFormatOfName } from './otherFormat';

/** The name of standard input among the paths. */
export const STDIN = '-';

/** Standard input as if it were a file, with the files around it. */
export interface StdinFile {
  readonly uri: string;
  /** As messages and JSON name it. */
  readonly name: string;
  readonly fileSystem: FileSystem;
  /** Why it is not read: it is in another format. */
  readonly otherFormat: string | undefined;
}

/**
 * Reads standard input where the paths ask for it; not where its name tells already that it is no manuscript.
 * @param filename which file it stands for; its project is the project of that file
 * @throws UsageError when there is nothing for which that name could stand, or it is not that of a manuscript
 */
export async function readStdin(
  paths: readonly string[],
  filename: string | undefined,
  { cwd, fileSystem, stdin }: Environment,
): Promise<StdinFile | undefined> {
  if (filename === '') throw new UsageError('--stdin-filename takes the path of a manuscript');
  if (!paths.includes(STDIN)) {
    if (filename === undefined) return undefined;
    throw new UsageError('--stdin-filename says which file - stands for; name - among the paths');
  }
  const uri = normalizeUri(URI.file(path.resolve(cwd, filename ?? 'stdin.md')).toString());
  if (isConfigFile(uri) || (await isFolder(uri, fileSystem))) {
    throw new UsageError(
      `--stdin-filename takes the path of a manuscript, not “${filename ?? STDIN}”`,
    );
  }
  const name = filename ?? STDIN;
  const otherName = otherFormatOfName(uri);
  if (otherName !== undefined) return { uri, name, fileSystem, otherFormat: otherName };
  const bytes = await stdin();
  const withInput: FileSystem = {
    readFile: (asked) => (asked === uri ? Promise.resolve(bytes) : fileSystem.readFile(asked)),
    readDirectory: (asked) => fileSystem.readDirectory(asked),
  };
  // Without a name, nobody has said that it is Markdown.
  const isNamed = filename !== undefined && isManuscript(uri);
  return { uri, name, fileSystem: withInput, otherFormat: otherFormatOfBytes(bytes, isNamed) };
}

function isFolder(uri: string, fileSystem: FileSystem): Promise<boolean> {
  return fileSystem.readDirectory(uri).then(
    () => true,
    () => false,
  );
}
