import { describe, expect, test } from 'vitest';
import { evidenceWithoutSource } from '../../../server/src/core/rules/evidenceWithoutSource';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

const SOURCES = `---
warrant:
  sources:
    - {id: owner, kind: interview, informant: owner of a crane firm}
    - {id: notes, kind: fieldnote}
    - {id: minutes, kind: document, title: minutes}
---

`;

describe('evidence-without-source', () => {
  test('reports evidence without a source', async () => {
    await expectFindings(
      evidenceWithoutSource,
      { 'paper.md': '[⟦"Nobody paid us."⟧]{.evidence supports=c} [A]{.claim #c}\n' },
      {
        messages: [/“Nobody paid us” has no source; declare it under sources:/],
        severity: 'warning',
      },
    );
    await expectFindings(
      evidenceWithoutSource,
      { 'paper.md': `${SOURCES}[⟦"Nobody paid us."⟧]{.evidence}\n` },
      { messages: ['name one with source='] },
    );
  });

  test('reports figures and what only the authors say', async () => {
    await expectFindings(evidenceWithoutSource, {
      'paper.md': '![⟦Incident rate⟧](rate.png){.evidence supports=c} [A]{.claim #c}\n',
    });
    await expectFindings(evidenceWithoutSource, {
      'paper.md': 'We said that [⟦firms stayed⟧]{.evidence supports=c}. [A]{.claim #c}\n',
    });
  });

  test('reports a placeholder that was never filled in', async () => {
    await expectFindings(evidenceWithoutSource, { 'paper.md': '[⟦"X"⟧]{.evidence source=""}\n' });
  });

  test.each([
    ['a declared source', `${SOURCES}["X"]{.evidence source=owner}`],
    ['a source that is not declared', '["X"]{.evidence source=ownr}'],
    ['a misspelt attribute', '["X"]{.evidence sorce=owner}'],
    ['a cited work', '["X"]{.evidence source="@report2019"}'],
    ['a citation in its sentence', 'The report has it: ["X"]{.evidence} [@report2019, p. 4].'],
    ['a selection of the QDA project', '["X"]{.evidence qda=1f0c2d3e}'],
    ['a speaker before it', 'The owner recalls: ["We did not sign it. Not then."]{.evidence}'],
    ['a speaker after it', '["We did not sign it,"]{.evidence} said the owner.'],
    ['an attribution behind it', '["We did not sign."]{.evidence} (nurse, site B) Others did.'],
    [
      'an attribution inside it',
      '::: {.evidence kind=interview}\n> We did not sign.\n>\n> — Owner, 2012\n:::',
    ],
    ['according to', 'According to the head of purchasing, ["they are harder"]{.evidence}.'],
    [
      'a lead-in',
      'The owner has not forgotten; she says:\n\n::: {.evidence supports=c}\n> We bought it.\n:::',
    ],
    ['a source line', '![Rate. Source: register of the works](r.png){.evidence supports=c}'],
    [
      'a passage of sourced evidence',
      '::: {.evidence source="@r"}\nIt was ["so"]{.evidence}.\n:::',
    ],
    [
      'a table of sourced quotations',
      '::: {.evidence supports=c}\nA: ["X"]{.evidence source="@r"}\n:::',
    ],
    ['a repeated quotation', '["X"]{.evidence #e source="@r"} ["X"]{.evidence ref=e}'],
    ['a claim', '[A]{.claim}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(evidenceWithoutSource, { 'paper.md': `${text}\n` });
  });

  test('counts what stands under elements:', async () => {
    await expectFindings(evidenceWithoutSource, {
      'paper.md': '["X"]{.evidence #e}\n',
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  e: {cites: [report2019]}\n',
    });
  });

  test('offers the sources that the text names first, then those of evidence near it', async () => {
    const paper = `${SOURCES}It stands in the minutes. ["Points lapse."]{.evidence} ["Coats."]{.evidence source=notes}\n`;
    const fixes = await firstFixes(evidenceWithoutSource, { 'paper.md': paper });
    expect(fixes.map(({ title }) => title)).toEqual([
      'Name the source minutes, minutes',
      'Name the source notes',
      'Name the source owner, owner of a crane firm',
    ]);
    await expectFix(
      evidenceWithoutSource,
      { 'paper.md': paper },
      {
        'paper.md': paper.replace(
          '"Points lapse."]{.evidence',
          '"Points lapse."]{.evidence source=minutes',
        ),
      },
    );
  });

  test('leaves a place for the source where none is declared', async () => {
    const [fix] = await firstFixes(evidenceWithoutSource, { 'paper.md': '["X"]{.evidence}\n' });
    expect([...(fix?.edits.values() ?? [])].flat()).toEqual([
      { range: { start: 15, end: 15 }, newText: ' source=""' },
    ]);
  });
});
