import { describe, expect, test } from 'vitest';
import { suggestionsIn, type SuggestionOptions } from '../../../server/src/core/cues';
import { LiveFacts, VOCABULARY } from '../../../server/src/core/model';
import { LiveDocument, parse } from '../../../server/src/core/syntax';
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
    ['mechanism', '⟦Delay bred doubt, which in turn bred questions, and questions bred delay⟧.'],
    ['evidence', 'One of them said: ⟦"We never looked at the list at all."⟧'],
  ])('a %s', (label, marked) => {
    expectMarked(marked, [label]);
  });

  test('a chain of clauses that nothing else speaks for, on demand only', () => {
    const text = 'Delay bred doubt, doubt bred questions, and questions bred delay.';
    expect(suggest(text, { language: 'en' })).toEqual([]);
    const found = suggest(text, { language: 'en', tier: 2 });
    expect(found.map(({ label }) => label)).toEqual(['mechanism']);
  });

  test.each([
    [
      'among results',
      'Two patterns emerged from the logs.',
      'This suggests that the list had become a shield.',
      1,
    ],
    [
      'among methods',
      'We interviewed twelve clerks in 2019.',
      'Each interview was recorded and transcribed.',
      undefined,
    ],
    [
      'among what others found',
      'Scholars have long studied lists [@a2001].',
      'Earlier work has shown this for hospitals [@b2003; @c2010].',
      undefined,
    ],
  ])('the same sentence as its neighbours make it likely: %s', (_, before, after, expected) => {
    const sentence = 'Most clerks kept a second list.';
    const found = suggest(`${before} ${sentence} ${after}`, { language: 'en', tier: 2 });
    const own = found.find(({ range }) => range.start === before.length + 1);
    expect(own?.tier).toBe(expected);
  });

  test('a sentence without the citation behind it', () => {
    expectMarked(
      '⟦In line with @li2010, our analysis shows that most drivers kept two lists⟧ [see also @b].',
      ['finding'],
    );
  });

  test.each(['*Proposition 2.*', '**Proposition 2.**', 'Proposition 2:'])(
    'a statement with its number: %s',
    (number) => {
      const text = `${number} The longer drivers have to wait, the more lists they are likely to keep.`;
      const [found, ...others] = suggest(text, { language: 'en' });
      expect(found?.label).toBe('proposition');
      expect(found?.range).toEqual({ start: 0, end: text.length - 1 });
      expect(others).toEqual([]);
    },
  );

  test('what follows a title with a dash', () => {
    expectMarked('**Results** – ⟦We found that most drivers kept two lists⟧.', ['finding']);
  });

  test('a block quotation as a whole', () => {
    expectMarked(
      '⟦In both depots, most drivers felt watched, because nobody explained the lists⟧.\n\n> ⟦They count us.\n>\n> Always (Driver 3)⟧\n',
      ['finding', 'evidence'],
    );
  });
});

test.each([
  ['Most drivers stopped asking the two planners.', '“Most”, among other signs'],
  ['The two depots did not let drivers keep a list.', 'How it is told, and where'],
])('A reason names what an author sees the point of: %s', (text, reason) => {
  const [found] = suggest(`# Findings\n\n${text}`, { language: 'en', tier: 2 });
  expect(found?.reason).toBe(`${reason}: it reports what the study found`);
});

