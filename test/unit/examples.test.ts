import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { warrant } from '../tools/command';

interface Report {
  readonly findings: readonly { rule: string; severity: string; file: string; element?: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

async function check(...args: string[]): Promise<{ code: number; report: Report }> {
  const setting = { cwd: process.cwd() };
  const { code, out } = await warrant(['check', '--format', 'json', ...args], undefined, setting);
  return { code, report: JSON.parse(out) as Report };
}

describe('the partnership example', () => {
  test('has the gaps that its README lists, and no others', async () => {
    const { code, report } = await check('examples/partnership');
    const found = report.findings.map(({ rule, severity, file, element = '' }) =>
      [severity, rule, file.replace('examples/partnership/', ''), element].join(' '),
    );
    expect(found.sort()).toEqual(listedInReadme().sort());
    expect(code).toBe(1);
  });
});

/** The rows of the README's table of findings. */
function listedInReadme(): string[] {
  const readme = readFileSync('examples/partnership/README.md', 'utf8');
  const row = /^\| (error|warning|information) +\| `([\w-]+)` +\| `([\w.-]+)` +\| `([\w-]+)` +\|/gm;
  return [...readme.matchAll(row)].map(([, ...cells]) => cells.join(' '));
}

test.each(['orchestration', 'motivation'])('the example %s is fit for submission', async (name) => {
  const { code, report } = await check('--stage', 'submission', `examples/${name}`);
  expect(report.findings).toEqual([]);
  expect(report.summary['claims']).toBeGreaterThan(10);
  expect(code).toBe(0);
});

const untagged = 'test/fixtures/untagged';

test.each(readdirSync(untagged))('nothing is said of %s, which is not tagged', async (name) => {
  const { code, report } = await check('--stage', 'submission', `${untagged}/${name}`);
  expect(report.findings).toEqual([]);
  expect(code).toBe(0);
});
