import { mkdirSync } from 'node:fs';
import { installed, run } from './run.mjs';

/**
 * The projects of the compiler: each sees the globals of its own world and no others.
 * @type {Record<string, string>}
 */
const projects = {
  'types of the core': 'server/src/core',
  'types of client and server': '.',
  'types of the panels': 'client/src/panels/web',
  'types of the end-to-end tests': 'test/e2e',
  'types of the scripts': 'scripts',
};

/** @type {readonly (readonly [name: string, program: string, ...args: string[]])[]} */
const steps = [
  ...Object.entries(projects).map(
    ([name, project], index) =>
      /** @type {const} */ ([
        name,
        'typescript/bin/tsc',
        ...['--project', project, '--incremental'],
        ...['--tsBuildInfoFile', `.cache/tsc/${index}.tsbuildinfo`],
      ]),
  ),
  ['rules of the code', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['formatting', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  [
    'import rules',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'client', 'server'],
  ],
  ['unused code', 'knip/bin/knip.js'],
];

/** Two at a time: the largest take most of the time, and machines that check have two cores. */
const atATime = 2;

/**
 * Runs every check that needs no test, and prints the findings of those that fail.
 * @param {string} [only] runs the checks whose name contains this
 * @returns {Promise<string[]>} the names of the checks that failed
 */
export async function lint(only = '') {
  mkdirSync('.cache/tsc', { recursive: true });
  const queue = steps.filter(([name]) => name.includes(only));
  /** @type {string[]} */
  const failed = [];
  const work = async () => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      const [name, program, ...args] = step;
      const { code, output } = await run(process.execPath, [installed(program), ...args], {
        output: 'collect',
        minutes: 5,
      });
      console.log(`  ${code === 0 ? '✓' : '✗'} ${name}`);
      if (code === 0) continue;
      failed.push(name);
      console.log(output.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return failed;
}
