import { describe, test } from 'vitest';
import { mechanismWithoutSteps } from '../../../server/src/core/rules/mechanismWithoutSteps';
import { expectFindings } from '../../tools/project';

describe('mechanism-without-steps', () => {
  test('reports a mechanism without steps and parts', async () => {
    await expectFindings(
      mechanismWithoutSteps,
      { 'paper.md': 'A [⟦sorting mechanism⟧]{.mechanism #m-sort activities="a; b"} worked.\n' },
      { messages: [/“sorting mechanism” has no steps.*of=m-sort$/] },
    );
  });

  test.each([
    ['one with a step', '[A]{.mechanism #m} [B]{.step of=m}'],
    ['one with a step inside', '::: {.mechanism #m}\n[B]{.step}\n:::'],
    ['one whose parts are named', '[A]{.mechanism #m parts=s} [B]{.step #s}'],
    ['one whose part has steps', '[A]{.mechanism #m} [B]{.mechanism #b of=m} [C]{.step of=b}'],
    ['a rival', '[A]{.mechanism #m rival=r} [B]{.step of=m} [R]{.mechanism #r}'],
    ['a step that misspells its id', '[A]{.mechanism #m-sort} [B]{.step of=m-srot}'],
    ['a part that does not exist', '[A]{.mechanism #m parts=s-none}'],
    ['one that only the abstract names', '# Abstract\n\n[A]{.mechanism #a}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(mechanismWithoutSteps, { 'paper.md': `${text}\n` });
  });
});
