import { expect, test } from 'vitest';
import { CONTEXT } from '../../../server/src/core/cues/context';
import { FEATURES } from '../../../server/src/core/cues/features';
import { OUTCOMES } from '../../../server/src/core/cues/lexicon';
import { TIERS, weightsFor } from '../../../server/src/core/cues/weights';
import { PARTS, wordsOf } from '../../../server/src/core/cues/words';
import { readGold } from '../../cues/gold';
import { crossValidate, judgedFrom, learn, Learner } from '../../cues/learn';
import { figures, figuresByKind, judge, type Share } from '../../cues/measure';
import { study } from '../../cues/study';
import { wordWeights } from '../../cues/writeWeights';

/** A little below what was measured on the half that anybody may read; see `docs/suggestions.md`. */
const FLOORS = [
  { language: 'en', precision: 0.95, recall: 0.96, byKind: 0.96 },
  { language: 'nl', precision: 0.95, recall: 0.95, byKind: 0.955 },
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

test(
  'The weights are those that `npm run cues -- --learn` gives, and serve where nothing was learned',
  { timeout: 240_000 },
  () => {
    const studied = study(passages);
    const learner = new Learner(studied);
    const learned = learn(learner);
    for (const language of studied.vocabularies.keys()) {
      const { alone, context } = weightsFor(language);
      for (const outcome of OUTCOMES) {
        FEATURES.forEach((name, at) => {
          const difference = (learned.alone[outcome][at] ?? 0) - (alone[outcome][at] ?? 0);
          expect(Math.abs(difference), name).toBeLessThan(0.06);
        });
        CONTEXT.forEach((name, at) => {
          const difference = (learned.context[outcome][at] ?? 0) - (context[outcome][at] ?? 0);
          expect(Math.abs(difference), name).toBeLessThan(0.06);
        });
      }
      const words = wordWeights(learned.alone, studied.vocabularies.get(language) ?? new Map());
      // Where a word is just strong enough to be kept depends on the last digit.
      expect(Math.abs(words.size - wordsOf(language).vocabulary.size)).toBeLessThan(5);
      for (const [word, number] of wordsOf(language).vocabulary) {
        words.get(word)?.forEach((weight, place) => {
          const kept = wordsOf(language).weights[number]?.[place] ?? 0;
          expect(Math.abs(weight / PARTS - kept), word).toBeLessThan(0.5 / PARTS + 0.01);
        });
      }
    }
    const judged = judgedFrom(crossValidate(learner, 1).learned, TIERS.first);
    expect(share(figuresByKind(judged).precision)).toBeGreaterThan(0.88);
    const { precision, recall } = figures(judged);
    expect(share(precision)).toBeGreaterThan(0.82);
    expect(share(recall)).toBeGreaterThan(0.75);
  },
);
