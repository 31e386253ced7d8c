import { describe, test } from 'vitest';
import { noRival } from '../../../server/src/core/rules/noRival';
import { expectFindings } from '../../tools/project';

describe('no-rival', () => {
  test('reports once, at the first test', async () => {
    await expectFindings(
      noRival,
      {
        'paper.md':
          '[A]{.claim #c} ["X"]{.evidence tests="⟦c:hoop:pass⟧"} ["Y"]{.evidence tests="c:straw"}\n',
      },
      { messages: ['no rival explanation is tagged'], severity: 'information' },
    );
  });

  test.each([
    ['a rival claim', '[A]{.claim #c} ["X"]{.evidence tests="c:hoop"} [R]{.claim type=rival}'],
    [
      'a claim given up',
      '[A]{.claim #c} ["X"]{.evidence tests="c:hoop"} [R]{.claim status=defeated}',
    ],
    ['a rival mechanism', '[M]{.mechanism #m rival=r} ["X"]{.evidence tests="m:hoop"}'],
    ['evidence without tests', '[A]{.claim #c} ["X"]{.evidence supports=c}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(noRival, { 'paper.md': `${text}\n` });
  });

  test('a rival in another file of the manuscript will do', async () => {
    await expectFindings(noRival, {
      'a.md': '[A]{.claim #c} ["X"]{.evidence tests="c:hoop"}\n',
      'b.md': '[R]{.claim type=rival}\n',
      'warrant.yaml': 'manuscript: [a.md, b.md]\n',
    });
  });
});
