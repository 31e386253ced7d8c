import { describe, test } from 'vitest';
import { evidenceOutsidePeriod } from '../../../server/src/core/rules/evidenceOutsidePeriod';
import { expectFindings } from '../../tools/project';

const step = '[Firms learned]{.step #s period=2019-07/2020-02}';

describe('evidence-outside-period', () => {
  test('reports evidence from before and from after', async () => {
    await expectFindings(
      evidenceOutsidePeriod,
      {
        'paper.md': `${step} ["X"]{.evidence supports=s date=⟦2018-01-22⟧} ["Y"]{.evidence challenges=s date=⟦2020-03⟧}\n`,
      },
      {
        messages: [/dated 2018-01-22, before.*2019-07\/2020-02/, 'dated 2020-03, after'],
        severity: 'information',
      },
    );
  });

  test('reports an interview from before, but none that looks back', async () => {
    await expectFindings(evidenceOutsidePeriod, {
      'paper.md': `${step} ["X"]{.evidence supports=s kind=interview date=⟦2018⟧} ["Y"]{.evidence supports=s source=o date=2021}\n`,
      'warrant.yaml': 'manuscript: [paper.md]\nsources:\n  - {id: o, kind: interview}\n',
    });
  });

  test('reports evidence in the section of the step', async () => {
    await expectFindings(evidenceOutsidePeriod, {
      'paper.md': '# Learning {.step period=2019}\n\n["X"]{.evidence date=⟦2018⟧}\n',
    });
  });

  test.each([
    ['evidence of the period', `${step} ["X"]{.evidence supports=s date=2019-07-01}`],
    ['a date of less precision', `${step} ["X"]{.evidence supports=s date=2020}`],
    ['an open period', '[A]{.step #s period=2019/..} ["X"]{.evidence supports=s date=2024}'],
    ['a step without period', '[A]{.step #s} ["X"]{.evidence supports=s date=2018}'],
    ['evidence without date', `${step} ["X"]{.evidence supports=s}`],
    ['a claim', '[A]{.claim #c} ["X"]{.evidence supports=c date=2018}'],
    ['research', `${step} ["X"]{.evidence supports=s date=2001 kind=literature}`],
    [
      'evidence that its author links elsewhere',
      '# A {.step period=2019}\n\n["X"]{.evidence date=2018 supports=c} [C]{.claim #c}',
    ],
    ['a date that cannot be read', `${step} ["X"]{.evidence supports=s date=22-01-2018}`],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(evidenceOutsidePeriod, { 'paper.md': `${text}\n` });
  });
});
