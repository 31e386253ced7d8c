import { describe, expect, test } from 'vitest';
import { contestedClaim } from '../../../server/src/core/rules/contestedClaim';
import { expectFindings, expectFix } from '../../tools/project';

const LETTER = '["That took a letter."]{.evidence #e-letter}';

describe('contested-claim', () => {
  test('reports a claim that passes over its counter-evidence, and shows it', async () => {
    const [finding] = await expectFindings(
      contestedClaim,
      { 'paper.md': `[⟦They coordinated by talk⟧]{.claim against=e-letter}. ${LETTER}\n` },
      { messages: ['says nothing of “That took a letter”'], severity: 'warning' },
    );
    expect(finding?.related).toHaveLength(1);
  });

  test('reports counter-evidence that is declared at the other end, or in a work', async () => {
    await expectFindings(
      contestedClaim,
      { 'paper.md': '[⟦Talk⟧]{.claim #c against="@ring1994"} ["No."]{.evidence challenges=c}\n' },
      { messages: ['2 pieces of counter-evidence'] },
    );
  });

  test('reports a failed test that does not settle the matter', async () => {
    await expectFindings(
      contestedClaim,
      { 'paper.md': '[⟦Talk⟧]{.claim #c} ["No."]{.evidence tests="c:smoking-gun:fail"}\n' },
      { messages: ['the failed test of “No”'] },
    );
  });

  test('takes certain and asserted for no concession', async () => {
    await expectFindings(contestedClaim, {
      'paper.md': `[⟦Talk⟧]{.claim against=e-letter qualifier=certain status=asserted rebuttal=""} ${LETTER}\n`,
    });
  });

  test.each([
    ['a qualifier', `[Talk]{.claim against=e-letter qualifier=probable} ${LETTER}`],
    ['a rebuttal', `[Talk]{.claim against=e-letter rebuttal="not for the future"} ${LETTER}`],
    ['a claim that is given up', `[Talk]{.claim against=e-letter status=defeated} ${LETTER}`],
    ['a gap', `[Talk]{.claim against=e-letter status=needs-support} ${LETTER}`],
    ['a rival', `[Talk]{.claim type=rival against=e-letter} ${LETTER}`],
    ['a work that it departs from', '[Talk]{.claim contrasts="@ring1994"}'],
    ['a test that passed', '[Talk]{.claim #c} ["Yes."]{.evidence tests="c:hoop:pass"}'],
    [
      'a failed hoop test, which is an error',
      '[Talk]{.claim #c} ["No."]{.evidence tests="c:hoop:fail"}',
    ],
    ['counter-evidence that leads nowhere', '[Talk]{.claim against=e-lettr}'],
    ['a misspelt attribute', `[Talk]{.claim against=e-letter qualifer=probable} ${LETTER}`],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(contestedClaim, { 'paper.md': `${text}\n` });
  });

  test('qualifies the claim or gives it up', async () => {
    const paper = `[Talk]{.claim against=e-letter} ${LETTER}\n`;
    await expectFix(
      contestedClaim,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('e-letter}', 'e-letter qualifier=probable}') },
    );
    await expectFix(
      contestedClaim,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('e-letter}', 'e-letter status=defeated}') },
      'defeated',
    );
  });
});
