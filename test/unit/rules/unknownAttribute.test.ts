import { describe, it } from 'vitest';
import { unknownAttribute } from '../../../server/src/core/rules/unknownAttribute';
import { expectFindings, expectFix } from '../../tools/project';

describe('unknown-attribute reports', () => {
  it.each([
    ['a missing letter', '[A]{.evidence ⟦suports⟧=c-a}', '[A]{.evidence supports=c-a}'],
    [
      'two letters that have changed places',
      '[A]{.claim ⟦noet⟧="thin"}',
      '[A]{.claim note="thin"}',
    ],
    ['a plural', '[a]{.construct ⟦aliases⟧="b; c"}', '[a]{.construct alias="b; c"}'],
    ['data- before it', '[A]{.claim ⟦data-evidense⟧="@k"}', '[A]{.claim evidence="@k"}'],
    [
      'HTML',
      '<span class="claim" ⟦qualifer⟧="probable">A</span>',
      '<span class="claim" qualifier="probable">A</span>',
    ],
    [
      'an attribute of another kind whose value fits one of this kind',
      '[A]{.claim ⟦kind⟧=finding}',
      '[A]{.claim type=finding}',
    ],
  ])('%s, and corrects it', async (_, marked, mended) => {
    await expectFindings(unknownAttribute, { 'a.md': marked }, { severity: 'error' });
    await expectFix(unknownAttribute, { 'a.md': marked }, { 'a.md': mended });
  });

  it('an attribute that belongs to another kind, with a value that it would have there', async () => {
    await expectFindings(
      unknownAttribute,
      { 'a.md': '[A]{.claim #c-a} [B]{.claim ⟦supports⟧=c-a} [C]{.claim ⟦source⟧="@k"}' },
      {
        messages: [
          /“supports” is an attribute of evidence, not of claim/,
          /“source” is an attribute of evidence/,
        ],
      },
    );
  });

  it('a misspelt key of the registry, and corrects it', async () => {
    const files = (key: string) => ({
      'a.md': '[A]{.claim #c-a}',
      'warrant.yaml': `manuscript: a.md\nelements:\n  c-a: {${key}: probable}\n`,
    });
    await expectFix(unknownAttribute, files('qualifer'), files('qualifier'));
  });

  it('every unknown key of the registry', async () => {
    await expectFindings(unknownAttribute, {
      'a.md': '[A]{.claim #c-a}',
      'warrant.yaml': 'manuscript: a.md\nelements:\n  c-a: {⟦colour⟧: red}\n',
    });
  });
});

describe('unknown-attribute leaves alone', () => {
  it.each([
    [
      'attributes of other tools',
      '![A](a.png){.evidence width=50% fig-cap="x" fig-align=left layout-ncol=2 aria-label=x title=y role=note target=x}',
    ],
    ['words of the author’s own', '[A]{.evidence speaker=owner page=3 coder=jm colour=red}'],
    [
      'attributes of another kind with other values',
      '[A]{.claim form=x} [B]{.construct kind=abstract status=new} [C]{.claim source="the web"}',
    ],
    ['short words that are near everything', '[A]{.claim x=1 ab=2 role=lead}'],
    ['what is no tag', '[A]{.note suports=c-a}'],
  ])('%s', async (_, text) => {
    await expectFindings(unknownAttribute, { 'a.md': `${text} [Z]{.claim}` });
  });

  it('attributes that the project adds', async () => {
    await expectFindings(unknownAttribute, {
      'a.md': '[A]{.claim fromm=x}',
      'warrant.yaml': 'vocabulary: {attributes: {claim: {fromm: {type: text}}}}\n',
    });
  });
});
