import { describe, it } from 'vitest';
import { unknownValue } from '../../../server/src/core/rules/unknownValue';
import { expectFindings, expectFix } from '../../tools/project';

describe('unknown-value reports', () => {
  it.each([
    [
      'a misspelt value',
      '[A]{.claim type="⟦propositon⟧"}',
      /did you mean proposition\?/,
      '[A]{.claim type="proposition"}',
    ],
    [
      'another case',
      '[A]{.claim status=⟦Defeated⟧}',
      /did you mean defeated/,
      '[A]{.claim status=defeated}',
    ],
    [
      'a date with slashes',
      '[A]{.evidence date=⟦2012/3/5⟧}',
      /did you mean 2012-03-05/,
      '[A]{.evidence date=2012-03-05}',
    ],
  ])('%s, and corrects it', async (_, marked, message, mended) => {
    await expectFindings(
      unknownValue,
      { 'a.md': marked },
      { messages: [message], severity: 'error' },
    );
    await expectFix(unknownValue, { 'a.md': marked }, { 'a.md': mended });
  });

  it.each([
    ['a value that is like none', '[A]{.claim type=⟦banana⟧}', /the values are finding, question/],
    ['a date that is none', '[A]{.evidence date=⟦2012-02-30⟧}', /not a date such as/],
    [
      'a period that ends before it begins',
      '[A]{.step period=⟦2012/2008⟧}',
      /ends before it begins/,
    ],
    ['a step without number', '[A]{.step n=⟦second⟧}', /not a step number/],
    ['an unknown test', '[A]{.evidence tests=⟦c-a:loop⟧}', /“loop” is not a test/],
    ['a language that is none', '[A]{.evidence lang=⟦dutch_x⟧}', /not a language tag/],
    [
      'two references where one is wanted',
      '[A]{.step of="⟦m-a m-b⟧"}',
      /takes one reference, not 2/,
    ],
    ['a value of a restatement', '[A]{.claim #c-a} [B]{.claim ref=c-a qualifier=⟦maybe⟧}', /maybe/],
  ])('%s', async (_, marked, message) => {
    await expectFindings(unknownValue, { 'a.md': marked }, { messages: [message] });
  });

  it('a value of the registry', async () => {
    await expectFindings(unknownValue, {
      'a.md': '[A]{.claim #c-a}',
      'warrant.yaml': 'manuscript: a.md\nelements:\n  c-a: {type: ⟦propositon⟧}\n',
    });
  });
});

describe('unknown-value leaves alone', () => {
  it.each([
    [
      'the values of the vocabulary',
      '[A]{.claim type=rival status=assumed qualifier=certain sign=curbs}',
    ],
    [
      'dates of every precision, and periods',
      '[A]{.evidence date=2012-03} [B]{.step period="2008/2012"} [C]{.step period=2011/..}',
    ],
    ['free text', '[A]{.claim scope="2012-02-30" note=banana}'],
    ['attributes of other tools', '[A]{.claim dir=banana}'],
    ['quotes of the wrong kind, which are a near miss', '[A]{.claim type=“finding”}'],
  ])('%s', async (_, text) => {
    await expectFindings(unknownValue, { 'a.md': text });
  });

  it('values that the project adds', async () => {
    await expectFindings(unknownValue, {
      'a.md': '[A]{.claim type=corollary}',
      'warrant.yaml': 'vocabulary: {values: {claim: {type: [corollary]}}}\n',
    });
  });
});
