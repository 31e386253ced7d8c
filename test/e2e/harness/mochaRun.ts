import Mocha from 'mocha';
import type { TestResult } from './results';

/** Settings of a run. */
export interface MochaRunOptions {
  /** Milliseconds that a test or hook may take, where it does not say so itself. */
  readonly timeout: number;
  /** Runs only the tests whose full name contains this text. */
  readonly filter?: string;
  /** Called as soon as a test ends. */
  readonly onResult: (result: TestResult) => void;
}

/**
 * Runs bundled test files with Mocha, without its own reporters.
 *
 * @param files one function for each test file, which evaluates it.
 * @returns all results; a failing hook or file counts as a failed test.
 */
export async function runMocha(
  files: readonly (() => Promise<unknown>)[],
  options: MochaRunOptions,
): Promise<TestResult[]> {
  const mocha = new Mocha({ ui: 'bdd', timeout: options.timeout, reporter: Silent });
  if (options.filter !== undefined) mocha.fgrep(options.filter);
  // Mocha does this before it loads a file of its own; the files here are parts of a bundle.
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  for (const evaluate of files) await evaluate();

  const results: TestResult[] = [];
  const report = (result: TestResult): void => {
    results.push(result);
    options.onResult(result);
  };
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => {
      resolve();
    });
    runner.on('pass', (test) => {
      report({ name: test.fullTitle(), status: 'passed', milliseconds: test.duration ?? 0 });
    });
    runner.on('pending', (test) => {
      report({
        name: test.fullTitle(),
        status: 'skipped',
        milliseconds: 0,
        reason: 'marked as skipped in its source',
      });
    });
    // What a second try hides is to be seen all the same.
    runner.on('retry', (test: Mocha.Test, error: unknown) => {
      console.log(`  ↻ ${test.fullTitle()} is tried once more\n${described(error)}`);
    });
    // Emitted for hooks as well, whose title names the test that they failed.
    runner.on('fail', (test, error: unknown) => {
      report({
        name: test.fullTitle(),
        status: 'failed',
        milliseconds: test.duration ?? 0,
        reason: described(error),
      });
    });
  });
  return results;
}

function described(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A reporter that prints nothing: the results are handed on as data. */
class Silent extends Mocha.reporters.Base {}
