import * as z from 'zod';
import { FEATURES } from './features';
import { SUGGESTED, type SuggestedLabel } from './lexicon';
import written from './weights.json';

/** For each label, how much each of the {@link FEATURES} speaks for it, as the logarithm of the odds. */
export type Weights = Readonly<Record<SuggestedLabel, Float64Array>>;

const schema = z.strictObject({
  tiers: z.strictObject({
    first: z.number().min(0).max(1).describe('The chance from which on something is worth a hint'),
    second: z.number().min(0).max(1).describe('The chance from which on it is said when asked for'),
  }),
  labels: z.record(z.enum(SUGGESTED), z.record(z.string(), z.number())),
});

const checked = schema.parse(written);

/** The chance from which on something is worth a hint, and the one from which on it is said when asked for. */
export const TIERS = checked.tiers;

/** What was learned by `npm run cues -- --learn`. */
export const WEIGHTS: Weights = weightsOf(checked.labels);

/** Puts weights by name in the order of {@link FEATURES}. */
export function weightsOf(
  labels: Readonly<Record<SuggestedLabel, Readonly<Record<string, number>>>>,
): Weights {
  const list = (label: SuggestedLabel): Float64Array =>
    Float64Array.from(FEATURES, (name) => labels[label][name] ?? 0);
  return Object.fromEntries(SUGGESTED.map((label) => [label, list(label)])) as Weights;
}
