import { describe, test } from 'vitest';
import { stepWithoutEvidence } from '../../../server/src/core/rules/stepWithoutEvidence';
import { expectFindings, expectFix } from '../../tools/project';

describe('step-without-evidence', () => {
  test('reports a step for which nothing is shown', async () => {
    await expectFindings(
      stepWithoutEvidence,
      { 'paper.md': '# ⟦Firms part⟧ {.step #s of=m n=1}\n\nThey did. [M]{.mechanism #m}\n' },
      { messages: ['“Firms part” took place'], severity: 'information' },
    );
  });

  test('evidence that failed its test, or sets a scene, shows nothing', async () => {
    await expectFindings(stepWithoutEvidence, {
      'paper.md':
        '[⟦Firms part⟧]{.step #s} ["X"]{.evidence tests="s:hoop:fail"} [⟦Others stay⟧]{.step #t} ["Y"]{.evidence supports=t display=context}\n',
    });
  });

  test('an unsupported claim about the step shows nothing', async () => {
    await expectFindings(stepWithoutEvidence, {
      'paper.md': '[⟦Firms part⟧]{.step #s} [They do]{.claim mechanism=s}\n',
    });
  });

  test.each([
    ['evidence that supports it', '[A]{.step #s} ["X"]{.evidence supports=s}'],
    ['evidence that it names', '[A]{.step evidence=e} ["X"]{.evidence #e}'],
    ['a work that it names', '[A]{.step evidence="@langley1999"}'],
    ['a passed test', '[A]{.step #s} ["X"]{.evidence tests="s:straw:pass"}'],
    ['evidence inside', '[A: ["X"]{.evidence}]{.step}'],
    ['evidence in its section', '# A {.step}\n\n["X"]{.evidence}'],
    ['a supported claim in its section', '# A {.step}\n\n[C: ["X"]{.evidence}]{.claim}'],
    ['a supported claim about it', '[A]{.step #s} [C: ["X"]{.evidence}]{.claim mechanism=s}'],
    ['a step in its section that has some', '# A {.step}\n\n[B: ["X"]{.evidence}]{.step}'],
    ['a step of a theory', '[M]{.mechanism #m status=theorized} [A]{.step of=m}'],
    ['a step of a rival', '[M]{.mechanism rival=r} [R]{.mechanism #r} [A]{.step of=r}'],
    ['evidence that does not exist', '[A]{.step evidence=e-none}'],
    ['evidence that misspells its id', '[A]{.step #s-part} ["X"]{.evidence supports=s-prat}'],
    ['another occurrence', '[A: ["X"]{.evidence}]{.step #s} [B]{.step ref=s}'],
    ['one that only the abstract names', '# Abstract\n\n[A]{.step}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(stepWithoutEvidence, { 'paper.md': `${text}\n` });
  });

  test('rests it on the evidence near by', async () => {
    const paper = '[Firms part]{.step #s} ["X"]{.evidence #e}\n';
    await expectFix(
      stepWithoutEvidence,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('#s}', '#s evidence=e}') },
    );
  });
});
