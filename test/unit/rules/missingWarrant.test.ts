import { describe, expect, test } from 'vitest';
import { missingWarrant } from '../../../server/src/core/rules/missingWarrant';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

describe('missing-warrant', () => {
  test('reports a proposition without warrant or citation', async () => {
    await expectFindings(
      missingWarrant,
      {
        'paper.md':
          '[⟦Platforms strengthen values⟧]{.claim type=proposition from=c} [A]{.claim #c}\n',
      },
      { messages: ['no reason why it should hold'], severity: 'information' },
    );
    await expectFindings(missingWarrant, {
      'paper.md': '[⟦Platforms⟧]{.claim type=proposition warrant=""}\n',
    });
  });

  test.each([
    ['a warrant in words', '[P]{.claim type=proposition warrant="people keep their own rules"}'],
    ['a warrant by reference', '[P]{.claim type=proposition warrant="#m"} [m]{.mechanism #m}'],
    ['a work that backs it', '[P]{.claim type=proposition backing="@argyris1978"}'],
    ['a work as evidence', '[P]{.claim type=proposition evidence="@argyris1978"}'],
    ['a citation in its sentence', 'After @argyris1978, [P]{.claim type=proposition}.'],
    ['an assumption', '[P]{.claim type=proposition status=assumed}'],
    ['an admitted gap', '[P]{.claim type=proposition status=needs-support note="think"}'],
    ['the abstract', '# Abstract\n\n[P]{.claim type=proposition}'],
    ['a restatement', '[P]{.claim #p type=proposition warrant="w"} [P]{.claim ref=p}'],
    ['a misspelt attribute', '[P]{.claim type=proposition warant="w"}'],
    ['a finding', '[A]{.claim}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(missingWarrant, { 'paper.md': `${text}\n` });
  });

  test('leaves a place for the warrant, or names a mechanism', async () => {
    const paper = '[P]{.claim #p type=proposition} [sorting]{.mechanism #m-sort}\n';
    const [fix] = await firstFixes(missingWarrant, { 'paper.md': paper });
    expect(fix?.title).toBe('Add a warrant, to be filled in');
    await expectFix(
      missingWarrant,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('proposition', 'proposition warrant="#m-sort"') },
      'the mechanism “sorting”',
    );
  });
});
