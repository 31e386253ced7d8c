import { describe, expect, test } from 'vitest';
import { groundlessContribution } from '../../../server/src/core/rules/groundlessContribution';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

describe('groundless-contribution', () => {
  test('reports a contribution that follows from no claim', async () => {
    await expectFindings(
      groundlessContribution,
      { 'paper.md': '[⟦We add a path⟧]{.claim type=contribution extends="@ring1994"}\n' },
      { messages: ['“We add a path” does not say'], severity: 'information' },
    );
  });

  test.each([
    ['a premise', '[T]{.claim type=contribution from=c} [A]{.claim #c}'],
    ['a premise that leads nowhere', '[T]{.claim type=contribution from=c-x}'],
    ['a misspelt attribute', '[T]{.claim type=contribution form=c} [A]{.claim #c}'],
    ['the abstract', '# Abstract\n\n[T]{.claim type=contribution}'],
    ['an admitted gap', '[T]{.claim type=contribution status=needs-support note="find it"}'],
    ['a finding', '[A]{.claim}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(groundlessContribution, { 'paper.md': `${text}\n` });
  });

  test('counts what stands under elements:', async () => {
    await expectFindings(groundlessContribution, {
      'paper.md': '[T]{.claim #t type=contribution} [A]{.claim #c}\n',
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  t: {from: c}\n',
    });
  });

  test('offers the claims near it that may be premises', async () => {
    const paper =
      '[Old]{.claim #b type=background} [A]{.claim #c} [P]{.claim #p type=proposition} [T]{.claim type=contribution}\n';
    const fixes = await firstFixes(groundlessContribution, { 'paper.md': paper });
    expect(fixes.map(({ title }) => title)).toEqual([
      'Let it follow from “P” (#p)',
      'Let it follow from “A” (#c)',
    ]);
    await expectFix(
      groundlessContribution,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('contribution', 'contribution from=p') },
    );
  });
});
