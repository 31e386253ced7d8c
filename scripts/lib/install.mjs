import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './repository.mjs';
import { run } from './run.mjs';

/**
 * Installs the dependencies of the lock file where `node_modules` lacks some of them or holds others.
 * @throws with advice when npm fails
 */
export async function ensureInstalled() {
  requireNode();
  if (isInstalled()) return;
  process.stderr.write('Installing dependencies (npm ci)…\n');
  // No package needs its install script; some would download or compile optional parts.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await run('npm', ['ci', ...flags], { output: 'stderr' });
  if (code !== 0) {
    throw new Error('npm ci failed. Check the network and the messages above, then try again.');
  }
}

/** The oldest Node that the dependencies run on. */
const oldestNode = [20, 19];

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Warrant is built with Node ${oldestNode.join('.')} or later; this is ${process.version}.`,
  );
}

/**
 * Whether `node_modules` holds what the lock file asks for. Contents are compared, since the times
 * of the two files say little after a change of branch.
 */
function isInstalled() {
  const present = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(present)) return false;
  const wanted = packages(path.join(root, 'package-lock.json'));
  const found = packages(present);
  return Object.entries(wanted).every(([place, { version, optional, devOptional, link }]) => {
    if (place === '' || link) return true;
    const installedVersion = found[place]?.version;
    return installedVersion === undefined
      ? (optional ?? devOptional)
      : installedVersion === version;
  });
}

/**
 * @param {string} lock
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>}
 */
function packages(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages ?? {};
}
