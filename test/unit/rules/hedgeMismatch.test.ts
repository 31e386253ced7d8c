import { describe, test } from 'vitest';
import { hedgeMismatch } from '../../../server/src/core/rules/hedgeMismatch';
import { expectFindings, expectFix } from '../../tools/project';

const ON = '---\nwarrant:\n  rules: {hedge-mismatch: information}\n---\n\n';

describe('hedge-mismatch', () => {
  test('reports certainty in cautious words, and caution in words of certainty', async () => {
    await expectFindings(
      hedgeMismatch,
      {
        'paper.md': `${ON}[Firms may have signed]{.claim qualifier=⟦certain⟧} [They always sign]{.claim qualifier=⟦tentative⟧}\n`,
      },
      { messages: ['“may”', '“always”'], severity: 'information' },
    );
  });

  test('is off by default', async () => {
    await expectFindings(hedgeMismatch, {
      'paper.md': '[Firms may sign]{.claim qualifier=certain}\n',
    });
  });

  test.each([
    ['plain words', '[Firms signed]{.claim qualifier=certain}'],
    ['hedged words', '[Firms may always sign]{.claim qualifier=tentative}'],
    ['the middle', '[Firms may sign]{.claim qualifier=probable}'],
    ['no qualifier', '[Firms may sign]{.claim}'],
    ['words that only look alike', '[The mayor signed in dismay]{.claim qualifier=certain}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(hedgeMismatch, { 'paper.md': `${ON}${text}\n` });
  });

  test('changes the qualifier', async () => {
    await expectFix(
      hedgeMismatch,
      { 'paper.md': `${ON}[Firms may sign]{.claim qualifier=certain}\n` },
      { 'paper.md': `${ON}[Firms may sign]{.claim qualifier=probable}\n` },
    );
  });
});
