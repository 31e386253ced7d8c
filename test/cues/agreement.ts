import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { SUGGESTED } from '../../server/src/core/cues/lexicon';
import { goldLabel, type Entry, type GoldLabel, type GoldPassage } from './gold';
import type { Judged } from './measure';

const schema = z.array(
  z.strictObject({
    file: z.string(),
    passage: z.int(),
    sentences: z.array(
      z.strictObject({
        index: z.int(),
        text: z.string(),
        label: goldLabel,
        also: z.array(goldLabel).optional(),
      }),
    ),
  }),
);

/** A sentence that two annotators labelled, neither of whom knew the labels of the other. */
export interface LabelledTwice {
  readonly language: string;
  readonly field: string;
  readonly first: Entry;
  readonly second: Entry;
}

/**
 * The sentences of the development half that a second annotator labelled; `agreement/README.md` says how.
 * @param development its passages by file
 * @throws Error where a sentence is no longer found under its number
 */
export function readLabelledTwice(
  development: ReadonlyMap<string, readonly GoldPassage[]>,
  root: string,
): LabelledTwice[] {
  const file = path.join(root, 'test/cues/agreement/second-annotator.yaml');
  return schema.parse(parse(readFileSync(file, 'utf8'))).flatMap((one) => {
    const passage = development.get(one.file)?.[one.passage];
    return one.sentences.map(({ index, ...second }) => {
      const first = passage?.passage[index];
      if (!passage || first?.text !== second.text) {
        throw new Error(`${one.file}, passage ${one.passage}, has no such sentence ${index}`);
      }
      return { language: passage.language, field: passage.field, first, second };
    });
  });
}

/** Judges one annotator by the other, as if each label of the one that can be suggested were a suggestion. */
export function judgedBy(labelled: readonly LabelledTwice[], gold: 'first' | 'second'): Judged[] {
  return labelled.map((one) => {
    const { label } = gold === 'first' ? one.second : one.first;
    const suggested = SUGGESTED.find((name) => name === label);
    return {
      language: one.language,
      entry: one[gold],
      suggestions: suggested ? [{ label: suggested, phrase: '' }] : [],
    };
  });
}

/**
 * Cohen's kappa: how much oftener two annotators agree than they would by chance, as a share of what there is to gain.
 * @param sort what of a label is compared
 */
export function kappa(
  labelled: readonly LabelledTwice[],
  sort: (label: GoldLabel) => string,
): number {
  const counts = [new Map<string, number>(), new Map<string, number>()] as const;
  let same = 0;
  for (const { first, second } of labelled) {
    const sorts = [sort(first.label), sort(second.label)] as const;
    if (sorts[0] === sorts[1]) same++;
    sorts.forEach((one, annotator) => {
      counts[annotator]?.set(one, (counts[annotator].get(one) ?? 0) + 1);
    });
  }
  let expected = 0;
  for (const [one, count] of counts[0]) expected += count * (counts[1].get(one) ?? 0);
  const all = labelled.length;
  const byChance = expected / (all * all);
  return (same / all - byChance) / (1 - byChance);
}
