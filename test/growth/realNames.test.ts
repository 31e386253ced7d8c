import { expect, test } from 'vitest';
import { NameMatcher, pathsWithNames } from '../../server/src/core/sources/pseudonyms';
import { growthOf, growthTable, LIMIT } from './growth';

const NAMES = new NameMatcher(
  ['Anna Maria de Vries', 'Jürgen Müller', 'Eva van den Berg'].map((name, index) => ({
    name,
    pseudonym: `P${index}`,
  })),
);

test.each([
  ['names', 'Then Anna de Vries (Müller, 2011) left, and Eva stayed. '],
  ['beginnings of names', 'Anna Maria de '],
  ['small words of names', 'de van den '],
  ['families', 'Vries '],
  ['authors without a year', 'Vries and Müller, '],
  ['paths that do not end', 'a/anna/b.'],
])('%s', async (name, unit) => {
  const growth = await growthOf({
    make: (size) => `${unit.repeat(Math.ceil(size / unit.length))}Vries`,
    run: (text) => [NAMES.inText(text), pathsWithNames(text, NAMES)],
    largest: 50_000,
    enough: 4,
  });
  const table = growthTable('real names', new Map([[name, growth]]));
  expect(growth.ratio, table).toBeLessThan(LIMIT);
});
