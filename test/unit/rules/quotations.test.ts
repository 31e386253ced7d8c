import { describe, expect, test } from 'vitest';
import { alteredQuotation } from '../../../server/src/core/rules/alteredQuotation';
import { quotationNotFound } from '../../../server/src/core/rules/quotationNotFound';
import { expectFindings, expectFix } from '../../tools/project';

const TRANSCRIPT = `INT: Why did you join the scheme?
R1: Um, we did not join for the money. There were twelve of us, and we could leave whenever we wanted.
INT: And the others, did they stay as well?
R1: Most of them stayed, because the owner of the yard had asked them, and he was a man whom nobody liked to refuse. So they stayed.
`;
const FRENCH = 'Q : Pourquoi ?\nR : On ne voulait pas de cet argent, vous savez.\n';
const WITH = {
  'warrant.yaml': `sources:
  - {id: owner, kind: interview, lang: en, file: data/owner.txt}
  - {id: autre, kind: interview, lang: fr, file: data/autre.txt}
  - {id: foreman, kind: interview, file: data/foreman.txt}
  - {id: gone, kind: interview, file: data/gone.txt}
`,
  'data/owner.txt': TRANSCRIPT,
  'data/autre.txt': FRENCH,
  'data/foreman.txt': 'I never saw the letter that they talk about, and I do not care.\n',
};

const paper = (text: string) => ({ ...WITH, 'paper.md': `${text}\n` });

describe('altered-quotation', () => {
  test('reports a negation that is gone, at its words, and restores it', async () => {
    const files = paper('She said: ["We ⟦did⟧ join for the money."]{.evidence source=owner}');
    await expectFindings(alteredQuotation, files, {
      messages: [/says “did”, the source “did not”/],
      severity: 'warning',
    });
    await expectFix(alteredQuotation, files, {
      'paper.md': 'She said: ["We did not join for the money."]{.evidence source=owner}\n',
    });
  });

  test('reports each grave change by itself, and wording once', async () => {
    await expectFindings(
      alteredQuotation,
      paper(
        '["There were ⟦twenty⟧ of us, and we ⟦must⟧ leave whenever we ⟦liked⟧."]{.evidence source=owner}',
      ),
      { messages: [/“twenty”, the source “twelve”/, /“must”, the source “could”/] },
    );
  });

  test('knows a short quotation again from whose middle words are left out', async () => {
    const said = { 'data/owner.txt': 'R1: It was, as they put it, a mess. Nobody came.\n' };
    const marked = { ...paper('["It ⟦was⟧ a mess."]{.evidence source=owner}'), ...said };
    await expectFindings(alteredQuotation, marked, { severity: 'information' });
    const plain = { ...paper('["It was a mess."]{.evidence source=owner}'), ...said };
    await expectFindings(quotationNotFound, plain);
  });

  test('offers to mark what is left out without a mark', async () => {
    const files = paper(
      '["⟦Most of them stayed, because the owner of the yard had asked them. So they stayed.⟧"]{.evidence source=owner}',
    );
    await expectFindings(alteredQuotation, files, {
      messages: [/left out without a mark/],
      severity: 'warning',
    });
    await expectFix(
      alteredQuotation,
      files,
      {
        'paper.md':
          '["Most of them stayed, because the owner of the yard had asked them […]. So they stayed."]{.evidence source=owner}\n',
      },
      'Mark the elision',
    );
  });

  test('says whose words they are', async () => {
    await expectFindings(
      alteredQuotation,
      paper('["⟦Why did you join the scheme⟧?"]{.evidence source=owner}'),
      { messages: [/are the words of the interviewer/] },
    );
  });

  test('compares a translation by its original, and mends that', async () => {
    const files = paper(
      '["We wanted the money."]{⟦.evidence⟧ source=autre lang=en original="On ne voulait de cet argent"}',
    );
    const found = await expectFindings(alteredQuotation, paper(''), {});
    expect(found).toEqual([]);
    await expectFix(
      alteredQuotation,
      { ...files, 'paper.md': files['paper.md'].replace(/[⟦⟧]/g, '') },
      {
        'paper.md':
          '["We wanted the money."]{.evidence source=autre lang=en original="On ne voulait pas de cet argent"}\n',
      },
    );
  });

  test('reads block quotations, also the one that a tagged sentence introduces', async () => {
    await expectFindings(
      alteredQuotation,
      paper(`::: {.evidence source=owner}
The owner put it so:

> There were ⟦thirteen⟧ of us,
> and we could *leave* whenever we wanted. (owner)
:::

[The owner put it so:]{.evidence source=owner}

> There were ⟦thirteen⟧ of us, and we could leave whenever we wanted.`),
    );
  });

  test.each([
    ['the words', '["we could leave whenever we wanted"]{.evidence source=owner}'],
    ['without filler', '["We did not join for the money."]{.evidence source=owner}'],
    ['marked cuts', '["Most of them stayed […]. So they stayed."]{.evidence source=owner}'],
    [
      'brackets',
      '["[H]e [the owner] was a man whom nobody liked to refuse"]{.evidence source=owner}',
    ],
    ['emphasis', '["we did *not* join for the money" (emphasis added)]{.evidence source=owner}'],
    ['French marks', '[«\u00a0On ne voulait pas de cet argent\u00a0»]{.evidence source=autre}'],
    ['a paraphrase', '[They did join for the money]{.evidence form=paraphrase source=owner}'],
    [
      'the words of the author',
      '[They did join for the money, all twelve]{.evidence source=owner}',
    ],
    ['a file that is not there', '["We did join for the money."]{.evidence source=gone}'],
    ['two sources', '["we could leave whenever we wanted"]{.evidence source="autre owner"}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(alteredQuotation, paper(text));
    await expectFindings(quotationNotFound, paper(text));
  });
});

describe('quotation-not-found', () => {
  test('reports what the source does not have', async () => {
    await expectFindings(
      quotationNotFound,
      paper(
        '["⟦The scheme was the best thing that ever happened to us.⟧"]{.evidence source=owner}',
      ),
      { messages: [/was not found in its source owner$/], severity: 'warning' },
    );
  });

  test('names the source that has the words', async () => {
    await expectFix(
      quotationNotFound,
      paper('["I never saw the letter"]{.evidence source=owner}'),
      { 'paper.md': '["I never saw the letter"]{.evidence source=foreman}\n' },
      'Name the source foreman',
    );
  });

  test.each([
    ['a translation without original', '["We did not want that money."]{.evidence source=autre}'],
    ['a few words', '["complete disaster"]{.evidence source=owner}'],
    [
      'what another source may have',
      '["We never knew what hit us."]{.evidence source="owner gone"}',
    ],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(quotationNotFound, paper(text));
  });
});
