import { describe, test } from 'vitest';
import { resolvedGap } from '../../../server/src/core/rules/resolvedGap';
import { expectFindings, expectFix } from '../../tools/project';

describe('resolved-gap', () => {
  test('reports the status of a claim that has support by now', async () => {
    await expectFindings(
      resolvedGap,
      {
        'paper.md':
          '[A]{.claim status=⟦needs-support⟧ note="ask" evidence=e} ["X"]{.evidence #e}\n',
      },
      { messages: ['“A” is said to need support, but has some'], severity: 'information' },
    );
    await expectFindings(resolvedGap, {
      'paper.md': '[A]{.claim #c status=⟦needs-support⟧} ["X"]{.evidence supports=c}\n',
    });
  });

  test.each([
    ['a gap', '[A]{.claim status=needs-support note="ask"}'],
    ['a failed test', '[A]{.claim #c status=needs-support} ["X"]{.evidence tests="c:straw:fail"}'],
    ['a scene', '[A]{.claim status=needs-support evidence=e} ["X"]{.evidence #e display=context}'],
    ['another status', '[A]{.claim status=assumed evidence=e} ["X"]{.evidence #e}'],
    [
      'one good and one broken reference',
      '[A]{.claim status=needs-support evidence="e e-x"} ["X"]{.evidence #e}',
    ],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(resolvedGap, { 'paper.md': `${text}\n` });
  });

  test('leaves alone a citation that merely stands in the sentence', async () => {
    await expectFindings(resolvedGap, {
      'paper.md':
        'Unlike @ring1994, [we propose it]{.claim type=proposition status=needs-support}.\n',
    });
  });

  test('removes the status', async () => {
    await expectFix(
      resolvedGap,
      { 'paper.md': '[A]{.claim status=needs-support note="ask" evidence="@x2019"}\n' },
      { 'paper.md': '[A]{.claim note="ask" evidence="@x2019"}\n' },
    );
  });
});
