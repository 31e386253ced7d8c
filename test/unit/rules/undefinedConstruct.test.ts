import { describe, expect, test } from 'vitest';
import { undefinedConstruct } from '../../../server/src/core/rules/undefinedConstruct';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

const DEFINED =
  '[the belief that nobody is punished for mistakes]{.construct #k-safety term="psychological safety" alias="safe climate"}';

describe('undefined-construct', () => {
  test('reports a construct that is defined nowhere', async () => {
    await expectFindings(
      undefinedConstruct,
      { 'paper.md': 'It needs [⟦psychological safety⟧]{.construct #k-safety}.\n' },
      { messages: ['“psychological safety” is defined nowhere'], severity: 'warning' },
    );
  });

  test('reports a placeholder that was never filled in', async () => {
    await expectFindings(undefinedConstruct, {
      'paper.md': '[⟦psychological safety⟧]{.construct #k-safety def=""}\n',
    });
  });

  test('reports a heading without a section, and an entry of elements: that says nothing', async () => {
    await expectFindings(undefinedConstruct, {
      'paper.md':
        '# ⟦Fairness⟧ {.construct tier=theme}\n\n# Legitimacy {.construct tier=theme}\n\nOthers think that what they do is right.\n',
    });
    await expectFindings(undefinedConstruct, {
      'paper.md': 'Trust grew. [x]{.claim type=method}\n',
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  ⟦k-trust⟧: {is: construct}\n',
    });
  });

  test.each([
    ['a definition in the tagged words', DEFINED],
    ['a definition in an attribute', '[safety]{.construct def="no fear"}'],
    [
      'a definition at a further occurrence',
      '[safety]{.construct #k} and [safety]{.construct ref=k def="no fear"}',
    ],
    [
      'words of definition at a further occurrence',
      '[safety]{.construct #k} is [the belief that nobody is punished]{.construct ref=k}',
    ],
    [
      'a use without an id, of a construct that is defined',
      `${DEFINED} and [psychological safety]{.construct}`,
    ],
    ['another wording, in the plural', `${DEFINED} and [safe climates]{.construct}`],
    ['a concept in the words of the informants', '[short lines]{.construct tier=concept}'],
    [
      'a heading, whose section says it',
      '# Fairness {.construct tier=theme}\n\nMembers find themselves treated as equals.',
    ],
    ['a use that leads nowhere', '[safety]{.construct ref=k-none}'],
    ['a misspelt attribute', '[safety]{.construct defs="no fear"}'],
    ['the abstract', '# Abstract\n\n[safety]{.construct}'],
    ['two kinds', '[safety]{.construct .claim}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(undefinedConstruct, { 'paper.md': `${text}\n` });
  });

  test('counts definitions under elements:, and words that an entry quotes', async () => {
    await expectFindings(undefinedConstruct, {
      'paper.md': '[safety]{.construct #k-safety}; trust is the will to be vulnerable.\n',
      'warrant.yaml':
        'manuscript: [paper.md]\nelements:\n  k-safety: {def: no fear}\n  k-trust: {is: construct, term: trust, quote: the will to be vulnerable}\n',
    });
  });

  test('leaves a place for the definition; once it is filled in, nothing is reported', async () => {
    const [fix] = await firstFixes(undefinedConstruct, {
      'paper.md': '[safety]{.construct #k-safety}\n',
    });
    expect([...(fix?.edits.values() ?? [])].flat()).toEqual([
      { range: { start: 29, end: 29 }, newText: ' def=""' },
    ]);
    await expectFindings(undefinedConstruct, {
      'paper.md': '[safety]{.construct #k-safety def="no fear"}\n',
    });
  });

  test('offers to take it as a use of a construct of like name, or as a concept', async () => {
    await expectFix(
      undefinedConstruct,
      { 'paper.md': `${DEFINED}. They felt [safety]{.construct}.\n` },
      { 'paper.md': `${DEFINED}. They felt [safety]{.construct ref=k-safety}.\n` },
      'use of “psychological safety” (#k-safety)',
    );
    await expectFix(
      undefinedConstruct,
      { 'paper.md': '[short lines]{.construct}\n' },
      { 'paper.md': '[short lines]{.construct tier=concept}\n' },
      'words of the informants',
    );
  });
});
