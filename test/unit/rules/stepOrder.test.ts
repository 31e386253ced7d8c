import { describe, test } from 'vitest';
import { stepOrder } from '../../../server/src/core/rules/stepOrder';
import { expectFindings } from '../../tools/project';

const inMechanism = (steps: string) => ({ 'paper.md': `::: {.mechanism #m}\n${steps}\n:::\n` });

describe('step-order', () => {
  test('reports numbers that are left out', async () => {
    await expectFindings(
      stepOrder,
      inMechanism('[A]{.step n=1} [B]{.step n=⟦3⟧} [C]{.step n=⟦6b⟧}'),
      {
        messages: ['no step 2 before “B”', 'no steps 4 to 5 before “C”'],
        severity: 'information',
      },
    );
    await expectFindings(stepOrder, inMechanism('[B]{.step n=⟦2⟧} [C]{.step n=3}'));
  });

  test('reports numbers that two steps have', async () => {
    await expectFindings(
      stepOrder,
      inMechanism('[A]{.step n=1} [B]{.step n=⟦1⟧} [C]{.step n=2a} [D]{.step n=⟦2A⟧}'),
      { messages: ['“A” has number 1 already', '“C” has number 2 already'] },
    );
  });

  test('reports a step that begins before the one that it follows', async () => {
    await expectFindings(
      stepOrder,
      inMechanism('[A]{.step n=1 period=2019-07/2020} [B]{.step n=2 period="⟦2018/2021⟧"}'),
      { messages: [/“B” \(2018\/2021\) begins before “A” \(2019-07\/2020\)/] },
    );
    await expectFindings(
      stepOrder,
      inMechanism('[A]{.step #a period=2019} [B]{.step after=a period="⟦../2018⟧"}'),
    );
  });

  test('compares with the nearest step before it that has a period', async () => {
    await expectFindings(
      stepOrder,
      inMechanism('[A]{.step n=1 period=2019} [B]{.step n=2} [C]{.step n=3 period=⟦2018⟧}'),
    );
  });

  test.each([
    ['numbers in a row, in any order of the text', '[B]{.step n=2} [A]{.step n=1} [C]{.step n=3}'],
    ['numbers from zero', '[A]{.step n=0} [B]{.step n=1}'],
    ['parallel branches', '[A]{.step n=1} [B]{.step n=2a} [C]{.step n=2b} [D]{.step n=3}'],
    ['gaps where some step has no number', '[A]{.step n=1} [B]{.step} [C]{.step n=3}'],
    ['gaps where a number cannot be read', '[A]{.step n=1} [B]{.step n=two} [C]{.step n=3}'],
    ['periods that overlap', '[A]{.step n=1 period=2018/2020} [B]{.step n=2 period=2018/2019}'],
    ['periods of another precision', '[A]{.step n=1 period=2018-05} [B]{.step n=2 period=2018}'],
    ['open periods', '[A]{.step n=1 period=../2018} [B]{.step n=2 period=2011/..}'],
    ['parallel steps', '[A]{.step n=1a period=2019} [B]{.step n=1b period=2018}'],
    ['a step whose id is doubled', '[A]{.step #s n=1} [B]{.step #s n=1} [C]{.step n=3}'],
    ['steps without order', '[A]{.step period=2019} [B]{.step period=2018}'],
  ])('leaves alone: %s', async (_, steps) => {
    await expectFindings(stepOrder, inMechanism(steps));
  });

  test('looks for no gap while a step misspells the id of the mechanism', async () => {
    await expectFindings(stepOrder, {
      'paper.md':
        '[M]{.mechanism #m-path} [A]{.step of=m-path n=1} [B]{.step of=m-paht n=2} [C]{.step of=m-path n=3}\n',
    });
  });
});
