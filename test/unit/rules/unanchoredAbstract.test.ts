import { describe, expect, test } from 'vitest';
import { unanchoredAbstract } from '../../../server/src/core/rules/unanchoredAbstract';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

const ON = '---\nwarrant:\n  rules: {unanchored-abstract: information}\n---\n\n# Abstract\n\n';
const BODY =
  '\n\n# Findings\n\n[Trust outlived the incentives]{.claim #c-trust} [Firms met]{.claim #c-met}\n';

describe('unanchored-abstract', () => {
  test('reports a claim that stands in the abstract only', async () => {
    await expectFindings(
      unanchoredAbstract,
      { 'paper.md': `${ON}[⟦Trust outlives incentives⟧]{.claim}${BODY}` },
      { messages: ['in the abstract only'], severity: 'information' },
    );
  });

  test('is off by default', async () => {
    await expectFindings(unanchoredAbstract, { 'paper.md': `# Abstract\n\n[T]{.claim}${BODY}` });
  });

  test.each([
    ['a restatement', '[Trust outlives]{.claim ref=c-trust}'],
    ['a claim that the body restates', '[Trust]{.claim #c-t}\n\n# More\n\n[Trust]{.claim ref=c-t}'],
    ['background and questions', '[Old]{.claim type=background} [Why?]{.claim type=question}'],
    ['a restatement that leads nowhere', '[Trust]{.claim ref=c-trst}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(unanchoredAbstract, { 'paper.md': `${ON}${text}${BODY}` });
  });

  test('offers the claims of the body that share its words', async () => {
    const paper = `${ON}[Trust outlives incentives]{.claim}${BODY}`;
    const fixes = await firstFixes(unanchoredAbstract, { 'paper.md': paper });
    expect(fixes).toHaveLength(1);
    await expectFix(
      unanchoredAbstract,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('incentives]{.claim}', 'incentives]{.claim ref=c-trust}') },
    );
  });
});
