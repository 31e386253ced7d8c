import { describe, test } from 'vitest';
import { mechanismWithoutScope } from '../../../server/src/core/rules/mechanismWithoutScope';
import { expectFindings } from '../../tools/project';

describe('mechanism-without-scope', () => {
  test('reports a mechanism that names no conditions', async () => {
    await expectFindings(
      mechanismWithoutScope,
      { 'paper.md': 'A [⟦sorting mechanism⟧]{.mechanism #m scope=""} worked.\n' },
      { messages: ['“sorting mechanism” names no scope'], severity: 'information' },
    );
  });

  test.each([
    ['scope', '[A]{.mechanism scope="shared site"}'],
    ['the scope of the whole', '[A]{.mechanism #m scope="shared site"} [B]{.mechanism of=m}'],
    ['the scope of a claim that reports it', '[A]{.mechanism #m} [B]{.claim mechanism=m scope=x}'],
    ['a rival', '[A]{.mechanism scope=x rival=r} [R]{.mechanism #r}'],
    ['a whole that does not exist', '[B]{.mechanism of=m-none}'],
    ['another occurrence', '[A]{.mechanism #m scope=x} [B]{.mechanism ref=m}'],
    ['one that only the abstract names', '# Abstract\n\n[A]{.mechanism #a}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(mechanismWithoutScope, { 'paper.md': `${text}\n` });
  });
});
