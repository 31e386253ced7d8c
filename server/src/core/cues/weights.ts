import * as z from 'zod';
import { CONTEXT } from './context';
import { FEATURES } from './features';
import { OUTCOMES, ROLES, type Outcome, type Role } from './lexicon';
import written from './weights.json';
import { wordsOf } from './words';

/** How much each feature speaks for each of something, as the logarithm of the odds. */
export type WeightsBy<Name extends string> = Readonly<Record<Name, Float64Array>>;

/** What sentences are judged by. */
export interface Weights {
  /** Of a sentence by itself: of the {@link FEATURES}, then of the words of its language. */
  readonly alone: WeightsBy<Role>;
  /** Of a sentence among those around it; see {@link CONTEXT}. */
  readonly context: WeightsBy<Outcome>;
}

const byName = z.record(z.string(), z.number());

const schema = z.strictObject({
  tiers: z.strictObject({
    first: z.number().min(0).max(1).describe('The chance from which on something is worth a hint'),
    second: z.number().min(0).max(1).describe('The chance from which on it is said when asked for'),
  }),
  roles: z.record(z.enum(ROLES), byName),
  context: z.record(z.enum(OUTCOMES), byName),
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
      alone: weightsBy(ROLES, (role, place) => [
        ...FEATURES.map((name) => checked.roles[role][name] ?? 0),
        ...words.map((ofWord) => ofWord[place] ?? 0),
      ]),
      context: weightsBy(OUTCOMES, (outcome) =>
        CONTEXT.map((name) => checked.context[outcome][name] ?? 0),
      ),
    };
    learned.set(language, weights);
  }
  return weights;
}

/** Makes a list of weights for each of some names. */
export function weightsBy<Name extends string>(
  names: readonly Name[],
  listOf: (name: Name, place: number) => ArrayLike<number>,
): WeightsBy<Name> {
  const entries = names.map((name, place) => [name, Float64Array.from(listOf(name, place))]);
  return Object.fromEntries(entries) as WeightsBy<Name>;
}
