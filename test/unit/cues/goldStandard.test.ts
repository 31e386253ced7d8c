import { expect, test } from 'vitest';
import { FEATURES } from '../../../server/src/core/cues/features';
import { ROLES } from '../../../server/src/core/cues/lexicon';
import { weightsFor } from '../../../server/src/core/cues/weights';
import { PARTS, wordsOf } from '../../../server/src/core/cues/words';
import { readGold } from '../../cues/gold';
import { LEAST_OF_WORDS, learnRoles } from '../../cues/learn';
import { figures, figuresByKind, judge, type Share } from '../../cues/measure';
import { study } from '../../cues/study';

/** A little below what was measured on the half that anybody may read; see `docs/suggestions.md`. */
const FLOORS = [
  { language: 'en', precision: 0.965, recall: 0.945, byKind: 0.97 },
  { language: 'nl', precision: 0.955, recall: 0.945, byKind: 0.965 },
];

const share = ({ right, of }: Share): number => right / of;
const passages = readGold('development', process.cwd());

test.each(FLOORS)('Suggestions in $language', ({ language, precision, recall, byKind }) => {
  const judged = judge(passages.filter((passage) => passage.language === language));
  const total = figures(judged);
  expect(share(total.precision)).toBeGreaterThan(precision);
  expect(share(total.recall)).toBeGreaterThan(recall);
  expect(share(figuresByKind(judged).precision)).toBeGreaterThan(byKind);
});

/** Learning all roles, six times over for what stands around, takes minutes. */
const TRIED = ['construct', 'background'] as const;

test(
  'For two roles, features and words weigh what `npm run cues -- --learn` gives',
  { timeout: 240_000 },
  () => {
    const studied = study(passages);
    const learned = learnRoles(TRIED, studied);
    for (const [language, terms] of studied.vocabularies) {
      const { alone } = weightsFor(language);
      const { vocabulary, weights } = wordsOf(language);
      expect(vocabulary.size).toBeGreaterThan(300);
      for (const role of TRIED) {
        FEATURES.forEach((name, at) => {
          const difference = (learned[role][at] ?? 0) - (alone[role][at] ?? 0);
          expect(Math.abs(difference), name).toBeLessThan(0.06);
        });
        const place = ROLES.indexOf(role);
        for (const word of vocabulary.keys()) expect(terms.has(word), word).toBe(true);
        for (const [word, number] of terms) {
          const weight = learned[role][FEATURES.length + number] ?? Number.NaN;
          const kept = vocabulary.get(word);
          // What says little for this role may stand there, and say more for another one.
          if (kept === undefined)
            expect(Math.abs(weight), word).toBeLessThan(LEAST_OF_WORDS + 0.01);
          else {
            const difference = weight - (weights[kept]?.[place] ?? 0);
            expect(Math.abs(difference), word).toBeLessThan(0.5 / PARTS + 0.01);
          }
        }
      }
    }
  },
);
