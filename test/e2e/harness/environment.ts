import type { BrowserProgram } from './browser';
import type { Installation } from './vscodeInstallation';

/** What the runner has prepared for the tests that drive the packaged extension. */
export interface Environment {
  /** The root of the repository. */
  readonly repository: string;
  readonly installation: Installation;
  readonly browser: BrowserProgram;
  /** The packaged extension. */
  readonly vsix: string;
  /** Where screenshots go. */
  readonly screenshots: string;
}

const variable = 'WARRANT_E2E_ENVIRONMENT';

/** Hands the environment to the test bundle, which runs in the same process. */
export function provideEnvironment(environment: Environment): void {
  process.env[variable] = JSON.stringify(environment);
}

/**
 * The environment of this run.
 *
 * @throws when the tests were not started by the runner.
 */
export function currentEnvironment(): Environment {
  const json = process.env[variable];
  if (json === undefined) throw new Error('Start these tests with: npm run test:e2e');
  return JSON.parse(json) as Environment;
}
