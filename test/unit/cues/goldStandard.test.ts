import { expect, test } from 'vitest';
import { readGold } from '../../cues/gold';
import { figures, figuresByKind, judge, type Share } from '../../cues/measure';

/** A little below what was measured on the half that anybody may read; see `docs/suggestions.md`. */
const FLOORS = [
  { language: 'en', precision: 0.73, recall: 0.77, byKind: 0.78 },
  { language: 'nl', precision: 0.72, recall: 0.8, byKind: 0.76 },
];

const share = ({ right, of }: Share): number => right / of;

test.each(FLOORS)('Suggestions in $language', ({ language, precision, recall, byKind }) => {
  const passages = readGold('development', process.cwd());
  const judged = judge(passages.filter((passage) => passage.language === language));
  const total = figures(judged);
  expect(share(total.precision)).toBeGreaterThan(precision);
  expect(share(total.recall)).toBeGreaterThan(recall);
  expect(share(figuresByKind(judged).precision)).toBeGreaterThan(byKind);
});
