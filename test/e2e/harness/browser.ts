import { constants } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { runCommand } from './command';

/** A Chromium or Chrome on disk. */
export interface BrowserProgram {
  readonly executable: string;
  /** What it needs on its command line. */
  readonly args: readonly string[];
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Where installers put them that do not extend the PATH. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Headless, as root too, and without a word to the network. */
const quietArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser that runs the workbench: `$CHROMIUM`, else one of the system, else (Linux only) one
 * that npm can install into `cache`.
 *
 * @throws when there is none; the message says what to do.
 */
export async function findBrowser(
  cache: string,
  log: (message: string) => void,
): Promise<BrowserProgram> {
  const chosen = process.env['CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (await runs(chosen)) return { executable: chosen, args: quietArguments };
    throw new Error(`$CHROMIUM is ${chosen}, which is not a program.`);
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((name) => name !== '');
  const candidates = [...folders, '/usr/bin'].flatMap((folder) =>
    names.map((name) => path.join(folder, name)),
  );
  for (const executable of [...candidates, ...usualPlaces]) {
    if (await runs(executable)) return { executable, args: quietArguments };
  }
  try {
    return await browserOfNpm(cache, log);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      'No Chromium or Chrome was found; install one (Debian: apt-get install chromium) or set ' +
        `$CHROMIUM to its path. The one that npm ships did not serve either: ${reason}`,
      { cause: error },
    );
  }
}

/** Starts the browser without a window. */
export function launchBrowser({ executable, args }: BrowserProgram): Promise<Browser> {
  return chromium.launch({ executablePath: executable, headless: true, args: [...args] });
}

/** The newest release that Node 20 runs and that was tried here. */
const chromiumPackage = '@sparticuz/chromium@143.0.4';

/** What is used of `@sparticuz/chromium`. */
interface ShippedChromium {
  executablePath(): Promise<string>;
}

async function browserOfNpm(
  cache: string,
  log: (message: string) => void,
): Promise<BrowserProgram> {
  if (process.platform !== 'linux') throw new Error(`it does not run on ${process.platform}.`);
  const directory = path.join(cache, 'chromium');
  const manifest = path.join(directory, 'package.json');
  await mkdir(directory, { recursive: true });
  await writeFile(manifest, '{ "private": true }\n');
  const load = createRequire(manifest);
  try {
    load.resolve('@sparticuz/chromium');
  } catch {
    log(`Fetching a browser from npm (${chromiumPackage}), once…`);
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await runCommand('npm', ['install', ...flags, chromiumPackage], {
      cwd: directory,
      timeout: 300_000,
    });
  }
  // It unpacks the libraries that it needs, beside itself, only where it takes itself for a cloud function.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const shipped = load('@sparticuz/chromium') as ShippedChromium;
  const program = { executable: await shipped.executablePath(), args: quietArguments };
  await (await launchBrowser(program)).close(); // shared libraries may be missing
  return program;
}

async function runs(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
