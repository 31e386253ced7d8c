import { chmod, cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './command';

/**
 * A release of the npm package `code-server`. It holds Visual Studio Code's own workbench, server
 * and extension host as plain files, and so gives a real VS Code where only npm can be reached.
 */
export interface Release {
  readonly codeServer: string;
  /** The major versions of Node that run it, and the one to fetch where another one runs this. */
  readonly node: { readonly first: number; readonly last: number; readonly fetched: number };
}

/** The releases that are tested. */
const releases = {
  /** VS Code 1.110, made for Node 22; the newest that Node 20 runs too. */
  oldest: { codeServer: '4.110.0', node: { first: 20, last: 23, fetched: 22 } },
  /** VS Code 1.139. */
  newest: { codeServer: '4.139.1', node: { first: 24, last: Infinity, fetched: 24 } },
} as const satisfies Record<string, Release>;

/**
 * The release to run: the one that is named, else the one that the running Node runs.
 *
 * @param name `oldest`, `newest`, or nothing.
 * @throws when there is no release of that name.
 */
export function chooseRelease(name: string | undefined): Release {
  if (name === undefined || name === '') {
    return nodeMajor >= releases.newest.node.first ? releases.newest : releases.oldest;
  }
  if (name !== 'oldest' && name !== 'newest') {
    throw new Error(`WARRANT_VSCODE is “${name}”; it can be oldest or newest.`);
  }
  return releases[name];
}

const nodeMajor = Number(process.versions.node.split('.')[0]);

/** A VS Code on disk, ready to be started. */
export interface Installation {
  /** Holds `out/server-main.js`. */
  readonly directory: string;
  /** The Node that runs it. */
  readonly node: string;
}

const minutes = 60_000;

/**
 * Installs a release into `cache`, or finds it there: later runs need no network.
 *
 * @param cache a folder that the release gets a subfolder of.
 * @param log is told what takes long.
 * @throws when npm cannot fetch what is missing.
 */
export async function prepareVscode(
  release: Release,
  cache: string,
  log: (message: string) => void,
): Promise<Installation> {
  const directory = path.join(cache, `vscode-${release.codeServer}`);
  await once(directory, async (temporary) => {
    log(`Fetching VS Code (npm package code-server@${release.codeServer}), once…`);
    await unpack(`code-server@${release.codeServer}`, 'lib/vscode', temporary);
    // The shrinkwrap lacks a peer, so `npm ci` refuses. No script may run: they compile or download.
    const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await runCommand('npm', ['install', ...flags], { cwd: temporary, timeout: 5 * minutes });
    await addRipgrep(path.join(temporary, 'node_modules'));
    await silenceNativeModules(path.join(temporary, 'node_modules'));
    for (const unused of ['@github/copilot', '@microsoft/mxc-sdk']) {
      await rm(path.join(temporary, 'node_modules', unused), { recursive: true, force: true });
    }
  });
  return { directory, node: await prepareNode(release.node, cache, log) };
}

/** The running Node where it serves, else one from npm. */
async function prepareNode(
  { first, last, fetched: major }: Release['node'],
  cache: string,
  log: (message: string) => void,
): Promise<string> {
  if (nodeMajor >= first && nodeMajor <= last) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const directory = path.join(cache, `node-${String(major)}`);
  await once(directory, async (temporary) => {
    log(`Fetching Node ${String(major)} from npm, once…`);
    await unpack(`node-${platform}-${process.arch}@${String(major)}`, 'bin', temporary);
  });
  const program = path.join(directory, platform === 'win' ? 'node.exe' : 'node');
  await chmod(program, 0o755);
  return program;
}

/**
 * Fills a folder unless it exists. The folder appears complete or not at all, also when several
 * processes try at the same time or one is interrupted.
 */
async function once(directory: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  if (await exists(directory)) return;
  const temporary = `${directory}.${String(process.pid)}.tmp`;
  try {
    await mkdir(temporary, { recursive: true });
    await fill(temporary);
    await rename(temporary, directory).catch(async (error: unknown) => {
      if (!(await exists(directory))) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Unpacks a folder of an npm package into an existing directory. */
async function unpack(specifier: string, folder: string, into: string): Promise<void> {
  const packed = path.join(into, '.packed');
  await mkdir(packed);
  await runCommand('npm', ['pack', '--silent', '--pack-destination', packed, specifier], {
    cwd: into,
    timeout: 5 * minutes,
  });
  const [archive] = await readdir(packed);
  if (archive === undefined) throw new Error(`npm packed nothing for ${specifier}.`);
  const depth = 1 + folder.split('/').length;
  const what = ['--exclude=*.js.map', `--strip-components=${String(depth)}`, `package/${folder}`];
  await runCommand('tar', ['-xzf', path.join('.packed', archive), ...what], {
    cwd: into,
    timeout: 2 * minutes,
  });
  await rm(packed, { recursive: true });
}

/** Adds the search program that older releases download after their installation. */
async function addRipgrep(modules: string): Promise<void> {
  const target = path.join(modules, '@vscode/ripgrep');
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  if (!(await exists(target)) || (await exists(path.join(target, 'bin', name)))) return;
  const unpacked = path.join(modules, '.ripgrep');
  await mkdir(unpacked);
  await unpack(`@vscode/ripgrep-${process.platform}-${process.arch}@1.18.0`, 'bin', unpacked);
  await cp(unpacked, path.join(target, 'bin'), { recursive: true });
  await chmod(path.join(target, 'bin', name), 0o755);
  await rm(unpacked, { recursive: true });
}

/** A logger in place of `@vscode/spdlog`, of whose interface it has what VS Code uses. */
const silentLogger = `
class Logger {
  level = 2;
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
}
for (const name of ['setPattern', 'clearFormatters', 'flush', 'drop', 'trace', 'debug', 'info',
  'warn', 'error', 'critical']) Logger.prototype[name] = () => {};
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => new Logger();
`;

/** Replaces native modules that would have to be compiled, and that nothing here depends on. */
async function silenceNativeModules(modules: string): Promise<void> {
  const replacements: Record<string, string> = {
    '@vscode/spdlog': silentLogger,
    'native-watchdog': 'exports.start = () => {};\n',
    '@vscode/native-watchdog': 'exports.start = () => {};\n',
  };
  for (const [name, source] of Object.entries(replacements)) {
    const directory = path.join(modules, name);
    if (await exists(directory)) await writeFile(path.join(directory, 'index.js'), source);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
