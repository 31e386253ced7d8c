import * as z from 'zod';
import { CONTEXT } from './context';
import { FEATURES } from './features';
import { OUTCOMES, type Outcome } from './lexicon';
import written from './weights.json';
import { wordsOf } from './words';

/** How much each feature speaks for each label and for a claim, as the logarithm of the odds. */
export type WeightsByOutcome = Readonly<Record<Outcome, Float64Array>>;

/** What sentences are judged by. */
export interface Weights {
  /** Of a sentence by itself: of the {@link FEATURES}, then of the words of its language. */
  readonly alone: WeightsByOutcome;
  /** Of a sentence among those around it; see {@link CONTEXT}. */
  readonly context: WeightsByOutcome;
}

const byName = z.record(z.enum(OUTCOMES), z.record(z.string(), z.number()));

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
      alone: byOutcome((outcome, place) => [
        ...FEATURES.map((name) => checked.labels[outcome][name] ?? 0),
        ...words.map((ofWord) => ofWord[place] ?? 0),
      ]),
      context: byOutcome((outcome) => CONTEXT.map((name) => checked.context[outcome][name] ?? 0)),
    };
    learned.set(language, weights);
  }
  return weights;
}

/** Makes a list of weights for each label and for a claim. */
export function byOutcome(
  listOf: (outcome: Outcome, place: number) => ArrayLike<number>,
): WeightsByOutcome {
  const entries = OUTCOMES.map(
    (outcome, place) => [outcome, Float64Array.from(listOf(outcome, place))] as const,
  );
  return Object.fromEntries(entries) as WeightsByOutcome;
}
