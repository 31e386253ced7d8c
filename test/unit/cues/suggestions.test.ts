import { describe, expect, test } from 'vitest';
import { suggestionsIn, type SuggestionOptions } from '../../../server/src/core/cues';
import { LiveFacts, VOCABULARY } from '../../../server/src/core/model';
import { parse } from '../../../server/src/core/syntax';
import { drawRanges, readFixture } from '../../tools/fixture';

function factsOf(text: string): LiveFacts {
  return new LiveFacts('file:///paper.md', parse(text), VOCABULARY);
}

function suggest(text: string, options?: SuggestionOptions) {
  return suggestionsIn(factsOf(text), options);
}

/** Expects suggestions at the marked ranges, with these labels. */
function expectMarked(marked: string, labels: readonly string[]): void {
  const { text, ranges } = readFixture(marked);
  const found = suggest(text, { language: 'en' });
  expect(
    drawRanges(
      text,
      found.map(({ range }) => range),
    ),
  ).toBe(drawRanges(text, ranges));
  expect(found.map(({ label }) => label)).toEqual(labels);
}

describe('What is suggested', () => {
  test.each([
    ['finding', '⟦Our analysis reveals that drivers kept two lists⟧.'],
    ['proposition', '⟦We propose that short rotas lower trust⟧.'],
    ['interpretation', '⟦This suggests that the list had become a shield⟧.'],
    ['assumption', '⟦We assume that drivers know the price of a detour⟧.'],
    ['contribution', '⟦Our study contributes to the literature on trust by adding time⟧.'],
    ['construct', '⟦We define *detour work* as unpaid driving⟧.'],
    ['mechanism', '⟦Delay bred doubt, doubt bred questions, and questions bred delay⟧.'],
    ['evidence', 'One of them said: ⟦"We never looked at the list at all."⟧'],
  ])('a %s', (label, marked) => {
    expectMarked(marked, [label]);
  });

  test('a sentence without the citation behind it', () => {
    expectMarked('⟦In line with @li2010, we found that drivers kept two lists⟧ [see also @b].', [
      'finding',
    ]);
  });

  test('a block quotation as a whole', () => {
    expectMarked('⟦Drivers felt watched⟧.\n\n> ⟦They count us.\n>\n> Always (Driver 3)⟧\n', [
      'finding',
      'evidence',
    ]);
  });
});
