import { describe, it } from 'vitest';
import { portableId } from '../../../server/src/core/rules/portableId';
import { expectFindings, expectFix } from '../../tools/project';

describe('portable-id', () => {
  it('reports an id that begins with a digit, and gives it a letter everywhere', async () => {
    const files = (id: string) => ({
      'a.md': `[“x”]{.evidence #${id}} [A]{.claim evidence="@k ${id}"}`,
    });
    const marked = { 'a.md': '[“x”]{.evidence #⟦1a⟧} [A]{.claim evidence="@k 1a"}' };
    await expectFindings(portableId, marked, { severity: 'information' });
    await expectFix(portableId, marked, files('e-1a'));
  });

  it.each([
    ['ids that begin with a letter', '[A]{.claim #c1} [B]{.claim #ä}'],
    ['HTML', '<span class="claim" id="1a">A</span>'],
    ['ids that are no tag’s', '# A {#1a}\n\n[A]{.claim}'],
  ])('leaves alone %s', async (_, text) => {
    await expectFindings(portableId, { 'a.md': text });
  });
});
