import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pluralsOf, singularsOf } from '../../../server/src/core/project/words';

test('the plurals of a word are those of which it is a singular', () => {
  expect(pluralsOf('boss')).toEqual(['bosses']);
  expect(pluralsOf('study')).toEqual(['studys', 'studies']);
  expect(pluralsOf('day')).toEqual(['days']);
  expect(pluralsOf('virus')).toEqual(['viruses']);
  const words = fc
    .array(fc.constantFrom(...'aeiouyshcxzntré'), { maxLength: 5 })
    .map((all) => all.join(''));
  const endings = fc.constantFrom('', 's', 'es', 'ies', 'ss', 'us');
  fc.assert(
    fc.property(words, words, endings, (word, start, ending) => {
      const other = start + ending;
      for (const plural of pluralsOf(word)) expect(singularsOf(plural)).toContain(word);
      for (const singular of singularsOf(other)) expect(pluralsOf(singular)).toContain(other);
    }),
  );
});
