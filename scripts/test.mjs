// `npm test`: everything. The last line is `N passed, N failed`, with `, N skipped` where tests were.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { lint } from './lib/lint.mjs';
import { root } from './lib/repository.mjs';
import { countEndToEnd, countVitest } from './lib/results.mjs';
import { installed, run } from './lib/run.mjs';
import { runTypeScript } from './lib/typescript.mjs';

const reports = path.join(root, '.cache/results');
const vitestReport = path.join(reports, 'vitest.json');
const endToEndReport = path.join(reports, 'e2e.json');

/** @type {import('./lib/results.mjs').Count} */
const total = { passed: 0, failed: [], skipped: [] };

/** The lines of an error that are shown once more at the end; the others stand where it failed. */
const FEW_LINES = 6;

/** @param {import('./lib/results.mjs').Count} count */
function add({ passed, failed, skipped }) {
  total.passed += passed;
  total.failed.push(...failed);
  total.skipped.push(...skipped);
}

/**
 * Runs a part of the tests. An error that escapes it is one failure.
 * @param {string} title
 * @param {() => Promise<void>} part
 * @returns {Promise<boolean>} whether it came to its end
 */
async function section(title, part) {
  console.log(`\n${title}`);
  try {
    await part();
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(reason);
    total.failed.push({ name: title, reason });
    return false;
  }
}

const ready = await section('Installing and building', async () => {
  rmSync(reports, { recursive: true, force: true });
  await ensureInstalled();
  await buildAll();
});

if (ready) {
  await section('Lint', async () => {
    const failed = await lint();
    total.failed.push(...failed.map((name) => ({ name, reason: 'see under Lint above' })));
  });
  await section('Unit, property, conformance, protocol, grammar and growth tests', async () => {
    const reporters = [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ];
    const program = installed('vitest/vitest.mjs');
    const { code } = await run(process.execPath, [program, 'run', ...reporters], { minutes: 10 });
    add(countVitest(vitestReport, code));
  });
  await section('End-to-end tests in VS Code', async () => {
    const code = await runTypeScript('test/e2e/run.ts', [], { minutes: 12 });
    add(countEndToEnd(endToEndReport, code));
  });
}

if (total.skipped.length > 0) console.log('\nSkipped:');
for (const { name, reason } of total.skipped) console.log(`  ${name}: ${reason}`);

// Whoever sees only the end of a long output learns there what failed.
if (total.failed.length > 0) console.log('\nFailed:');
for (const { name, reason } of total.failed) {
  const lines = reason.trim().split('\n');
  console.log(`  ${[name, ...lines.slice(0, FEW_LINES)].join('\n    ')}`);
  if (lines.length > FEW_LINES) console.log(`    … (${lines.length - FEW_LINES} more lines)`);
}

const counts = [`${total.passed} passed`, `${total.failed.length} failed`];
if (total.skipped.length > 0) counts.push(`${total.skipped.length} skipped`);
console.log(`\n${counts.join(', ')}`);
process.exitCode = total.failed.length === 0 && total.passed > 0 ? 0 : 1;
