import { describe, it } from 'vitest';
import { cutBoundary } from '../../../server/src/core/rules/cutBoundary';
import { expectFindings, expectFix } from '../../tools/project';

describe('cut-boundary reports', () => {
  it.each([
    [
      'a tag that ends inside a quotation',
      'She said [⟦“⟧we trusted]{.evidence} them.”',
      /ends inside a quotation/,
    ],
    [
      'a tag that begins inside one',
      'She said “we [trusted them⟦”⟧ again]{.evidence}.',
      /begins inside a quotation/,
    ],
    ['a parenthesis', '[Trust lasts ⟦(⟧in dyads]{.claim} and teams).', /parenthesis/],
    ['straight quotation marks', 'She said [⟦"⟧we trusted]{.evidence} them."', /quotation/],
    ['German quotation marks', 'Sie sagte [⟦„⟧wir vertrauten]{.evidence} ihnen“.', /quotation/],
    ['guillemets', 'Elle dit [⟦«⟧ oui]{.evidence} ».', /quotation/],
  ])('%s', async (_, marked, message) => {
    await expectFindings(
      cutBoundary,
      { 'a.md': marked },
      { messages: [message], severity: 'information' },
    );
  });

  it('and takes in a mark that stands beside the tag', async () => {
    await expectFix(
      cutBoundary,
      { 'a.md': '[“We trusted them]{.evidence},” she said.' },
      { 'a.md': '[“We trusted them,”]{.evidence} she said.' },
    );
    await expectFix(
      cutBoundary,
      { 'a.md': '“[We trusted them.”]{.evidence} She said so.' },
      { 'a.md': '[“We trusted them.”]{.evidence} She said so.' },
    );
  });
});

describe('cut-boundary leaves alone', () => {
  it.each([
    ['a tag inside a quotation', 'She said “we [trusted]{.evidence} them.”'],
    ['a tag that holds all of it', '[She said “we trusted them.”]{.evidence}'],
    ['quotation marks around the tag', '“[We trusted them.]{.evidence}” and ([so]{.claim}).'],
    ['marks without a partner', '[a) first]{.claim}, b) second; [5" wide]{.claim}'],
    ['apostrophes', "[The owner's and the crews' trust]{.claim} didn't last."],
    ['two quotations, each whole', '[“A” and “b”]{.evidence} and “c”'],
    ['marks in attributes and code', '[A]{.claim note="(x"} `)` [b `(`]{.claim} `)`'],
    ['a quotation over several paragraphs', '[“First.]{.evidence}\n\n[“Second.”]{.evidence}'],
    ['divs', '::: {.evidence}\n“A\n:::\n\nb”'],
  ])('%s', async (_, text) => {
    await expectFindings(cutBoundary, { 'a.md': text });
  });
});
