import { expect, test } from 'vitest';
import { FEATURES } from '../../../server/src/core/cues/features';
import { ROLES } from '../../../server/src/core/cues/lexicon';
import { weightsFor } from '../../../server/src/core/cues/weights';
import { PARTS, wordsOf } from '../../../server/src/core/cues/words';
import { readGold } from '../../cues/gold';
import { learnRoles } from '../../cues/learn';
import { figures, figuresByKind, judge, type Share } from '../../cues/measure';
import { study } from '../../cues/study';

/** A little below what was measured on the half that anybody may read; see `docs/suggestions.md`. */
const FLOORS = [
  { language: 'en', precision: 0.935, recall: 0.92, byKind: 0.95 },
  { language: 'nl', precision: 0.935, recall: 0.935, byKind: 0.95 },
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

/** The roles of which it is tried: learning all of them, six times over for what stands around, takes minutes. */
const TRIED = ['construct', 'background'] as const;

test('The weights are those that `npm run cues -- --learn` gives', { timeout: 240_000 }, () => {
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
      for (const [word, number] of vocabulary) {
        const weight = learned[role][FEATURES.length + (terms.get(word) ?? Number.NaN)];
        const kept = weights[number]?.[place] ?? 0;
        expect(Math.abs((weight ?? Number.NaN) - kept), word).toBeLessThan(0.5 / PARTS + 0.01);
      }
    }
  }
});
