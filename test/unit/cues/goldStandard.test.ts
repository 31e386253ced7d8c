import { expect, test } from 'vitest';
import { readGold } from '../../cues/gold';
import { figures, figuresOfAnyKind, judge, type Share } from '../../cues/measure';

/** A little below what was measured on the half that anybody may read; see `docs/suggestions.md`. */
const FLOORS = [
  { language: 'en', precision: 0.9, recall: 0.89, kindAside: 0.93 },
  { language: 'nl', precision: 0.93, recall: 0.92, kindAside: 0.95 },
];

const share = ({ right, of }: Share): number => right / of;

test.each(FLOORS)('Suggestions in $language', ({ language, precision, recall, kindAside }) => {
  const passages = readGold('development', process.cwd());
  const judged = judge(passages.filter((passage) => passage.language === language));
  const total = figures(judged);
  expect(share(total.precision)).toBeGreaterThan(precision);
  expect(share(total.recall)).toBeGreaterThan(recall);
  expect(share(figuresOfAnyKind(judged).precision)).toBeGreaterThan(kindAside);
});
