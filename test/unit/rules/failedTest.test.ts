import { describe, it } from 'vitest';
import { failedTest } from '../../../server/src/core/rules/failedTest';
import { expectFindings, expectFix } from '../../tools/project';

const paper = (claim: string, evidence: string) => ({
  'a.md': `[The bonus held the crews]{.claim #c-a${claim}} [none drew it]{.evidence #e-a ${evidence}}`,
});

describe('failed-test reports', () => {
  it('a failed hoop test, and marks the claim as defeated', async () => {
    await expectFindings(failedTest, paper('', 'tests="⟦c-a:hoop:fail⟧"'), {
      messages: [/“The bonus held the crews” failed a hoop test/],
      severity: 'error',
    });
    await expectFix(
      failedTest,
      paper('', 'tests="c-a:hoop:fail"'),
      paper(' status=defeated', 'tests="c-a:hoop:fail"'),
    );
  });

  it('a failed doubly decisive test, beside others', async () => {
    await expectFindings(
      failedTest,
      paper(' status=assumed', 'tests="c-a:straw:pass ⟦#c-a:doubly-decisive:fail⟧"'),
      { messages: [/doubly decisive/] },
    );
  });

  it('a test on counter-evidence', async () => {
    await expectFindings(failedTest, paper('', 'challenges=c-a tests=⟦c-a:hoop:fail⟧'));
  });
});

describe('failed-test leaves alone', () => {
  it.each([
    ['a claim that is given up', ' status=defeated', 'tests=c-a:hoop:fail'],
    ['a rival explanation', ' type=rival', 'tests=c-a:hoop:fail'],
    ['tests that eliminate nothing', '', 'tests="c-a:straw:fail c-a:smoking-gun:fail"'],
    ['tests that are passed or have no result', '', 'tests="c-a:hoop:pass c-a:doubly-decisive"'],
    ['tests on mechanisms', '', 'tests=m-a:hoop:fail} [shift]{.mechanism #m-a'],
    ['tests that cannot be read', '', 'tests=c-a:hoop:failed'],
  ])('%s', async (_, claim, evidence) => {
    await expectFindings(failedTest, paper(claim, evidence));
  });
});
