import { runMocha } from './mochaRun';
import { formatResult, type TestResult } from './results';

/** Starts a line of the extension host's console that carries a {@link TestResult} as JSON. */
export const RESULT_PREFIX = 'WARRANT-TEST-RESULT ';

/**
 * VS Code leaves out console messages that are longer than 100,000 characters, which must not
 * happen to a result.
 */
const longestReason = 20_000;

/** Settings of a run inside an extension host. */
export interface HostRunOptions {
  /** The extension host that the tests are meant to run in. */
  readonly host: 'node' | 'web';
  /** Print results for people instead of for the harness. */
  readonly readable: boolean;
  /** Runs only the tests whose full name contains this text. */
  readonly filter?: string | undefined;
}

/**
 * Runs test files inside an extension host; what `extensionTestsPath` exports as `run`.
 *
 * @param files one function for each test file, which evaluates it.
 * @throws when a test failed or none ran, which makes VS Code end with exit code 1.
 */
export async function runInHost(
  files: readonly (() => Promise<unknown>)[],
  { host, readable, filter }: HostRunOptions,
): Promise<void> {
  // VS Code runs what has both entries in the one or the other, by settings; the wrong one would prove nothing.
  if ('importScripts' in globalThis !== (host === 'web')) {
    throw new Error(`These tests do not run in the extension host that they are for (${host}).`);
  }
  const print = (result: TestResult): void => {
    console.log(readable ? formatResult(result) : RESULT_PREFIX + JSON.stringify(cut(result)));
  };
  const results = await runMocha(files, {
    timeout: 20_000,
    onResult: print,
    ...(filter === undefined ? {} : { filter }),
  });
  const failed = results.filter(({ status }) => status === 'failed').length;
  if (results.length === 0) throw new Error('No test was run.');
  if (failed > 0) throw new Error(`${String(failed)} tests failed.`);
}

function cut(result: TestResult): TestResult {
  return result.reason === undefined
    ? result
    : { ...result, reason: result.reason.slice(0, longestReason) };
}
