import { describe, test } from 'vitest';
import { unevidencedMechanism } from '../../../server/src/core/rules/unevidencedMechanism';
import { expectFindings, expectFix } from '../../tools/project';

describe('unevidenced-mechanism', () => {
  test('reports the status of a mechanism without evidence', async () => {
    await expectFindings(
      unevidencedMechanism,
      { 'paper.md': '[sorting]{.mechanism #m status=⟦evidenced⟧}: [they left]{.step of=m}\n' },
      { messages: ['“sorting” is said to be evidenced'], severity: 'warning' },
    );
  });

  test('reports one whose only evidence failed its test', async () => {
    await expectFindings(unevidencedMechanism, {
      'paper.md':
        '[sorting]{.mechanism #m status=⟦evidenced⟧} ["X"]{.evidence tests="m:hoop:fail"}\n',
    });
  });

  test.each([
    ['evidence', '[sorting]{.mechanism #m status=evidenced evidence=e} ["X"]{.evidence #e}'],
    [
      'evidence for a step',
      '[s]{.mechanism #m status=evidenced} [they left: ["X"]{.evidence}]{.step of=m}',
    ],
    [
      'evidence for a part of a part',
      '[s]{.mechanism #m status=evidenced} [t]{.mechanism #n of=m} [u]{.mechanism of=n evidence="@x2019"}',
    ],
    [
      'a supported claim that reports it',
      '[s]{.mechanism #m status=evidenced} [A]{.claim mechanism=m evidence="@x2019"}',
    ],
    ['theory', '[sorting]{.mechanism status=theorized}'],
    ['no status', '[sorting]{.mechanism}'],
    ['a reference that leads nowhere', '[sorting]{.mechanism status=evidenced evidence=e-x}'],
    [
      'parts in a circle',
      '[s]{.mechanism #m status=evidenced evidence="@x2019" parts=n} [t]{.mechanism #n parts=m}',
    ],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(unevidencedMechanism, { 'paper.md': `${text}\n` });
  });

  test('links evidence or withdraws the status', async () => {
    const paper = '[s]{.mechanism #m status=evidenced} ["X"]{.evidence #e}\n';
    await expectFix(
      unevidencedMechanism,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('status=evidenced', 'status=evidenced evidence=e') },
      'Rest it on',
    );
    await expectFix(
      unevidencedMechanism,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('evidenced', 'theorized') },
      'theorized',
    );
  });
});
