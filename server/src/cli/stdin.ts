import path from 'node:path';
import { URI } from 'vscode-uri';
import { normalizeUri } from '../core/project';
import type { FileSystem } from '../core/ports';
import type { Environment } from './environment';
import type { Input } from './inputs';

/** The name of standard input among the paths. */
export const STDIN = '-';

/** Standard input as if it were a file, with the files around it. */
export interface StdinFile {
  readonly input: Input;
  readonly fileSystem: FileSystem;
}

/**
 * Reads standard input where the paths ask for it.
 * @param filename which file it stands for; its project is the project of that file
 */
export async function readStdin(
  paths: readonly string[],
  filename: string | undefined,
  { cwd, fileSystem, stdin }: Environment,
): Promise<StdinFile | undefined> {
  if (!paths.includes(STDIN)) return undefined;
  const uri = normalizeUri(URI.file(path.resolve(cwd, filename ?? 'stdin.md')).toString());
  const bytes = await stdin();
  return {
    input: { uri, name: filename ?? STDIN },
    fileSystem: {
      readFile: (asked) => (asked === uri ? Promise.resolve(bytes) : fileSystem.readFile(asked)),
      readDirectory: (asked) => fileSystem.readDirectory(asked),
    },
  };
}
