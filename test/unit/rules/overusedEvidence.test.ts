import { describe, test } from 'vitest';
import { overusedEvidence } from '../../../server/src/core/rules/overusedEvidence';
import { expectFindings } from '../../tools/project';

const claims = (count: number, attributes = 'evidence=e') =>
  Array.from({ length: count }, (_, index) => `[Claim ${index}]{.claim ${attributes}}`).join(' ');

describe('overused-evidence', () => {
  test('reports evidence for more than four claims', async () => {
    await expectFindings(
      overusedEvidence,
      { 'paper.md': `${claims(5)} [⟦"He hands over his keys."⟧]{.evidence #e}\n` },
      { messages: ['5 claims rest on “He hands over his keys”'], severity: 'information' },
    );
  });

  test.each([
    ['four claims', `${claims(4)} ["X"]{.evidence #e}`],
    ['restatements', `[A]{.claim #c evidence=e} ${claims(5, 'ref=c')} ["X"]{.evidence #e}`],
    ['claims against which it speaks', `${claims(5, 'against=e')} ["X"]{.evidence #e}`],
    ['a table', `${claims(5)} ["X"]{.evidence #e form=table}`],
    ['a figure', `${claims(5)}\n\n![X](x.png){.evidence #e}`],
    ['steps and mechanisms', `["X"]{.evidence #e} ${claims(5).replaceAll('.claim', '.step')}`],
    ['a cited work', claims(6, 'evidence="@beach2016"')],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(overusedEvidence, { 'paper.md': `${text}\n` });
  });
});
