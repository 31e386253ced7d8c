import path from 'node:path';
import { URI } from 'vscode-uri';
import { normalizeUri } from '../core/project';
import type { FileSystem } from '../core/ports';
import { UsageError, type Environment } from './environment';
import type { Input } from './inputs';
import { otherFormat } from './otherFormat';

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
 * @throws UsageError when that file, or what comes, is in a format that is not read
 */
export async function readStdin(
  paths: readonly string[],
  filename: string | undefined,
  { cwd, fileSystem, stdin }: Environment,
): Promise<StdinFile | undefined> {
  if (!paths.includes(STDIN)) return undefined;
  const uri = normalizeUri(URI.file(path.resolve(cwd, filename ?? 'stdin.md')).toString());
  const name = filename ?? STDIN;
  const bytes = await stdin();
  const withInput: FileSystem = {
    readFile: (asked) => (asked === uri ? Promise.resolve(bytes) : fileSystem.readFile(asked)),
    readDirectory: (asked) => fileSystem.readDirectory(asked),
  };
  const other = await otherFormat(uri, { fileSystem: withInput });
  if (other !== undefined) throw new UsageError(`${name}: ${other}`);
  return { input: { uri, name }, fileSystem: withInput };
}
