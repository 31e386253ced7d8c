import { describe, test } from 'vitest';
import { duplicateQuotation } from '../../../server/src/core/rules/duplicateQuotation';
import { expectFindings, expectFix } from '../../tools/project';

describe('duplicate-quotation', () => {
  test('reports the same words as a second piece of evidence', async () => {
    await expectFindings(
      duplicateQuotation,
      {
        'paper.md':
          '["You cannot refuse it, ever."]{.evidence #e source="@a"} Again: [⟦“you cannot refuse it – ever”⟧]{.evidence #f source="@a"}\n',
      },
      { messages: [/tagged as evidence already.*ref=e$/], severity: 'information' },
    );
  });

  test('reports it across files, and block quotations', async () => {
    await expectFindings(duplicateQuotation, {
      'a.md': '["You cannot refuse it, ever."]{.evidence #e}\n',
      'b.md': '::: ⟦{.evidence}⟧\n> You cannot\n> refuse it, ever.\n:::\n',
      'warrant.yaml': 'manuscript: [a.md, b.md]\n',
    });
  });

  test('reports long quotations that are ascribed to two sources', async () => {
    const words = 'I had not read it, and you do not read what you cannot refuse';
    await expectFindings(duplicateQuotation, {
      'paper.md': `["${words}"]{.evidence source="@a"} [⟦"${words}"⟧]{.evidence source="@b"}\n`,
    });
  });

  test.each([
    [
      'another occurrence',
      '["You cannot refuse it."]{.evidence #e} ["You cannot refuse it."]{.evidence ref=e}',
    ],
    ['a few words', '["Yes, of course."]{.evidence} ["Yes, of course."]{.evidence}'],
    [
      'two speakers',
      '["We had no choice then."]{.evidence source="@a"} ["We had no choice then."]{.evidence source="@b"}',
    ],
    ['other words', '["You cannot refuse it."]{.evidence} ["You can not refuse this."]{.evidence}'],
    [
      'figures',
      '![Accidents in four years](a.png){.evidence}\n\n![Accidents in four years](b.png){.evidence}',
    ],
    [
      'a paraphrase',
      '[You cannot refuse it]{.evidence form=paraphrase} [You cannot refuse it]{.evidence form=paraphrase}',
    ],
    ['a quotation inside an excerpt', '::: {.evidence}\n["You cannot refuse it."]{.evidence}\n:::'],
    [
      'a doubled id',
      '["You cannot refuse it."]{.evidence #e} ["You cannot refuse it."]{.evidence #e}',
    ],
    ['claims', '[You cannot refuse it]{.claim} [You cannot refuse it]{.claim}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(duplicateQuotation, { 'paper.md': `${text}\n` });
  });

  test('marks the second one as another occurrence', async () => {
    const paper =
      '["You cannot refuse it."]{.evidence #e} ["You cannot refuse it."]{.evidence #f}\n';
    await expectFix(
      duplicateQuotation,
      { 'paper.md': paper },
      { 'paper.md': paper.replace('#f', '#f ref=e') },
    );
  });
});
