import * as z from 'zod';
import { CONTEXT } from './context';
import { FEATURES } from './features';
import { SUGGESTED, type SuggestedLabel } from './lexicon';
import written from './weights.json';
import { wordsOf } from './words';

/** For each label, how much each feature speaks for it, as the logarithm of the odds. */
export type WeightsByLabel = Readonly<Record<SuggestedLabel, Float64Array>>;

/** What sentences are judged by. */
export interface Weights {
  /** Of a sentence by itself: of the {@link FEATURES}, then of the words of its language. */
  readonly alone: WeightsByLabel;
  /** Of a sentence among those around it; see {@link CONTEXT}. */
  readonly context: WeightsByLabel;
}

const byName = z.record(z.enum(SUGGESTED), z.record(z.string(), z.number()));

const schema = z.strictObject({
  tiers: z.strictObject({
    first: z.number().min(0).max(1).describe('The chance from which on something is worth a hint'),
    second: z.number().min(0).max(1).describe('The chance from which on it is said when asked for'),
  }),
  labels: byName,
  context: byName,
});

const checked = schema.parse(written);

/** The chance from which on something is worth a hint, and the one from which on it is said when asked for. */
export const TIERS = checked.tiers;

const learned = new Map<string, Weights>();

/** What was learned by `npm run cues -- --learn` for a language; only its words are its own. */
export function weightsFor(language: string): Weights {
  let weights = learned.get(language);
  if (!weights) {
    const words = wordsOf(language).weights;
    weights = {
      alone: byLabel((label, place) => [
        ...FEATURES.map((name) => checked.labels[label][name] ?? 0),
        ...words.map((ofWord) => ofWord[place] ?? 0),
      ]),
      context: byLabel((label) => CONTEXT.map((name) => checked.context[label][name] ?? 0)),
    };
    learned.set(language, weights);
  }
  return weights;
}

/** Makes a list of weights for each label. */
export function byLabel(
  listOf: (label: SuggestedLabel, place: number) => ArrayLike<number>,
): WeightsByLabel {
  const entries = SUGGESTED.map(
    (label, place) => [label, Float64Array.from(listOf(label, place))] as const,
  );
  return Object.fromEntries(entries) as WeightsByLabel;
}
