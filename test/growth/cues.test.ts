import { afterAll, expect, test } from 'vitest';
import { suggestionsIn } from '../../server/src/core/cues';
import { LiveFacts, VOCABULARY } from '../../server/src/core/model';
import { parse } from '../../server/src/core/syntax';
import { growthOf, growthTable, LIMIT, type Growth } from './growth';

/** Texts that are meant to keep the search for phrases and quotations busy. */
const texts = [
  { name: 'one word', unit: 'the ' },
  { name: 'beginnings of phrases', unit: 'we our this the more it is by the result of ' },
  { name: 'quotations that nobody closes', unit: '“a ‘b „c ' },
  { name: 'quotations', unit: '"We had to ask." ' },
  { name: 'terms', unit: 'a *term* is ' },
  { name: 'citations', unit: 'we found [@a]. ' },
  { name: 'links of a chain', unit: 'asking made waiting, waiting made asking, ' },
  { name: 'blocks', unit: 'We found that it did.\n\n> So it is.\n\n# Results\n\n' },
].map(({ name, unit }) => ({
  name,
  make: (size: number) => unit.repeat(Math.ceil(size / unit.length)),
}));

const growths = new Map<string, Growth>();

test.each(texts)('$name', async ({ name, make }) => {
  const growth = await growthOf({
    make,
    // What was found is kept by the document: each run reads another one.
    run: (manuscript) => {
      const facts = new LiveFacts('file:///paper.md', parse(manuscript), VOCABULARY);
      return suggestionsIn(facts, { language: 'en', tier: 2 });
    },
    largest: 100_000,
    enough: 4,
  });
  growths.set(name, growth);
  expect(growth.ratio, growthTable('suggestions', new Map([[name, growth]]))).toBeLessThan(LIMIT);
});

/** A paragraph of a paper with a heading over it. */
const PARAGRAPH =
  '# Results\n\nMost drivers kept two lists, because nobody had told them which one would be read. We found that *shadow ' +
  'lists* were common in both depots [@li2010]. "We never looked at the list at all", one of them said. This suggests that ' +
  'the list had become a shield.\n\n';

test('a whole manuscript', async () => {
  const growth = await growthOf({
    make: (size) => PARAGRAPH.repeat(Math.ceil(size / PARAGRAPH.length)),
    run: (manuscript) => {
      const facts = new LiveFacts('file:///paper.md', parse(manuscript), VOCABULARY);
      return suggestionsIn(facts, { language: 'en', tier: 2 });
    },
    largest: 400_000,
    enough: 20,
  });
  growths.set('a whole manuscript', growth);
  expect(growth.ratio).toBeLessThan(LIMIT);
});

test('a range costs what stands in it, however long the manuscript is', async () => {
  const growth = await growthOf({
    make: (size) => {
      const text = PARAGRAPH.repeat(Math.ceil(size / PARAGRAPH.length));
      return new LiveFacts('file:///paper.md', parse(text), VOCABULARY);
    },
    run: (facts) => {
      const step = Math.floor(facts.document.length / 200);
      for (let one = 0; one < 200; one++) {
        const range = { start: one * step, end: one * step + 1 };
        suggestionsIn(facts, { language: 'en', range });
      }
    },
    largest: 400_000,
    smallest: 100_000,
    enough: 0,
  });
  growths.set('200 paragraphs', growth);
  expect(growth.ratio).toBeLessThan(2.5);
});

afterAll(() => {
  console.log(growthTable('Suggestions', growths, 12));
});
