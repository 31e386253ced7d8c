import { expect, test } from 'vitest';
import { checkQuotation, QuotationIndex } from '../../server/src/core/sources/quotations';
import { SOURCE_TEXT } from '../../server/src/core/sources/texts';
import { quotationsFrom, transcript } from '../bench/texts/transcript';
import { growthOf, LIMIT } from './growth';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('looking up quotations costs as much as the transcript is long, and as there are quotations', async () => {
  const growth = await growthOf({
    make: (count) => {
      const made = transcript(count * 2_000);
      return { bytes: bytesOf(made.text), quotations: quotationsFrom(made, count) };
    },
    run: ({ bytes, quotations }) => {
      const index = new QuotationIndex(SOURCE_TEXT.read(bytes, 'a.txt'), 'en');
      return quotations.filter((one) => checkQuotation(one, index).state === 'verbatim').length;
    },
    largest: 400,
    smallest: 50,
    enough: 20,
  });
  expect(growth.ratio).toBeLessThan(LIMIT);
});

test('a quotation of words that are everywhere costs as much as the text is long', async () => {
  const growth = await growthOf({
    make: (count) =>
      new QuotationIndex({ text: 'and so it was '.repeat(count), turns: [], marks: [] }, 'en'),
    run: (index) => checkQuotation('so and was it so and was it so it and was so', index).state,
    largest: 64_000,
    smallest: 4_000,
    enough: 20,
  });
  expect(growth.ratio).toBeLessThan(LIMIT);
});
