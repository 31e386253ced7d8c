/**
 * Runs the end-to-end tests in a real VS Code. Arguments: `suite` (inside the extension host), `web`
 * (the same inside the web extension host) and `ui` (with the packaged extension), all where none is
 * named, and `--filter TEXT`. Environment: `WARRANT_VSCODE=oldest|newest`, `CI`.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser, type BrowserProgram } from './harness/browser';
import { bundleTests } from './harness/bundle';
import { provideEnvironment } from './harness/environment';
import { runInExtensionHost } from './harness/extensionHost';
import type { runMocha } from './harness/mochaRun';
import { packageExtension, vsixBudget } from './harness/package';
import { formatResult, type TestResult } from './harness/results';
import { chooseRelease, prepareVscode, type Installation } from './harness/vscodeInstallation';
import { copyWorkspace } from './harness/workspace';

const repository = process.cwd();
const cache = path.join(repository, '.cache');
const e2e = path.join(repository, 'test/e2e');
/** Where the runner leaves its results for `npm test`. */
const resultFile = path.join(cache, 'results/e2e.json');
/** What the tests inside the extension host work on. */
const suiteWorkspace = path.join(repository, 'examples/partnership');

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { filter: { type: 'string' } },
});
const wanted = positionals.length === 0 ? ['suite', 'web', 'ui'] : positionals;
const results: TestResult[] = [];

function report(result: TestResult): void {
  results.push(result);
  console.log(formatResult(result));
}

/** Runs one step; an error that escapes it is a failed test of its own. */
async function step<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
  const start = Date.now();
  try {
    return await run();
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    report({ name, status: 'failed', milliseconds: Date.now() - start, reason });
    return undefined;
  }
}

interface Prepared {
  readonly installation: Installation;
  readonly browser: BrowserProgram;
}

/** The parts without which no test can run; absent, the tests are skipped, but never in CI. */
async function prepare(): Promise<Prepared | undefined> {
  try {
    const release = chooseRelease(process.env['WARRANT_VSCODE']);
    const log = (message: string): void => {
      console.log(message);
    };
    const browser = await findBrowser(cache, log);
    const installation = await prepareVscode(release, cache, log);
    return { installation, browser };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const status = process.env['CI'] ? 'failed' : 'skipped';
    for (const kind of wanted) {
      report({ name: `end-to-end tests (${kind})`, status, milliseconds: 0, reason });
    }
    return undefined;
  }
}

async function runSuite({ installation, browser }: Prepared, host: 'node' | 'web'): Promise<void> {
  console.log(`In the extension host (${host}):`);
  const tests = path.join(cache, `e2e/suite-${host}`);
  await bundleTests(e2e, { kind: 'suite', host, filter: flags.filter, outfile: `${tests}.js` });
  const workspace = await copyWorkspace(suiteWorkspace);
  try {
    await runInExtensionHost({
      installation,
      browser,
      extension: repository,
      tests,
      workspace: workspace.folder,
      host,
      timeout: 240_000,
      onResult: (result) => {
        report(host === 'web' ? { ...result, name: `${result.name} (web)` } : result);
      },
    });
  } finally {
    await workspace.remove();
  }
}

async function runUi({ installation, browser }: Prepared): Promise<void> {
  console.log('With the packaged extension:');
  const vsix = path.join(cache, 'e2e/warrant.vsix');
  const start = Date.now();
  const size = await packageExtension(repository, vsix);
  const kilobytes = (size / 1024).toFixed(0);
  const packaging = { name: `packaging (${kilobytes} KB)`, milliseconds: Date.now() - start };
  report(
    size <= vsixBudget
      ? { ...packaging, status: 'passed' }
      : { ...packaging, status: 'failed', reason: `The limit is ${String(vsixBudget)} bytes.` },
  );
  provideEnvironment({
    repository,
    installation,
    browser,
    vsix,
    screenshots: path.join(repository, 'test-results'),
  });
  const outfile = path.join(cache, 'e2e/ui.mjs');
  await bundleTests(e2e, { kind: 'ui', host: 'node', outfile });
  type Options = Parameters<typeof runMocha>[1];
  const bundle = (await import(pathToFileURL(outfile).href)) as {
    run(options: Options): Promise<TestResult[]>;
  };
  await bundle.run({
    timeout: 60_000,
    onResult: report,
    ...(flags.filter === undefined ? {} : { filter: flags.filter }),
  });
}

// Servers and browsers that still run are ended when the process exits.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

const prepared = await prepare();
if (prepared !== undefined) {
  if (wanted.includes('suite')) {
    await step('the extension host runs', () => runSuite(prepared, 'node'));
  }
  if (wanted.includes('web')) {
    await step('the web extension host runs', () => runSuite(prepared, 'web'));
  }
  if (wanted.includes('ui')) {
    await rm(path.join(repository, 'test-results'), { recursive: true, force: true });
    await step('the packaged extension runs', () => runUi(prepared));
  }
}
const { filter } = flags;
if (prepared && filter !== undefined && !results.some(({ name }) => name.includes(filter))) {
  report({ name: `a test with “${filter}” in its name`, status: 'failed', milliseconds: 0 });
}
await mkdir(path.dirname(resultFile), { recursive: true });
await writeFile(resultFile, JSON.stringify(results, undefined, 2));
process.exitCode = results.some(({ status }) => status === 'failed') ? 1 : 0;
