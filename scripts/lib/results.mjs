import { readFileSync } from 'node:fs';
import { TIME_IS_UP } from './run.mjs';

/**
 * A test that did not pass, and why.
 * @typedef {{ name: string, reason: string }} NotPassed
 */

/**
 * What a part of the tests came to.
 * @typedef {{ passed: number, failed: NotPassed[], skipped: NotPassed[] }} Count
 */

/**
 * Counts a JSON report of Vitest. A file that cannot be loaded counts as one failed test.
 * @param {string} file
 * @param {number} code the exit code of Vitest
 * @returns {Count}
 */
export function countVitest(file, code) {
  /** @type {Count} */
  const count = { passed: 0, failed: [], skipped: [] };
  /** @type {{ testResults: { name: string, status: string, message?: string, assertionResults: { fullName: string, status: string, failureMessages?: string[] }[] }[] } | undefined} */
  const report = read(file);
  for (const { name, status, message, assertionResults } of report?.testResults ?? []) {
    const failedBefore = count.failed.length;
    for (const { fullName, status: one, failureMessages } of assertionResults) {
      if (one === 'passed') count.passed++;
      else if (one === 'failed')
        count.failed.push({
          name: fullName,
          reason: `${failureMessages?.join('\n') ?? ''}\n${name}`,
        });
      else count.skipped.push({ name: fullName, reason: `marked as ${one}, ${name}` });
    }
    if (status === 'failed' && count.failed.length === failedBefore) {
      count.failed.push({ name, reason: message ?? '' });
    }
  }
  return atLeastOneFailure(count, code, 'Vitest');
}

/**
 * Counts the results of the end-to-end tests.
 * @param {string} file
 * @param {number} code the exit code of their runner
 * @returns {Count}
 */
export function countEndToEnd(file, code) {
  /** @type {Count} */
  const count = { passed: 0, failed: [], skipped: [] };
  /** @type {import('../../test/e2e/harness/results').TestResult[] | undefined} */
  const results = read(file);
  for (const { name, status, reason } of results ?? []) {
    if (status === 'passed') count.passed++;
    else count[status].push({ name, reason: reason ?? '' });
  }
  return atLeastOneFailure(count, code, 'The runner of the end-to-end tests');
}

/**
 * A runner that failed without a failed test (it crashed, or ran out of time) is a failure itself.
 * @param {Count} count
 * @param {number} code
 * @param {string} runner
 * @returns {Count}
 */
function atLeastOneFailure(count, code, runner) {
  if (code === 0 || count.failed.length > 0) return count;
  const how = code === TIME_IS_UP ? 'ran out of time' : `ended with exit code ${code}`;
  return { ...count, failed: [{ name: runner, reason: `${how}, with no test that failed` }] };
}

/**
 * @param {string} file
 * @returns {any} the parsed contents; undefined where there are none
 */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
