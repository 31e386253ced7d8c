import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { root } from './repository.mjs';

/**
 * Where the standard streams of a child go.
 * @type {Record<'show' | 'stderr' | 'collect', import('node:child_process').StdioOptions>}
 */
const streams = {
  show: 'inherit',
  stderr: ['ignore', 2, 'inherit'],
  collect: ['ignore', 'pipe', 'pipe'],
};

/** How long a child that is told to end may take, in milliseconds. */
const grace = 5000;

/** The exit code of a program that was ended because its time was up. */
export const TIME_IS_UP = 124;

/**
 * Children that still run; they end with this process.
 * @type {Set<import('node:child_process').ChildProcess>}
 */
const children = new Set();

/** The exit code, once a signal asked this process to end. */
let ending = 0;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    ending = 128 + constants.signals[signal];
    if (children.size === 0) process.exit(ending);
    for (const child of children) end(child);
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function end(child) {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), grace).unref();
}

/**
 * Runs a program at the root of the repository and waits for its end. When a signal ends this
 * process, the program is ended first.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ output?: keyof typeof streams, env?: NodeJS.ProcessEnv, minutes?: number }} [options]
 *   `stderr` sends the program's standard output there; after `minutes` the program is ended
 * @returns {Promise<{ code: number, output: string }>} `output` holds what was collected; `code` is
 *   {@link TIME_IS_UP} when the time was up
 * @throws when the program cannot be started
 */
export function run(program, args, { output = 'show', env, minutes } = {}) {
  return new Promise((resolve, reject) => {
    // npm and code are batch files on Windows, which Node starts only through a shell.
    const shell = process.platform === 'win32' && program !== process.execPath;
    const child = spawn(program, shell ? args.map((text) => `"${text}"`) : args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: streams[output],
      shell,
    });
    children.add(child);
    let late = false;
    const timer =
      minutes === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            end(child);
          }, minutes * 60_000);
    let collected = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (collected += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (collected += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      children.delete(child);
      if (ending === 0) {
        const killed = 128 + constants.signals[signal ?? 'SIGTERM'];
        resolve({ code: late ? TIME_IS_UP : (code ?? killed), output: collected });
      } else if (children.size === 0) {
        process.exit(ending);
      }
    });
  });
}

/**
 * The path of a program of an installed package, for `node` to run.
 * @param {string} file such as `eslint/bin/eslint.js`
 */
export function installed(file) {
  return path.join(root, 'node_modules', file);
}
