import { describe, test } from 'vitest';
import { singleSourceClaim } from '../../../server/src/core/rules/singleSourceClaim';
import { expectFindings, expectFix } from '../../tools/project';

const ON = `---
warrant:
  rules: {single-source-claim: information}
  sources: [{ids: i01..i03, kind: interview}]
---

`;
const TWO = '["X"]{.evidence #e-x source=i01} ["Y"]{.evidence #e-y source=i01}';

describe('single-source-claim', () => {
  test('reports a finding that one source carries', async () => {
    await expectFindings(
      singleSourceClaim,
      { 'paper.md': `${ON}[⟦Trust grew⟧]{.claim evidence="e-x e-y"} ${TWO}\n` },
      { messages: ['one source, i01'], severity: 'information' },
    );
  });

  test('is off by default', async () => {
    await expectFindings(singleSourceClaim, {
      'paper.md': `[Trust grew]{.claim evidence="e-x e-y"} ${TWO}\n`,
    });
  });

  test.each([
    ['two sources', `[A]{.claim evidence="e-x e-z"} ${TWO} ["Z"]{.evidence #e-z source=i02}`],
    ['evidence of two sources', '[A]{.claim evidence=e} ["X"]{.evidence #e source="i01 i02"}'],
    ['a cited work', `[A]{.claim evidence="e-x @ring1994"} ${TWO}`],
    ['a premise', `[A]{.claim evidence=e-x from=b} ${TWO} [B]{.claim #b type=method}`],
    ['evidence without a source', '[A]{.claim evidence=e} ["X"]{.evidence #e}'],
    ['no evidence', '[A]{.claim}'],
    ['an interpretation', `[A]{.claim type=interpretation evidence=e-x} ${TWO}`],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(singleSourceClaim, { 'paper.md': `${ON}${text}\n` });
  });

  test('links evidence of another source', async () => {
    const rest = `${TWO} ["Z"]{.evidence #e-z source=i02}\n`;
    await expectFix(
      singleSourceClaim,
      { 'paper.md': `${ON}[A]{.claim evidence=e-x} ${rest}` },
      { 'paper.md': `${ON}[A]{.claim evidence="e-x e-z"} ${rest}` },
      '“Z”',
    );
  });
});
