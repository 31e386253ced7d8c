import { describe, test } from 'vitest';
import { citedOnlyInTag } from '../../../server/src/core/rules/citedOnlyInTag';
import { expectFindings, expectFix } from '../../tools/project';

describe('cited-only-in-tag', () => {
  test('reports each work once, at the first attribute that names it', async () => {
    await expectFindings(
      citedOnlyInTag,
      {
        'paper.md':
          '[A]{.claim evidence="⟦@beach2016⟧ ⟦@dyer1998⟧"} [B]{.claim backing="@beach2016"}\n',
      },
      { messages: ['@beach2016 stands in attributes only'], severity: 'information' },
    );
  });

  test('reports works that only the registry cites', async () => {
    await expectFindings(citedOnlyInTag, {
      'paper.md': '[A]{.mechanism #m}\n',
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  m: {rival: "⟦@dyer1998⟧"}\n',
    });
  });

  test.each([
    ['a citation', '[A]{.claim evidence="@beach2016"} [@beach2016]'],
    ['a citation in the text', 'As @beach2016 says, [A]{.claim evidence="@beach2016"}'],
    ['a citation in a note', '[A]{.claim evidence="@beach2016"}.^[See @beach2016.]'],
    ['nocite', '---\nnocite: "@beach2016, @dyer1998"\n---\n\n[A]{.claim evidence="@beach2016"}'],
    ['a block of nocite', '---\nnocite: |\n  @beach2016\n---\n\n[A]{.claim evidence="@beach2016"}'],
    ['nocite for all', '---\nnocite: "@*"\n---\n\n[A]{.claim evidence="@beach2016"}'],
    ['an id', '[A]{.claim evidence="e"} ["X"]{.evidence #e}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(citedOnlyInTag, { 'paper.md': `${text}\n` });
  });

  test('leaves alone what another file cites', async () => {
    await expectFindings(citedOnlyInTag, {
      'a.md': '[A]{.claim evidence="@beach2016"}\n',
      'b.md': 'See @beach2016.\n',
      'warrant.yaml': 'manuscript: [a.md, b.md]\n',
    });
  });

  test('cites the work behind the tagged words', async () => {
    const paper = '[A]{.claim evidence="@beach2016"}, says one.\n';
    await expectFix(
      citedOnlyInTag,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('},', '} [@beach2016],') },
      'Cite it',
    );
  });

  test('lists the work under nocite', async () => {
    const paper = '---\nwarrant: true\n---\n\n::: {.claim evidence="@beach2016"}\nA.\n:::\n';
    await expectFix(
      citedOnlyInTag,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('true\n', "true\nnocite: '@beach2016'\n") },
      'nocite',
    );
  });
});
