import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './command';

/** The largest packaged extension that is shipped, in bytes. */
export const vsixBudget = 2.5 * 1024 * 1024;

/**
 * Packages the built extension. Everything it needs is in its bundles.
 *
 * @returns the file's size in bytes.
 * @throws with the output of `vsce` when it refuses.
 */
export async function packageExtension(repository: string, vsix: string): Promise<number> {
  await mkdir(path.dirname(vsix), { recursive: true });
  await runCommand('npm', ['run', '--silent', 'package', '--', '--out', vsix], {
    cwd: repository,
    timeout: 120_000,
  });
  return (await stat(vsix)).size;
}
