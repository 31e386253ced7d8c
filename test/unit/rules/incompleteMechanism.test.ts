import { describe, expect, test } from 'vitest';
import { incompleteMechanism } from '../../../server/src/core/rules/incompleteMechanism';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

describe('incomplete-mechanism', () => {
  test('reports what is lacking', async () => {
    await expectFindings(
      incompleteMechanism,
      {
        'paper.md': `[⟦platform incubation⟧]{.mechanism trigger="a new chair"}
[⟦sorting⟧]{.mechanism outcome="#k-core"} [⟦drift⟧]{.mechanism} [core]{.construct #k-core}
`,
      },
      {
        messages: [
          '“platform incubation” has a trigger but no outcome',
          '“sorting” has an outcome but no trigger',
          '“drift” has neither',
        ],
        severity: 'warning',
      },
    );
  });

  test('reports placeholders that were never filled in', async () => {
    await expectFindings(incompleteMechanism, {
      'paper.md': '[⟦drift⟧]{.mechanism trigger=x outcome=""}\n',
    });
  });

  test.each([
    ['both ends', '[drift]{.mechanism trigger="a new chair" outcome="#k"} [core]{.construct #k}'],
    [
      'steps at both ends',
      '[drift]{.mechanism #m}: [a]{.step of=m n=1 position=trigger} [b]{.step of=m n=2 position=outcome}',
    ],
    ['an end that leads nowhere', '[drift]{.mechanism trigger="#k-x" outcome=core}'],
    ['a misspelt attribute', '[drift]{.mechanism trigger=x outcom=core}'],
    [
      'a step whose position cannot be read',
      '[drift]{.mechanism #m trigger=x}: [b]{.step of=m position=outcme}',
    ],
    ['a rival', '[sorting]{.mechanism trigger=x outcome=y rival=m}; [drift]{.mechanism #m}'],
    ['a restatement', '[drift]{.mechanism #m trigger=x outcome=y}; [drift]{.mechanism ref=m}'],
    ['the abstract', '# Abstract\n\n[drift]{.mechanism}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(incompleteMechanism, { 'paper.md': `${text}\n` });
  });

  test('counts what stands under elements:', async () => {
    await expectFindings(incompleteMechanism, {
      'paper.md': '[drift]{.mechanism #m}\n',
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  m: {trigger: x, outcome: y}\n',
    });
  });

  test('leaves places for what is lacking', async () => {
    const [fix] = await firstFixes(incompleteMechanism, {
      'paper.md': '[drift]{.mechanism #m-drift}\n',
    });
    expect(fix?.title).toBe('Add trigger and outcome, to be filled in');
    expect([...(fix?.edits.values() ?? [])].flat()).toEqual([
      { range: { start: 27, end: 27 }, newText: ' trigger="" outcome=""' },
    ]);
  });

  test('offers its last step as its outcome', async () => {
    const paper = '[drift]{.mechanism #m trigger=x}: [a]{.step of=m n=1} [b]{.step of=m n=2}\n';
    await expectFix(
      incompleteMechanism,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('n=2', 'n=2 position=outcome') },
      'the step “b” as its outcome',
    );
  });
});
