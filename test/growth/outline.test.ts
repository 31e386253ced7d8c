import { expect, test } from 'vitest';
import { outline } from '../../server/src/core/features/views/outline';
import { OUTLINE_CHOICES } from '../../server/src/core/features/views/outlineOptions';
import type { Row } from '../../server/src/core/features/views/row';
import { projectFrom } from '../tools/project';
import { growthOf, LIMIT } from './growth';

const MECHANISM = 'trigger=a outcome=b activities=c scope=d';

/** Mechanisms of two steps, with a claim each. */
function many(count: number): string {
  const all = Array.from(
    { length: count },
    (_, n) => `[m]{.mechanism #m-${n} ${MECHANISM}} [a ["b"]{.evidence}]{.step of=m-${n} n=1}
[c]{.step of=m-${n} n=2} [d]{.claim mechanism=m-${n}}\n\n`,
  );
  return all.join('');
}

/** One mechanism with many steps, of which each number has two branches. */
function long(count: number): string {
  const steps = Array.from(
    { length: count },
    (_, n) => `[a]{.step of=m n=${Math.floor(n / 2)}${n % 2 === 0 ? 'a' : 'b'}}\n\n`,
  );
  return `[m]{.mechanism #m ${MECHANISM}}\n\n${steps.join('')}`;
}

const count = (rows: readonly Row[]): number =>
  rows.reduce((sum, { children }) => sum + 1 + count(children), 0);

test.each(OUTLINE_CHOICES.groupBy)(
  'the rows of mechanisms by %s cost as much as they are',
  async (groupBy) => {
    const growth = await growthOf({
      make: (size) => projectFrom({ 'paper.md': many(size) }),
      run: async (project) => count(outline(await project, { groupBy, show: 'todo', text: 'a' })),
      largest: 2_000,
      smallest: 250,
      enough: 20,
    });
    expect(growth.ratio).toBeLessThan(LIMIT);
  },
);

test('the way through the steps of one mechanism costs as much as it has steps', async () => {
  const growth = await growthOf({
    make: (size) => projectFrom({ 'paper.md': long(size) }),
    run: async (project) => count(outline(await project)),
    largest: 4_000,
    smallest: 250,
    enough: 20,
  });
  expect(growth.ratio).toBeLessThan(LIMIT);
});
