import { describe, test } from 'vitest';
import { weakTests } from '../../../server/src/core/rules/weakTests';
import { expectFindings, expectFix } from '../../tools/project';

describe('weak-tests', () => {
  test('reports certainty that only straws in the wind support', async () => {
    await expectFindings(
      weakTests,
      {
        'paper.md':
          '[Trust grew]{.claim #c qualifier=⟦certain⟧} ["X"]{.evidence tests="c:straw:pass"} ["Y"]{.evidence tests="c:straw"}\n',
      },
      { messages: ['“Trust grew” is called certain'], severity: 'information' },
    );
  });

  test.each([
    ['a stronger test', 'qualifier=certain', 'tests="c:straw:pass c:hoop:pass"'],
    ['no test at all', 'qualifier=certain', 'supports=c'],
    ['less certainty', 'qualifier=probable', 'tests="c:straw:pass"'],
    ['no qualifier', '', 'tests="c:straw:pass"'],
    ['a claim that is given up', 'qualifier=certain status=defeated', 'tests="c:straw:pass"'],
    ['a rival', 'qualifier=certain type=rival', 'tests="c:straw:pass"'],
    ['a test that cannot be read', 'qualifier=certain', 'tests="c:straw c:sraw"'],
  ])('leaves alone: %s', async (_, claim, evidence) => {
    await expectFindings(weakTests, {
      'paper.md': `[Trust grew]{.claim #c ${claim}} ["X"]{.evidence ${evidence}}\n`,
    });
  });

  test('calls it probable', async () => {
    const paper = '[Trust]{.claim #c qualifier=certain} ["X"]{.evidence tests="c:straw"}\n';
    await expectFix(
      weakTests,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('certain', 'probable') },
    );
  });
});
