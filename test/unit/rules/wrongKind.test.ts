import { describe, it } from 'vitest';
import { wrongKind } from '../../../server/src/core/rules/wrongKind';
import { expectFindings, expectFix } from '../../tools/project';

describe('wrong-kind reports', () => {
  it('a claim as evidence, and makes it a premise', async () => {
    const files = (attributes: string) => ({
      'paper.md': `[A]{.claim #c-a} [B]{.claim ${attributes}}`,
    });
    await expectFindings(wrongKind, files('evidence=⟦c-a⟧'), {
      messages: [/c-a is a claim, and evidence= takes evidence and citations; .*from=/],
      severity: 'error',
    });
    await expectFix(wrongKind, files('evidence=c-a'), files('from=c-a'));
  });

  it('a claim in a list of evidence, and moves it to the premises', async () => {
    const files = (attributes: string) => ({
      'paper.md': `[A]{.claim #c-a} [X]{.claim #c-x} [B]{.claim ${attributes}}`,
    });
    await expectFindings(wrongKind, files('evidence="@a2012 ⟦c-a⟧ @b2013" from=c-x'));
    await expectFix(
      wrongKind,
      files('evidence="@a2012 c-a @b2013" from=c-x'),
      files('evidence="@a2012 @b2013" from="c-x c-a"'),
    );
    await expectFix(wrongKind, files('evidence="c-a @b2013"'), files('evidence="@b2013" from=c-a'));
  });

  it('a citation among the premises, and a source among the claims', async () => {
    await expectFindings(
      wrongKind,
      {
        'paper.md':
          '---\nwarrant:\n  sources: [{id: owner}]\n---\n\n[A]{.claim from=⟦@a2012⟧} [“x”]{.evidence supports=⟦owner⟧}',
      },
      { messages: [/a citation, and from= takes claims$/, /owner is a source/] },
    );
  });

  it('an occurrence of something of another kind', async () => {
    await expectFindings(wrongKind, {
      'paper.md': '[A]{.claim #c-a} [a]{.construct ref=⟦c-a⟧}',
    });
  });

  it('a heading that is no step, and tags it', async () => {
    const files = (heading: string, id: string) => ({
      'paper.md': `# Crisis ${heading}\n\n# Calm {.step after=${id}}\n\nText.`,
    });
    await expectFindings(wrongKind, files('{#crisis}', '⟦crisis⟧'), {
      messages: [/a heading without a kind/],
    });
    await expectFix(wrongKind, files('{#crisis}', 'crisis'), files('{.step #crisis}', 'crisis'));
  });

  it('a figure that is not tagged as evidence, and tags it', async () => {
    const files = (image: string) => ({
      'paper.md': `![Rate](rate.png)${image}\n\n[A]{.claim evidence=fig-rate}`,
    });
    await expectFix(wrongKind, files('{#fig-rate}'), files('{.evidence #fig-rate}'));
  });

  it('a reference in the registry', async () => {
    await expectFindings(wrongKind, {
      'paper.md': '[A]{.claim #c-a} [B]{.claim #c-b}',
      'warrant.yaml': 'manuscript: paper.md\nelements:\n  c-b: {evidence: [⟦c-a⟧]}\n',
    });
  });
});

describe('wrong-kind leaves alone', () => {
  it.each([
    [
      'references that can stand there',
      '[A]{.claim #c-a from=c-b evidence="e @k"} [B]{.claim #c-b} [e]{.evidence #e}',
    ],
    ['unknown ids', '[A]{.claim evidence=e-none}'],
    ['links to anything', '[A]{.claim #c-a} [x](#c-a)'],
    [
      'a doubled id one of whose tags can stand there',
      '[A]{.claim #x} [B]{.evidence #x} [C]{.claim evidence=x}',
    ],
    ['a target whose kind is misspelt', '[A]{.evidenc #e loc=3} [C]{.claim evidence=e}'],
    [
      'a target of two kinds one of which can stand there',
      '[A]{.claim .evidence #e} [C]{.claim evidence=e}',
    ],
    ['text', '[A]{.mechanism trigger="owner"}'],
  ])('%s', async (_, text) => {
    await expectFindings(wrongKind, { 'paper.md': text });
  });

  it('a source with the name of an element', async () => {
    await expectFindings(wrongKind, {
      'paper.md':
        '---\nwarrant:\n  sources: [{id: owner}]\n---\n\n[o]{.construct #owner} [“x”]{.evidence source=owner} [A]{.claim constructs=owner}',
    });
  });
});
