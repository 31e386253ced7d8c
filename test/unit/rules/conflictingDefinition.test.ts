import { describe, expect, test } from 'vitest';
import { conflictingDefinition } from '../../../server/src/core/rules/conflictingDefinition';
import { expectFindings, expectFix } from '../../tools/project';

const FIRST =
  '[a bond that forbids members to take advantage]{.construct #k-mild term="mild solidarity"}';

describe('conflicting-definition', () => {
  test('reports another construct of the same term, and points to the first', async () => {
    const [finding] = await expectFindings(
      conflictingDefinition,
      {
        'paper.md': `${FIRST}; [⟦a readiness to help whenever it is cheap⟧]{.construct #k-2 term="Mild Solidarity"}\n`,
      },
      { messages: [/defined a second time.*“a bond that forbids/], severity: 'warning' },
    );
    expect(finding?.related).toHaveLength(1);
  });

  test('reports a second definition of one construct, in the text or under elements:', async () => {
    await expectFindings(conflictingDefinition, {
      'paper.md': `${FIRST}; [it]{.construct ref=k-mild def="⟦readiness to help⟧"}\n`,
    });
    await expectFindings(conflictingDefinition, {
      'paper.md': `${FIRST}\n`,
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  k-mild: {def: ⟦readiness to help⟧}\n',
    });
  });

  test.each([
    ['one definition', FIRST],
    [
      'the same words again',
      `${FIRST}; [it]{.construct ref=k-mild def="A bond that forbids members to take advantage."}`,
    ],
    ['a long use', `${FIRST}; [the mild solidarity that we found]{.construct ref=k-mild}`],
    [
      'a long term beside its definition',
      '[return on partnership investment in all]{.construct def="what it pays"}',
    ],
    [
      'two levels of analysis',
      '[a way to resume work soon]{.construct #a term=resilience level=firm} [a way to hold together when hit]{.construct #b term=resilience level=network}',
    ],
    [
      'a doubled id',
      `${FIRST}; [a readiness to help when cheap]{.construct #k-mild term="mild solidarity"}`,
    ],
    [
      'different terms',
      `${FIRST}; [a readiness to help when cheap]{.construct #k-2 term="weak solidarity"}`,
    ],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(conflictingDefinition, { 'paper.md': `${text}\n` });
  });

  test('removes the definition from a use', async () => {
    await expectFix(
      conflictingDefinition,
      { 'paper.md': `${FIRST}; [it]{.construct ref=k-mild def="readiness to help"}\n` },
      { 'paper.md': `${FIRST}; [it]{.construct ref=k-mild}\n` },
    );
  });
});
