import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './repository.mjs';

const sources = [
  ...['client/src', 'server/src'],
  ...['esbuild.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'],
];

const outputs = [
  'extension.node.js',
  'extension.web.js',
  'server.js',
  'pdf.js',
  'cli.js',
  'panels/map.js',
  'panels/matrix.js',
  'panels/elk.worker.js',
  'warrant.schema.json',
];

/**
 * Builds `dist` where a file of it is missing or older than a source. Needs the dependencies.
 * @param {() => Promise<void>} [prepare] runs before a build, but not where none is needed
 * @throws with the errors when the build fails
 */
export async function ensureBuilt(prepare) {
  if (newest(sources) <= oldestOutput()) return;
  await prepare?.();
  await buildAll();
}

/**
 * Builds `dist`. Needs the dependencies.
 * @throws with the errors when the build fails
 */
export async function buildAll() {
  const { build } = await import('../../esbuild.mjs');
  await build({ silent: true });
}

/** The time at which the oldest file of `dist` was written, in milliseconds; 0 where one is missing. */
function oldestOutput() {
  const times = outputs.map(
    (name) => statSync(path.join(root, 'dist', name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.min(...times);
}

/**
 * The time of the last change to the files and to all that is in the folders.
 * @param {readonly string[]} places relative to the root
 * @returns {number} milliseconds
 */
function newest(places) {
  let latest = 0;
  for (const place of places) {
    const file = path.join(root, place);
    const status = statSync(file, { throwIfNoEntry: false });
    if (status === undefined) continue;
    if (status.isDirectory()) {
      const children = readdirSync(file).map((name) => path.join(place, name));
      latest = Math.max(latest, newest(children));
    } else {
      latest = Math.max(latest, status.mtimeMs);
    }
  }
  return latest;
}
