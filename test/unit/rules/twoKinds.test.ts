import { describe, it } from 'vitest';
import { twoKinds } from '../../../server/src/core/rules/twoKinds';
import { expectFindings, expectFix } from '../../tools/project';

const BOTH = { 'paper.md': 'A [finding]{.claim .⟦evidence⟧ #c-a note="x"}.' };

describe('two-kinds', () => {
  it('reports the second kind of a tag', async () => {
    await expectFindings(twoKinds, BOTH, { messages: [/is claim already/], severity: 'error' });
  });

  it('keeps the first', async () => {
    await expectFix(
      twoKinds,
      BOTH,
      { 'paper.md': 'A [finding]{.claim #c-a note="x"}.' },
      'Keep it as claim',
    );
  });

  it('keeps the second', async () => {
    await expectFix(
      twoKinds,
      BOTH,
      { 'paper.md': 'A [finding]{.evidence #c-a note="x"}.' },
      'Make it evidence',
    );
  });

  it('nests the second in the first', async () => {
    await expectFix(
      twoKinds,
      BOTH,
      { 'paper.md': 'A [[finding]{.evidence}]{.claim #c-a note="x"}.' },
      'Nest',
    );
  });

  it('keeps the first in HTML', async () => {
    await expectFix(
      twoKinds,
      { 'paper.md': '<span class="claim evidence">x</span>' },
      { 'paper.md': '<span class="claim">x</span>' },
      'Keep',
    );
  });

  it.each([
    ['two names of one kind', '[x]{.step .phase}'],
    ['classes of other tools', '[x]{.claim .smallcaps .note}'],
    ['nested tags', '[[x]{.evidence}]{.claim}'],
  ])('leaves %s alone', async (_, text) => {
    await expectFindings(twoKinds, { 'paper.md': text });
  });
});
