import path from 'node:path';
import { UsageError, type Environment } from './environment';

/**
 * Writes what a command has made into a file, or to standard output where none is named (or `-`).
 * @throws UsageError when the file cannot be written
 */
export async function writeResult(
  text: string,
  file: string | undefined,
  { cwd, stdout, writeFile }: Environment,
): Promise<void> {
  if (file === undefined || file === '-') {
    stdout.write(text);
    return;
  }
  try {
    await writeFile(path.resolve(cwd, file), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be written: ${reason}`);
  }
}
