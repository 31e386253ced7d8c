import { describe, expect, it } from 'vitest';
import { unknownId } from '../../../server/src/core/rules/unknownId';
import { expectFindings, expectFix, firstFixes } from '../../tools/project';

const EVIDENCE = '[“Yes.”]{.evidence #e-owner source="@a2012"}';

describe('unknown-id reports', () => {
  it('a misspelt id in a list, and changes it to the nearest', async () => {
    const files = (id: string) => ({
      'paper.md': `[Trust]{.claim #c-a evidence="e-owner ${id} @b2013"} ${EVIDENCE}`,
    });
    await expectFindings(unknownId, files('⟦#e-ownr⟧'), {
      messages: [/id e-ownr; did you mean #e-owner\?/],
      severity: 'error',
    });
    await expectFix(unknownId, files('#e-ownr'), files('#e-owner'));
  });

  it('what can stand there before what cannot', async () => {
    const fixes = await firstFixes(unknownId, {
      'paper.md': `[Trust]{.claim #e-ownra evidence=e-ownr} ${EVIDENCE}`,
    });
    expect(fixes.map(({ title }) => title)).toEqual(['Change to e-owner', 'Remove e-ownr']);
  });

  it.each([
    ['the tag itself', '[Trust]{.claim #c-ab from=⟦c-aa⟧}', 'Remove c-aa'],
    ['what cannot stand there', '[A]{.claim #x-a} [B]{.claim evidence=⟦x-b⟧}', 'Remove x-b'],
    ['what names it too', '[A]{.claim #c-x from=⟦m-q⟧} [B]{.claim from=⟦m-q⟧}', 'Remove m-q'],
    ['a restatement, in itself', '[Again]{.claim ref=⟦c-a⟧}', 'Remove c-a'],
  ])('without a fix that would have it name %s', async (_, text, title) => {
    await expectFindings(unknownId, { 'paper.md': text });
    const fixes = await firstFixes(unknownId, { 'paper.md': text });
    expect(fixes.map((fix) => fix.title)).toEqual([title]);
  });

  it('up to three that are equally near', async () => {
    const fixes = await firstFixes(unknownId, {
      'paper.md': `[Trust]{.claim evidence=e-owner5} ${[1, 2, 3, 4].map((n) => `[“Yes.”]{.evidence #e-owner${n}}`).join(' ')}`,
    });
    expect(fixes.map(({ title }) => title)).toEqual([
      'Change to e-owner1',
      'Change to e-owner2',
      'Change to e-owner3',
      'Remove e-owner5',
    ]);
    // Which one is meant is for the author to say.
    expect(fixes.some(({ preferred }) => preferred)).toBe(false);
  });

  it('the id in a test and in a mixed value', async () => {
    await expectFindings(unknownId, {
      'paper.md':
        '[x]{.evidence tests="⟦c-none⟧:hoop:pass"} [Shift]{.mechanism trigger="a crash; ⟦#k-none⟧"}',
    });
  });

  it('a restatement of a claim that is not there', async () => {
    await expectFindings(unknownId, { 'paper.md': '[Trust]{.claim ref=⟦c-none⟧}' });
  });

  it('a citation key without its @', async () => {
    const files = (key: string) => ({
      'paper.md': `As [@vandeven1995] says, [trust lasts]{.claim evidence=${key}}.`,
    });
    await expectFindings(unknownId, files('⟦vandeven1995⟧'), { messages: [/@vandeven1995\?/] });
    await expectFix(unknownId, files('vandeven1995'), files('@vandeven1995'));
  });

  it('a link that all but names a tag', async () => {
    const files = (id: string) => ({
      'paper.md': `[Trust]{.claim #c-trust} lasts ([see above](#${id})).`,
    });
    await expectFindings(unknownId, files('⟦c-trsut⟧'));
    await expectFix(unknownId, files('c-trsut'), files('c-trust'));
  });

  it('an entry of the registry that names nothing', async () => {
    await expectFindings(
      unknownId,
      {
        'paper.md': '[Trust]{.claim #c-trust}',
        'warrant.yaml': 'manuscript: paper.md\nelements:\n  ⟦c-trsut⟧: {qualifier: probable}\n',
      },
      { messages: [/did you mean c-trust/] },
    );
  });

  it('an entry of the registry, which is no second one of what has an entry', async () => {
    const fixes = await firstFixes(unknownId, {
      'paper.md': '[Trust]{.claim #c-a}',
      'warrant.yaml': 'manuscript: [paper.md]\nelements:\n  c-a: {note: x}\n  c-b: {note: y}\n',
    });
    expect(fixes).toEqual([]);
  });

  it('an id of another file where nothing joins the two', async () => {
    await expectFindings(
      unknownId,
      { 'a.md': '[Trust]{.claim evidence=⟦e-far⟧}', 'b.md': '[“Yes.”]{.evidence #e-far}' },
      { messages: [/a warrant.yaml lists the files/] },
    );
  });
});

describe('unknown-id leaves alone', () => {
  it.each([
    [
      'ids of elements, with and without #',
      `[Trust]{.claim evidence="e-owner #e-owner"} ${EVIDENCE}`,
    ],
    ['headings and their automatic ids', '# The method\n\n[Trust]{.claim mechanism=the-method}'],
    ['citations', '[Trust]{.claim evidence="@nobody"}'],
    ['text', '[Shift]{.mechanism trigger="crash of prices"}'],
    [
      'links that other tools resolve',
      '[Trust]{.claim #c-trust} [x](#fn1) [y](#references) [z](#top)',
    ],
    [
      'links to cross-references, and to short names',
      '[A]{.claim #e-a} [x](#eq-1) [y](#e-bc) [z](#fig-a)',
    ],
    ['links to raw anchors', '<a id="c-trust2"></a>[Trust]{.claim #c-trust} [x](#c-trust2)'],
    ['undeclared sources, which have a rule of their own', '[“Yes.”]{.evidence source=nobody}'],
    [
      'parts of a figure that a cell draws',
      '```{r}\n#| label: fig-rate\n```\n\n[Trust]{.claim evidence=fig-rate-2}',
    ],
  ])('%s', async (_, text) => {
    await expectFindings(unknownId, { 'paper.md': text });
  });

  it('ids of other files of the project, and of the registry', async () => {
    await expectFindings(unknownId, {
      'a.md': '[Trust]{.claim evidence="e-far e-late"}',
      'b.md': '[“Yes.”]{.evidence #e-far} and some words',
      'warrant.yaml':
        'manuscript: [a.md, b.md]\nelements:\n  e-late: {is: evidence, quote: some words}\n',
    });
  });
});
