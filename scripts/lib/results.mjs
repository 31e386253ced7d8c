import { readFileSync } from 'node:fs';

/**
 * What a part of the tests came to.
 * @typedef {{ passed: number, failed: number, skipped: { name: string, reason: string }[] }} Count
 */

/**
 * Counts a JSON report of Vitest. A file that cannot be loaded counts as one failed test.
 * @param {string} file
 * @param {number} code the exit code of Vitest
 * @returns {Count}
 */
export function countVitest(file, code) {
  /** @type {Count} */
  const count = { passed: 0, failed: 0, skipped: [] };
  /** @type {{ testResults: { name: string, status: string, assertionResults: { fullName: string, status: string }[] }[] } | undefined} */
  const report = read(file);
  for (const { name, status, assertionResults } of report?.testResults ?? []) {
    const failedBefore = count.failed;
    for (const test of assertionResults) {
      if (test.status === 'passed') count.passed++;
      else if (test.status === 'failed') count.failed++;
      else count.skipped.push({ name: test.fullName, reason: `marked as ${test.status}, ${name}` });
    }
    if (status === 'failed' && count.failed === failedBefore) count.failed++;
  }
  return atLeastOneFailure(count, code);
}

/**
 * Counts the results of the end-to-end tests.
 * @param {string} file
 * @param {number} code the exit code of their runner
 * @returns {Count}
 */
export function countEndToEnd(file, code) {
  /** @type {Count} */
  const count = { passed: 0, failed: 0, skipped: [] };
  /** @type {import('../../test/e2e/harness/results').TestResult[] | undefined} */
  const results = read(file);
  for (const { name, status, reason } of results ?? []) {
    if (status === 'skipped') count.skipped.push({ name, reason: reason ?? '' });
    else count[status]++;
  }
  return atLeastOneFailure(count, code);
}

/**
 * A runner that failed without a failed test (it crashed, or ran out of time) is a failure itself.
 * @param {Count} count
 * @param {number} code
 * @returns {Count}
 */
function atLeastOneFailure(count, code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
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
