import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { root } from './repository.mjs';

/** Children that still run; they end with this process. */
const children = new Set();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
    process.exitCode = 128 + constants.signals[signal];
    // Ends the process even when something still waits; the children have been told.
    setTimeout(() => process.exit(), 3000).unref();
    if (children.size === 0) process.exit();
  });
}

/**
 * Runs a program at the root of the repository and waits for its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ output?: 'show' | 'stderr' | 'collect', env?: NodeJS.ProcessEnv }} [options] `stderr`
 *   sends the program's standard output there
 * @returns {Promise<{ code: number, output: string }>} `output` holds what was collected
 * @throws when the program cannot be started
 */
export function run(program, args, { output = 'show', env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: {
        show: /** @type {const} */ (['inherit', 'inherit', 'inherit']),
        stderr: /** @type {const} */ (['ignore', 2, 'inherit']),
        collect: /** @type {const} */ (['ignore', 'pipe', 'pipe']),
      }[output],
      // npm is a batch file on Windows, which Node starts only through a shell.
      shell: process.platform === 'win32' && program === 'npm',
    });
    children.add(child);
    let collected = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (collected += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (collected += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      children.delete(child);
      const byUser = process.exitCode !== undefined && process.exitCode !== 0 && signal !== null;
      if (byUser && children.size === 0) process.exit();
      resolve({ code: code ?? 128 + constants.signals[signal ?? 'SIGTERM'], output: collected });
    });
  });
}

/**
 * The path of the program of an installed package, which `node` runs.
 * @param {string} file such as `eslint/bin/eslint.js`
 */
export function installed(file) {
  return path.join(root, 'node_modules', file);
}
