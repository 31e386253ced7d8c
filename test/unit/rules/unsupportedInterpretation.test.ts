import { describe, test } from 'vitest';
import { unsupportedInterpretation } from '../../../server/src/core/rules/unsupportedInterpretation';
import { expectFindings, expectFix } from '../../tools/project';

describe('unsupported-interpretation', () => {
  test('reports an interpretation that rests on nothing', async () => {
    await expectFindings(
      unsupportedInterpretation,
      { 'paper.md': '[⟦The rise is a sign of candour⟧]{.claim type=interpretation}.\n' },
      { messages: ['“The rise is a sign of candour” rests on nothing'], severity: 'warning' },
    );
  });

  test('reports an admitted gap in a submission only', async () => {
    const attributes = '{.claim type=interpretation status=needs-support note="ask the chair"}';
    await expectFindings(unsupportedInterpretation, { 'paper.md': `[Candour]${attributes}\n` });
    await expectFindings(
      unsupportedInterpretation,
      { 'paper.md': `[⟦Candour⟧]${attributes}\n` },
      { stage: 'submission', messages: ['ask the chair'] },
    );
  });

  test.each([
    ['evidence', '[Candour]{.claim type=interpretation evidence=e}. ["31."]{.evidence #e}'],
    ['a premise', '[Candour]{.claim type=interpretation from=c}. [31]{.claim #c type=method}'],
    [
      'a citation in its sentence',
      'As @weick1995 has it, [it is candour]{.claim type=interpretation}.',
    ],
    ['a citation behind it', '[It is candour]{.claim type=interpretation} [@weick1995].'],
    [
      'a citation inside a div',
      '---\nwarrant: true\n---\n\n::: {.claim type=interpretation}\nCandour, as @weick1995 says.\n:::',
    ],
    ['an assumption', '[Candour]{.claim type=interpretation status=assumed}'],
    [
      'the abstract',
      '---\nabstract: "[Candour]{.claim type=interpretation}"\n---\n\n[x]{.claim type=method}',
    ],
    ['a premise that leads nowhere', '[Candour]{.claim type=interpretation from=c-x}'],
    ['a finding', '[Candour]{.claim}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(unsupportedInterpretation, { 'paper.md': `${text}\n` });
  });

  test('links evidence', async () => {
    const rest = '["Near misses: 31."]{.evidence #e-rise}\n';
    await expectFix(
      unsupportedInterpretation,
      { 'paper.md': `[Candour]{.claim type=interpretation evidence=""} ${rest}` },
      { 'paper.md': `[Candour]{.claim type=interpretation evidence=e-rise} ${rest}` },
      'Near misses',
    );
  });
});
