import path from 'node:path';
import { root } from './repository.mjs';
import { run } from './run.mjs';

/**
 * Bundles a program written in TypeScript and runs it, at the root of the repository.
 * @param {string} entry relative to the root
 * @param {readonly string[]} args
 * @param {{ minutes?: number }} [options] after `minutes` the program is ended
 * @returns {Promise<number>} its exit code
 * @throws esbuild's `BuildFailure`
 */
export async function runTypeScript(entry, args, options = {}) {
  const esbuild = await import('esbuild');
  // Within the repository, so that the packages that it imports are found.
  const name = entry.replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '.mjs');
  const outfile = path.join(root, '.cache/scripts', name);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const command = ['--enable-source-maps', outfile, ...args];
  const { code } = await run(process.execPath, command, options);
  return code;
}
