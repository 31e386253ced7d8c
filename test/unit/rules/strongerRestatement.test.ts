import { describe, expect, test } from 'vitest';
import { strongerRestatement } from '../../../server/src/core/rules/strongerRestatement';
import { expectFindings, expectFix } from '../../tools/project';

const CLAIM = '[Members learn]{.claim #c qualifier=possible scope="firms that share a site"}';

describe('stronger-restatement', () => {
  test('reports a stronger qualifier, and points to the weaker one', async () => {
    const [finding] = await expectFindings(
      strongerRestatement,
      { 'paper.md': `${CLAIM}. So [they learn]{.claim ref=c qualifier=⟦certain⟧}.\n` },
      { messages: ['is certain, but the claim itself is only possible'], severity: 'warning' },
    );
    expect(finding?.related).toHaveLength(1);
  });

  test('reports a scope that drops a condition', async () => {
    await expectFindings(
      strongerRestatement,
      { 'paper.md': `So [firms learn]{.claim ref=c scope="⟦all firms⟧"}. ${CLAIM}\n` },
      { messages: ['“firms that share a site”'] },
    );
  });

  test('compares with what stands under elements:', async () => {
    await expectFindings(strongerRestatement, {
      'paper.md': '[Learn]{.claim #c}. [Learn]{.claim ref=c qualifier=⟦probable⟧}\n',
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  c: {qualifier: tentative}\n',
    });
  });

  test.each([
    ['a restatement that inherits', `${CLAIM}. [They learn]{.claim ref=c}`],
    ['the same', `${CLAIM}. [They learn]{.claim ref=c qualifier=possible}`],
    ['a weaker one', `${CLAIM}. [They learn]{.claim ref=c qualifier=tentative}`],
    [
      'a narrower scope',
      `${CLAIM}. [X]{.claim ref=c scope="two firms that share a site and a chair"}`,
    ],
    ['a claim without qualifier', '[Learn]{.claim #c}. [Learn]{.claim ref=c qualifier=certain}'],
    ['a value that cannot be read', `${CLAIM}. [Learn]{.claim ref=c qualifier=certian}`],
    ['another claim', `${CLAIM}. [Others learn]{.claim qualifier=certain}`],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(strongerRestatement, { 'paper.md': `${text}\n` });
  });

  test('lets the restatement inherit', async () => {
    await expectFix(
      strongerRestatement,
      { 'paper.md': `${CLAIM}. [They learn]{.claim ref=c qualifier=certain}\n` },
      { 'paper.md': `${CLAIM}. [They learn]{.claim ref=c}\n` },
      'Inherit the qualifier',
    );
  });
});
