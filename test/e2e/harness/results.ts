/** What became of one test. */
export interface TestResult {
  /** The titles of its suites and its own, joined by a space. */
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly milliseconds: number;
  /** The error with its stack (failed), or why it was not run (skipped). */
  readonly reason?: string;
}

const marks = { passed: '✓', failed: '✗', skipped: '-' } as const;

/** One line for the terminal, and the reason below it where the test did not pass. */
export function formatResult({ name, status, milliseconds, reason }: TestResult): string {
  const line = `  ${marks[status]} ${name} (${String(milliseconds)} ms)`;
  return reason === undefined ? line : `${line}\n${reason.replace(/^/gm, '      ')}`;
}
