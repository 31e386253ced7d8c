import { describe, expect, it } from 'vitest';
import { circularInference } from '../../../server/src/core/rules/circularInference';
import { expectFindings } from '../../tools/project';

describe('circular-inference reports', () => {
  it('a claim that is its own premise', async () => {
    await expectFindings(
      circularInference,
      { 'a.md': '[Trust lasts]{.claim #c-a from=⟦c-a⟧}' },
      { messages: [/^“Trust lasts” follows from itself$/], severity: 'error' },
    );
  });

  it('a circle once, where it closes, with its other links', async () => {
    const [finding] = await expectFindings(
      circularInference,
      {
        'a.md':
          '[A]{.claim #c-a from=c-b} [B]{.claim #c-b from=c-c} [C]{.claim #c-c from="@k ⟦#c-a⟧"} [D]{.claim from=c-a}',
      },
      { messages: [/“A” follows from itself, by way of “B”, “C”/] },
    );
    expect(finding?.related).toHaveLength(2);
  });

  it('a circle that many claims lead to, however long, by its first names', async () => {
    const links = Array.from({ length: 9_999 }, (_, n) => `[C]{.claim #c-${n} from=c-${n + 1}}`);
    const chain = [...links, '[C]{.claim #c-9999 from=⟦c-9990⟧}'];
    await expectFindings(
      circularInference,
      { 'a.md': chain.join('\n\n') },
      { messages: [/by way of “C”, “C”, “C”, “C”, “C” and 4 more$/] },
    );
  });

  it('two circles that do not meet, in two files', async () => {
    await expectFindings(circularInference, {
      'a.md': '[A]{.claim #c-a from=c-b} [B]{.claim #c-b from=⟦c-a⟧}',
      'b.md': '[C]{.claim #c-c from=c-d} [D]{.claim #c-d from=⟦c-c⟧}',
      'warrant.yaml': 'manuscript: [a.md, b.md]\n',
    });
  });

  it('wholes in their parts, concepts broader than themselves, steps after themselves', async () => {
    await expectFindings(
      circularInference,
      {
        'a.md': [
          '[M]{.mechanism #m-a of=m-b} [N]{.mechanism #m-b of=⟦m-a⟧}',
          '[k]{.construct #k-a parent=⟦k-a⟧}',
          '[S]{.step #s-a after=s-b} [T]{.step #s-b after=⟦s-a⟧}',
        ].join('\n\n'),
      },
      { messages: [/part of itself/, /broader than itself/, /comes after itself/] },
    );
  });

  it('an occurrence of itself, and two of each other', async () => {
    await expectFindings(circularInference, {
      'a.md': '[A]{.claim #c-a ref=⟦c-a⟧} [B]{.claim #c-b ref=⟦c-c⟧} [C]{.claim #c-c ref=⟦c-b⟧}',
    });
  });
});

describe('circular-inference leaves alone', () => {
  it.each([
    [
      'a chain, and two ways to one premise',
      '[A]{.claim #c-a from="c-b c-c"} [B]{.claim #c-b from=c-d} [C]{.claim #c-c from=c-d} [D]{.claim #c-d}',
    ],
    [
      'a link that is declared at both ends',
      '[M]{.mechanism #m-a parts=m-b} [N]{.mechanism #m-b of=m-a}',
    ],
    [
      'links of different kinds in a round',
      '[A]{.claim #c-a limits=c-b} [B]{.claim #c-b from=c-a}',
    ],
    ['occurrences of occurrences', '[A]{.claim #c-a} [B]{.claim #c-b ref=c-a} [C]{.claim ref=c-b}'],
    ['unknown ids', '[A]{.claim #c-a from=c-none}'],
  ])('%s', async (_, text) => {
    await expectFindings(circularInference, { 'a.md': text });
  });
});
