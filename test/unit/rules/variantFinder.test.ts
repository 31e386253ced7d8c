import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOfText } from '../../../server/src/core/project';
import { VariantFinder, type Term } from '../../../server/src/core/rules/shared/variantFinder';

function termOf(wording: string): Term<string> {
  return { owner: wording, wording, words: wordsOfText(wording).map(({ stem }) => stem) };
}

/** What is found of one term, by itself and together with others. */
function found(terms: readonly Term<string>[], text: string, owner: string): string[] {
  const variants = [...new VariantFinder(terms).find(wordsOfText(text))];
  const own = variants.filter(({ term }) => term.owner === owner);
  return [...new Set(own.map(({ range: { start, end } }) => `${start}-${end}`))].sort();
}

const letters = fc.constantFrom('s', 'z', 'c', 'e', 'y', 'a');
/** Words that are near one another. */
const near = fc
  .tuple(fc.constantFrom('organ', 'theor'), fc.array(letters, { maxLength: 4 }))
  .map(([start, rest]) => start + rest.join('') + 'tion');
const word = fc.oneof(near, fc.constantFrom('of', 'on', 'trust', 'trusts', 'return', 'retrun'));
const phrase = (maxLength: number) =>
  fc.array(word, { minLength: 1, maxLength }).map((words) => words.join(' '));

test('finds of a term the same among many terms as by itself', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(phrase(3), { minLength: 15, maxLength: 40 }),
      phrase(12),
      (wordings, text) => {
        const terms = wordings.map(termOf);
        for (const term of terms) {
          expect(found(terms, text, term.owner)).toEqual(found([term], text, term.owner));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ['organisation', 'The organization grew.'],
  ['return on trust', 'The return of trust was low.'],
  ['learning platform', 'Of platform learning nobody spoke.'],
])('finds a variant of %s among a hundred terms that begin alike', (wording, text) => {
  const others = Array.from({ length: 100 }, (_, n) => [`return on x${n}`, `learning x${n}`]);
  const terms = [...others.flat(), wording].map(termOf);
  expect(found(terms, text, wording)).toHaveLength(1);
});
