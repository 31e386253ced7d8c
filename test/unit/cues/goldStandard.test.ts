import { expect, test } from 'vitest';
import { SUGGESTED } from '../../../server/src/core/cues/lexicon';
import { FEATURES } from '../../../server/src/core/cues/features';
import { TIERS, WEIGHTS } from '../../../server/src/core/cues/weights';
import { readGold } from '../../cues/gold';
import { crossValidate, judgedFrom, learn, study } from '../../cues/learn';
import { figures, figuresByKind, judge, type Share } from '../../cues/measure';

/** A little below what was measured on the half that anybody may read; see `docs/suggestions.md`. */
const FLOORS = [
  { language: 'en', precision: 0.92, recall: 0.74, byKind: 0.93 },
  { language: 'nl', precision: 0.92, recall: 0.78, byKind: 0.93 },
];

const share = ({ right, of }: Share): number => right / of;
const passages = readGold('development', process.cwd());
const studied = study(passages);

test.each(FLOORS)('Suggestions in $language', ({ language, precision, recall, byKind }) => {
  const judged = judge(passages.filter((passage) => passage.language === language));
  const total = figures(judged);
  expect(share(total.precision)).toBeGreaterThan(precision);
  expect(share(total.recall)).toBeGreaterThan(recall);
  expect(share(figuresByKind(judged).precision)).toBeGreaterThan(byKind);
});

test('In fields and with phrases from which nothing was learned', { timeout: 120_000 }, () => {
  const judged = judgedFrom(crossValidate(studied, 'learned'), TIERS.first);
  const { precision, recall } = figures(judged);
  expect(share(precision)).toBeGreaterThan(0.83);
  expect(share(recall)).toBeGreaterThan(0.53);
});

test('The weights are those that `npm run cues -- --learn` gives', { timeout: 60_000 }, () => {
  const learned = learn(studied);
  for (const label of SUGGESTED) {
    FEATURES.forEach((name, at) => {
      expect(Math.abs((learned[label][at] ?? 0) - (WEIGHTS[label][at] ?? 0)), name).toBeLessThan(
        0.06,
      );
    });
  }
});
