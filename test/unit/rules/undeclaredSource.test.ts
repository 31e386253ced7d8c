import { describe, it } from 'vitest';
import { undeclaredSource } from '../../../server/src/core/rules/undeclaredSource';
import { expectFindings, expectFix } from '../../tools/project';

const paper = (evidence: string, text = '') => ({
  'paper.md': `---\nwarrant:\n  sources: [{id: owner}, {ids: i01..i03}]\n---\n\n${text}[“x”]{.evidence ${evidence}}`,
});

describe('undeclared-source reports', () => {
  it('a misspelt source, and corrects it', async () => {
    await expectFindings(undeclaredSource, paper('source="i01 ⟦onwer⟧"'), {
      messages: [/onwer; did you mean owner\?/],
      severity: 'error',
    });
    await expectFix(undeclaredSource, paper('source="i01 onwer"'), paper('source="i01 owner"'));
  });

  it('a source that is declared nowhere', async () => {
    await expectFindings(undeclaredSource, paper('source=⟦archive⟧'), {
      messages: [/declare it under sources:/],
    });
  });

  it('a citation key without its @', async () => {
    const text = 'See [@crew2012]. ';
    await expectFindings(undeclaredSource, paper('source=⟦crew2012⟧', text));
    await expectFix(
      undeclaredSource,
      paper('source=crew2012', text),
      paper('source=@crew2012', text),
    );
  });

  it('a source of the registry', async () => {
    await expectFindings(undeclaredSource, {
      'paper.md': '[“x”]{.evidence #e-a}',
      'warrant.yaml':
        'manuscript: paper.md\nsources: [{id: owner}]\nelements:\n  e-a: {source: ⟦ownr⟧}\n',
    });
  });
});

describe('undeclared-source declares the source', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'in a list',
      'sources:\n  - id: a\n    kind: interview\n',
      'sources:\n  - id: a\n    kind: interview\n  - {id: x}\n',
    ],
    [
      'in a list of maps in braces',
      'sources:\n- {id: a}\nqda: q\n',
      'sources:\n- {id: a}\n- {id: x}\nqda: q\n',
    ],
    ['in brackets', 'sources: [{id: a}]\n', 'sources: [{id: a}, {id: x}]\n'],
    ['where there is none', 'stage: draft\n', 'stage: draft\nsources:\n  - {id: x}\n'],
  ];
  it.each(cases)('%s', async (_, before, after) => {
    const files = (config: string) => ({
      'a.md': '[B]{.evidence source=x}',
      'warrant.yaml': config,
    });
    await expectFix(undeclaredSource, files(before), files(after), 'Declare');
  });

  it('in the front matter, where the others are', async () => {
    const files = (sources: string) => ({
      'a.md': `---\nwarrant:\n  sources: [${sources}]\n---\n\n[B]{.evidence source=x}`,
    });
    await expectFix(undeclaredSource, files('{id: a}'), files('{id: a}, {id: x}'), 'Declare');
  });
});

describe('undeclared-source leaves alone', () => {
  it.each([
    ['declared sources', 'source="owner i03"'],
    ['citations', 'source="@anyone2012"'],
    ['sources that are elements, which is another fault', 'source=c-a', '[A]{.claim #c-a} '],
    ['evidence without source', 'loc=3'],
    ['quotes of the wrong kind', 'source=“owner”'],
  ])('%s', async (_, evidence, text = '') => {
    await expectFindings(undeclaredSource, paper(evidence, text));
  });

  it('any source while the YAML that may declare it cannot be read', async () => {
    await expectFindings(undeclaredSource, {
      'a.md': '[B]{.evidence source=x}',
      'warrant.yaml': 'manuscript: "a.md\nsources: [{id: x}]\n',
    });
  });
});
