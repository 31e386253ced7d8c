import { describe, expect, test } from 'vitest';
import { LiveFacts, VOCABULARY } from '../../../server/src/core/model';
import { citationsIn, sentenceAround } from '../../../server/src/core/project/sentences';
import { parse } from '../../../server/src/core/syntax';
import { readFixture } from '../../tools/fixture';

/** The sentence around what is marked. */
function sentence(marked: string): string {
  const { text, ranges } = readFixture(marked);
  const [range = { start: 0, end: 0 }] = ranges;
  const { start, end } = sentenceAround(parse(text), range);
  return text.slice(start, end);
}

function cited(marked: string): string[] {
  const { text, ranges } = readFixture(marked);
  const [range = { start: 0, end: 0 }] = ranges;
  const document = parse(text);
  const { noteOf } = new LiveFacts('file:///a.md', document, VOCABULARY);
  return citationsIn(document, range, noteOf).map(({ key }) => key);
}

describe('sentences', () => {
  test('end at a full stop, a question mark, an exclamation mark', () => {
    expect(sentence('One here. ⟦Two⟧ there? Three!')).toBe('Two there?');
    expect(sentence('One here. Two there? ⟦Three⟧!')).toBe('Three!');
    expect(sentence('⟦One⟧ here. Two there?')).toBe('One here.');
  });

  test.each([
    'As Smith et al. Found, firms ⟦trust⟧.',
    'Some, e.g. Dutch firms, i.e. Small ones, ⟦trust⟧.',
    'See Fig. 2 and pp. 3 or Dr. J. R. Smith vs. Others, who ⟦trust⟧.',
    'Rule No. 7 and Tab. 2 ⟦trust⟧.',
    'They waited ... Then they ⟦trust⟧.',
    'They waited… Then they ⟦trust⟧.',
    'Firms (we asked them. All did.) ⟦trust⟧.',
    'They ⟦trust⟧ (see Ch. 3. There it stands.) others.',
  ])('do not end inside: %s', (marked) => {
    expect(sentence(`Before. ${marked} After.`)).toBe(readFixture(marked).text);
  });

  test('end after a word that is an abbreviation elsewhere', () => {
    expect(sentence('They said no. ⟦Two⟧ there.')).toBe('Two there.');
    expect(sentence('They read etc. ⟦Two⟧ there.')).toBe('Two there.');
  });

  test('an opened bracket that nothing closes swallows nothing', () => {
    expect(sentence('One ( here. ⟦Two⟧ there.')).toBe('Two there.');
  });

  test('a range over several sentences gives all of them', () => {
    expect(sentence('One here. T⟦wo there. Three th⟧en. Four.')).toBe('Two there. Three then.');
  });

  test('stay inside their block', () => {
    expect(sentence('One here\n\nTwo ⟦there⟧\n\nThree then')).toBe('Two there');
    expect(sentence('- One here\n- Two ⟦there⟧\n- Three')).toBe('Two there');
  });

  test('markup, tags and line breaks do not matter', () => {
    expect(sentence('One. [Two _the⟦re⟧\nis_]{.claim #c note="A. B."} more. Three.')).toBe(
      '[Two _there\nis_]{.claim #c note="A. B."} more.'.slice(1),
    );
  });

  test('a range outside running text is given back', () => {
    expect(sentence('```\n⟦code⟧. More.\n```\n')).toBe('code');
  });
});

describe('citations of a sentence', () => {
  test('those that stand in it', () => {
    expect(cited('One [@a]. ⟦Two⟧ as @b says [@c; @d]. Three [@e].')).toEqual(['b', 'c', 'd']);
  });

  test('those that follow its full stop directly', () => {
    expect(cited('One. ⟦Two⟧. [@b; @c] Three [@d].')).toEqual(['b', 'c']);
    expect(cited('One. Two. [@b] ⟦Three⟧ [@d].')).toEqual(['d']);
    expect(cited('One. ⟦Two⟧. [@b]')).toEqual(['b']);
    expect(cited('[⟦Two⟧.]{.claim type=background} [@b] Three.')).toEqual(['b']);
    expect(cited('“⟦Two⟧.” [@b] Three.')).toEqual(['b']);
  });

  test('not one that begins the next sentence', () => {
    expect(cited('⟦Two⟧ then. @smith says so.')).toEqual([]);
  });

  test('those in the footnotes to which it refers', () => {
    expect(cited('⟦Two⟧.[^1] Three.[^2]\n\n[^1]: See [@a].\n\n    And @b.\n\n[^2]: [@c]')).toEqual([
      'a',
      'b',
    ]);
    expect(cited('⟦Two⟧.^[See [@a].] Three [@b].')).toEqual(['a']);
  });
});

test('a block of text that is no prose is one sentence, at no cost', () => {
  const text = 'A b. '.repeat(50_000).trim();
  expect(sentenceAround(parse(text), { start: 10, end: 11 })).toEqual({
    start: 0,
    end: text.length,
  });
});
