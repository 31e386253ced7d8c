import { describe, expect, test } from 'vitest';
import { orphanEvidence } from '../../../server/src/core/rules/orphanEvidence';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

describe('orphan-evidence', () => {
  test('reports evidence that is linked to nothing', async () => {
    await expectFindings(
      orphanEvidence,
      { 'paper.md': '[⟦"Nobody sits in front."⟧]{.evidence #e-coats source="@notes2018"}\n' },
      { messages: ['“Nobody sits in front”'], severity: 'warning' },
    );
  });

  test('reports evidence in the section of a mechanism, outside its steps', async () => {
    await expectFindings(orphanEvidence, {
      'paper.md': '# Sorting {.mechanism #m-sort}\n\n[⟦"Points lapse."⟧]{.evidence}\n',
    });
  });

  test('is information in a draft', async () => {
    await expectFindings(
      orphanEvidence,
      { 'paper.md': '[⟦"Coats on."⟧]{.evidence}\n' },
      { stage: 'draft', severity: 'information' },
    );
  });

  test.each([
    ['what supports a claim', '["X"]{.evidence supports=c} [A]{.claim #c}'],
    ['what challenges a claim', '["X"]{.evidence challenges=c} [A]{.claim #c}'],
    ['what tests a claim', '["X"]{.evidence tests="c:hoop:fail"} [A]{.claim #c}'],
    ['what a claim names', '["X"]{.evidence #e} [A]{.claim evidence=e}'],
    ['what a claim names as counter-evidence', '["X"]{.evidence #e} [A]{.claim against="#e"}'],
    ['what backs a warrant', '["X"]{.evidence #e} [A]{.claim backing="#e"}'],
    ['what sets off a mechanism', '["X"]{.evidence #e} [A]{.mechanism trigger="#e"}'],
    ['evidence inside a claim', '[It was "so"; ["X"]{.evidence}]{.claim}'],
    ['evidence inside a step', '::: {.step n=1}\n["X"]{.evidence}\n:::'],
    ['evidence inside a construct', '## Fairness {.construct tier=theme}\n\n["X"]{.evidence}'],
    ['a scene', '["X"]{.evidence display=context}'],
    [
      'a repeated quotation',
      '["X"]{.evidence #e supports=c} ["X"]{.evidence ref=e} [A]{.claim #c}',
    ],
    ['a target that does not exist', '["X"]{.evidence supports=c-trst} [A]{.claim #c-trust}'],
    ['a misspelt attribute', '["X"]{.evidence suports=c} [A]{.claim #c}'],
    ['a claim that misspells its id', '["X"]{.evidence #e-coats} [A]{.claim evidence=e-coast}'],
    [
      'the second one of an id',
      '["X"]{.evidence #e supports=c} ["Y"]{.evidence #e} [A]{.claim #c}',
    ],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(orphanEvidence, { 'paper.md': `${text}\n` });
  });

  test('counts what stands under elements:', async () => {
    await expectFindings(orphanEvidence, {
      'paper.md': '["X"]{.evidence #e} [A]{.claim #c}\n',
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  c: {evidence: e}\n',
    });
  });

  test('links it to the nearest claims that data can support', async () => {
    const paper = `[Why?]{.claim #q type=question} [Far]{.claim #c-far}

["Coats on."]{.evidence #e-coats} [Near]{.claim #c-near} [Given up]{.claim #c-no status=defeated}
`;
    const fixes = await firstFixes(orphanEvidence, { 'paper.md': paper });
    expect(fixes.map(({ title }) => title)).toEqual([
      'Let it support “Near” (#c-near)',
      'Let it support “Far” (#c-far)',
      'Mark it as context, which supports nothing',
    ]);
    await expectFix(
      orphanEvidence,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('#e-coats', '#e-coats supports=c-near') },
      'Near',
    );
  });

  test('marks it as context, in HTML too', async () => {
    await expectFix(
      orphanEvidence,
      { 'paper.md': '<span class="evidence" source="@n">Coats on.</span>\n' },
      { 'paper.md': '<span class="evidence" source="@n" display="context">Coats on.</span>\n' },
      'context',
    );
  });
});
