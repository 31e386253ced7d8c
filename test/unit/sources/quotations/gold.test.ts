import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goldTable, judgeGold } from '../../../quotations/gold';

const development = judgeGold('development', process.cwd());
const heldOut = judgeGold('held-out', process.cwd());
const others = judgeGold('development-de-fr-es', process.cwd());
const othersHeldOut = judgeGold('held-out-de-fr-es', process.cwd());
const all = [...development, ...heldOut, ...others, ...othersHeldOut];
const told = (cases: typeof all) => cases.map(({ quote, outcome }) => `${outcome}: ${quote}`);

test('no invented quotation passes, and none from another source', () => {
  const invented = all.filter(({ expect: expected }) => expected === 'not-found');
  expect(told(invented.filter(({ outcome }) => outcome !== 'not-found'))).toEqual([]);
  expect(invented.length).toBeGreaterThan(20);
});

test('no faithful quotation is reported', () => {
  const faithful = all.filter(({ expect: expected }) => expected === 'faithful');
  const isReported = ({ outcome }: (typeof all)[number]) =>
    outcome !== 'faithful' && outcome !== 'nothing';
  expect(told(faithful.filter(isReported))).toEqual([]);
  expect(faithful.length).toBeGreaterThan(100);
});

test('no negation or number that is lost passes', () => {
  const grave = all.filter(({ expect: expected }) => ['negation', 'number'].includes(expected));
  const passes = ['faithful', 'information', 'nothing'];
  expect(told(grave.filter(({ outcome }) => passes.includes(outcome)))).toEqual([]);
});

test('the page says how many are judged rightly', () => {
  const page = readFileSync('docs/quotations.md', 'utf8');
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cells);
  const tables = [goldTable(development, heldOut), goldTable(others, othersHeldOut)];
  for (const row of tables.flatMap((table) => table.slice(2)))
    expect(rows).toContainEqual(cells(row));
});
