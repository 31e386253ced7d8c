import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from './command';
import type { Installation } from './vscodeInstallation';

/** User settings that keep VS Code from asking, advertising or reaching out. */
const quietSettings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
} as const;

/** How a server is set up. */
export interface ServerOptions {
  /** User settings, over those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of packaged extensions, installed before the start. */
  readonly extensions?: readonly string[];
  /** The port to listen on; a free one where this is absent. */
  readonly port?: number;
  /** Lets tests drive VS Code from the page. */
  readonly automation?: boolean;
}

/** Parameters of the workbench, as VS Code's web server takes them. */
export type WorkbenchPayload = readonly (readonly [name: string, value: string])[];

/** A running VS Code, whose workbench a browser opens. */
export interface VscodeServer {
  readonly port: number;
  /** The address of the workbench with a folder opened. */
  address(folder: string, payload?: WorkbenchPayload): string;
  /** A file of this machine as a URI for a {@link WorkbenchPayload}. */
  remoteUri(file: string): string;
  /** What the server has printed, for error messages. */
  output(): string;
  /** Ends the server and removes all that it stored. */
  stop(): Promise<void>;
}

const startTimeout = 60_000;
const stopTimeout = 5_000;

/**
 * Starts a VS Code on the loopback interface, with a profile of its own.
 *
 * @throws with the server's output when it does not come up.
 */
export async function startVscodeServer(
  installation: Installation,
  options: ServerOptions = {},
): Promise<VscodeServer> {
  const profile = await mkdtemp(path.join(tmpdir(), 'warrant-vscode-'));
  const removeProfile = (): Promise<void> =>
    rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  try {
    await writeSettings(profile, options.settings ?? {});
    for (const extension of options.extensions ?? []) {
      await installExtension(installation, profile, extension);
    }
    const child = spawn(installation.node, serverArguments(installation, profile, options), {
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, which can be ended as a whole.
      detached: process.platform !== 'win32',
    });
    // Where this process ends early, nothing may stay behind.
    const abandon = (): void => {
      killGroup(child);
      rmSync(profile, { recursive: true, force: true });
    };
    process.once('exit', abandon);
    const { port, output } = await listening(child);
    const host = `127.0.0.1:${String(port)}`;
    return {
      port,
      output,
      address(folder, payload) {
        const query = new URLSearchParams({ folder });
        if (payload) query.set('payload', JSON.stringify(payload));
        return `http://${host}/?${query.toString()}`;
      },
      remoteUri: (file) => `vscode-remote://${host}${file}`,
      async stop() {
        await end(child);
        process.off('exit', abandon);
        await removeProfile();
      },
    };
  } catch (error) {
    await removeProfile();
    throw error;
  }
}

function serverArguments(
  installation: Installation,
  profile: string,
  { port = 0, automation = false }: ServerOptions,
): string[] {
  return [
    path.join(installation.directory, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...profileArguments(profile),
    ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-update-check'],
    ...['--disable-workspace-trust', '--disable-getting-started-override'],
    ...(automation ? ['--enable-smoke-test-driver'] : []),
  ];
}

function profileArguments(profile: string): string[] {
  return [
    '--accept-server-license-terms',
    ...['--server-data-dir', path.join(profile, 'server')],
    ...['--user-data-dir', path.join(profile, 'user')],
    ...['--extensions-dir', path.join(profile, 'extensions')],
  ];
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

async function writeSettings(
  profile: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const directory = path.join(profile, 'user/User');
  await mkdir(directory, { recursive: true });
  const contents = JSON.stringify({ ...quietSettings, ...settings }, undefined, 2);
  await writeFile(path.join(directory, 'settings.json'), contents);
}

async function installExtension(
  installation: Installation,
  profile: string,
  extension: string,
): Promise<void> {
  const program = path.join(installation.directory, 'out/server-main.js');
  const args = [program, ...profileArguments(profile), '--install-extension', extension];
  await runCommand(installation.node, args, {
    cwd: profile,
    timeout: startTimeout,
    env: environment(),
  });
}

/** Waits until the server says on which port it listens. */
function listening(child: ChildProcess): Promise<{ port: number; output: () => string }> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      killGroup(child);
      reject(new Error(`VS Code's server ${what}.\n${printed}`));
    };
    const timer = setTimeout(() => {
      fail('did not start in time');
    }, startTimeout);
    const read = (data: Buffer): void => {
      printed += data.toString();
      const port = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve({ port: Number(port), output: () => printed });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with exit code ${String(code)}`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise<void>((resolve) =>
      child.once('exit', () => {
        resolve();
      }),
    );
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeout);
    await ended;
    clearTimeout(timer);
  }
  killGroup(child);
}

/** Ends the server and its extension hosts, which may outlive it. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || process.platform === 'win32') {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // No process of the group is left.
  }
}