describe('What is left out', () => {
  const FINDING = 'We found that most drivers kept two lists.';

  test.each([
    ['a tag', `[${FINDING}]{.claim}`],
    ['a sentence with a tag in it', 'We found that [drivers kept two lists]{.claim #c-lists}.'],
    ['a tagged block', `::: {.evidence}\n${FINDING}\n:::`],
    ['a heading', `# ${FINDING}`],
    ['a table', `| a |\n|---|\n| ${FINDING} |`],
    ['code', `\`\`\`\n${FINDING}\n\`\`\``],
    ['a footnote', `Text.[^1]\n\n[^1]: ${FINDING}`],
    ['the front matter', `---\nabstract: ${FINDING}\n---`],
    ['the references', `# References\n\n${FINDING}`],
    ['what others found', 'Li found that drivers kept two lists [@li2010].'],
    ['a quotation from the literature', '> Drivers kept two lists. [@li2010]'],
    ['a question', 'Did we find that drivers kept two lists?'],
    ['who paid for the work', 'This work was supported by a grant of the Science Council.'],
    ['what has no end', `We found that drivers kept ${'two lists and '.repeat(90)} more.`],
  ])('%s', (_, text) => {
    expect(suggest(text, { language: 'en' })).toEqual([]);
  });

  test('a tagged term keeps no sentence from being suggested', () => {
    const found = suggest('We found that [detours]{.construct} were common.', { language: 'en' });
    expect(found.map(({ label }) => label)).toEqual(['finding']);
  });

  test('a section that ends', () => {
    const text = `# References\n\n${FINDING}\n\n# Results\n\n${FINDING}`;
    expect(suggest(text, { language: 'en' })).toHaveLength(1);
  });

  test('phrases that an author does not want', () => {
    const [found] = suggest(FINDING, { language: 'en' });
    expect(found?.phrase).toBe('we found that');
    expect(found?.reason).toContain('We found that');
    expect(suggest(FINDING, { language: 'en', never: new Set(['we found that']) })).toEqual([]);
  });

  test('sentences that an author does not want, where no phrase led to them', () => {
    for (const text of [
      'One said: "We never looked at the list at all, whatever the others may have told you."',
      '> We never looked\n> at the list at all, whatever the others may have told you.\n',
    ]) {
      const [found] = suggest(text, { language: 'en' });
      expect(found?.phrase).toBe('');
      const never = new Set([found?.never ?? '']);
      expect(suggest(text, { language: 'en', never })).toEqual([]);
      expect(suggest(text.replace('looked', 'peered'), { language: 'en', never })).toHaveLength(1);
    }
  });

  test('the second tier, unless it is asked for', () => {
    const text = 'Drivers felt watched, and most kept two lists.';
    const tiers = suggest(text, { language: 'en', tier: 2 }).map(({ tier }) => tier);
    expect(tiers).toContain(2);
    expect(suggest(text, { language: 'en' }).every(({ tier }) => tier === 1)).toBe(true);
  });
});

describe('The language', () => {
  const DUTCH = 'Uit de interviews blijkt dat de chauffeurs twee lijsten bijhielden.';

  test('is that of the front matter', () => {
    expect(suggest(`---\nlang: nl-NL\n---\n\n${DUTCH}`, { language: 'en' })).toHaveLength(1);
    expect(suggest(`---\nlang: en\n---\n\n${DUTCH}`)).toEqual([]);
  });

  test('else the one that is set', () => {
    expect(suggest(DUTCH, { language: 'nl' })).toHaveLength(1);
    expect(suggest(DUTCH, { language: 'fi' })).toEqual([]);
  });

  test('else the one that the words are of', () => {
    expect(suggest(`${DUTCH} De chauffeurs van het bedrijf waren er niet.`)).not.toEqual([]);
    expect(suggest('Haastattelut osoittavat, että kuljettajat pitivät kahta listaa.')).toEqual([]);
  });
});

test('After an edit, the suggestions are those of the text as it is', () => {
  const live = new LiveDocument('# Results\n\nWe found that it rained.\n\nWe show that it did.\n');
  const facts = new LiveFacts('file:///paper.md', live.document, VOCABULARY);
  suggestionsIn(facts, { language: 'en' });
  for (const [at, end, newText] of [
    [11, 11, 'This suggests that it poured. '],
    [0, 11, '# References\n\n'],
    [0, 14, ''],
  ] as const) {
    const change = live.edit([{ range: { start: at, end }, newText }]);
    facts.update(live.document, change);
    const again = new LiveFacts('file:///paper.md', parse(live.document.text), VOCABULARY);
    const found = suggestionsIn(facts, { language: 'en' });
    expect(found).toEqual(suggestionsIn(again, { language: 'en' }));
    const { text } = live.document;
    for (const { range } of found) expect(text.slice(range.start, range.end)).toMatch(/^(We|This)/);
  }
});

test('A heading that is written otherwise makes another section of what stands below it', () => {
  const live = new LiveDocument('# References\n\nWe found that drivers kept two lists.\n');
  const facts = new LiveFacts('file:///paper.md', live.document, VOCABULARY);
  expect(suggestionsIn(facts, { language: 'en' })).toEqual([]);
  const change = live.edit([{ range: { start: 2, end: 12 }, newText: 'Results' }]);
  facts.update(live.document, change);
  expect(suggestionsIn(facts, { language: 'en' })).toHaveLength(1);
});

test('Of a range, only what stands in its blocks is told', () => {
  const text =
    'We found that most drivers kept two lists.\n\nWe found that most drivers kept one list.\n';
  const found = suggest(text, { language: 'en', range: { start: 50, end: 51 } });
  expect(found.map(({ range }) => text.slice(range.start, range.end))).toEqual([
    'We found that most drivers kept one list',
  ]);
});
