import { describe, it } from 'vitest';
import { reservedId } from '../../../server/src/core/rules/reservedId';
import { expectFindings, expectFix } from '../../tools/project';

describe('reserved-id reports', () => {
  it('ids of theorems, definitions, callouts and of pandoc-crossref', async () => {
    await expectFindings(
      reservedId,
      {
        'a.md':
          '[A]{.claim #⟦prp-a⟧} [b]{.construct #⟦def-b⟧} [C]{.claim #⟦eq:c⟧}\n\n::: {.claim #⟦thm-d⟧}\nD\n:::',
      },
      {
        messages: [/begin with prp- are cross-references of Quarto/, /def-/, /pandoc-crossref/],
        severity: 'warning',
      },
    );
  });

  it('a figure’s id on words', async () => {
    await expectFindings(reservedId, { 'a.md': '[A]{.evidence #⟦fig-a⟧}' });
  });
});

describe('reserved-id mends', () => {
  it('by an id of the kind, with all that refers to it', async () => {
    await expectFix(
      reservedId,
      {
        'a.md': '[a]{.construct #def-a} [b](#def-a) [C]{.claim constructs="#def-a"}',
        'b.md': '[D]{.claim constructs=def-a}',
        'warrant.yaml': 'manuscript: [a.md, b.md]\nelements:\n  def-a: {level: dyad}\n',
      },
      {
        'a.md': '[a]{.construct #k-a} [b](#k-a) [C]{.claim constructs="#k-a"}',
        'b.md': '[D]{.claim constructs=k-a}',
        'warrant.yaml': 'manuscript: [a.md, b.md]\nelements:\n  k-a: {level: dyad}\n',
      },
    );
  });
});

describe('reserved-id leaves alone', () => {
  it.each([
    [
      'ids of Warrant’s kinds',
      '[A]{.claim #c-a} [a]{.construct #definition} [B]{.claim #remote-x}',
    ],
    [
      'figures, tables and sections that are tagged',
      '![A](a.png){.evidence #fig-a}\n\n# B {.step #sec-b}\n\n::: {.evidence #tbl-c}\nC\n:::',
    ],
    ['theorems that nobody tagged', '::: {#thm-a}\nA\n:::\n\n[B]{.claim}'],
  ])('%s', async (_, text) => {
    await expectFindings(reservedId, { 'a.md': text });
  });
});
