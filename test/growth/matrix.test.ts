import { expect, test } from 'vitest';
import { claimEvidenceMatrix } from '../../server/src/core/features/matrix/claimEvidenceMatrix';
import { projectFrom } from '../tools/project';
import { growthOf, LIMIT } from './growth';

/** As many claims as pieces of evidence, and one link for each. */
function manuscript(count: number): string {
  const pairs = Array.from(
    { length: count },
    (_, n) => `[a]{.claim #c-${n} evidence=e-${n}} ["b"]{.evidence #e-${n}}\n\n`,
  );
  return `# Part\n\n${pairs.join('')}`;
}

test.each(['evidence', 'sources', 'tests'] as const)(
  'a matrix of %s costs as much as it has links, not claims times evidence',
  async (columns) => {
    const growth = await growthOf({
      make: (count) => projectFrom({ 'paper.md': manuscript(count) }),
      run: async (project) =>
        claimEvidenceMatrix(await project, {
          columns,
          group: 'section',
          sort: 'weakest',
          hideEmpty: true,
        }).cells.length,
      largest: 8_000,
      smallest: 500,
      enough: 20,
    });
    expect(growth.ratio).toBeLessThan(LIMIT);
  },
);
