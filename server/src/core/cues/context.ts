import { ROLES } from './lexicon';

/** The sentences of a paragraph with regard to which one is judged, by their distance from it. */
export const NEIGHBOURS = [-2, -1, 1, 2] as const;

const NAMES = { '-2': 'second before', '-1': 'before', '1': 'after', '2': 'second after' } as const;

/** From where on, as the logarithm of the odds, more tells something else than below. */
const BENDS = { possible: -1.5, likely: 0 } as const;

/**
 * What is known of a sentence when it is judged with regard to those around it, by name. `alone:` is what the sentence by
 * itself says for a role (the logarithm of the odds), `possible:` and `likely:` how far that is above a bend;
 * `before:` and so on are the chance of a role in a sentence near it, `before:nothing` says that no sentence stands there.
 */
export const CONTEXT: readonly string[] = [
  'bias',
  ...ROLES.map((role) => `alone:${role}`),
  ...ROLES.map((role) => `possible:${role}`),
  ...ROLES.map((role) => `likely:${role}`),
  ...NEIGHBOURS.flatMap((distance) =>
    [...ROLES, 'nothing'].map((role) => `${NAMES[distance]}:${role}`),
  ),
];

const ALONE = CONTEXT.indexOf(`alone:${ROLES[0]}`);
const POSSIBLE = CONTEXT.indexOf(`possible:${ROLES[0]}`);
const LIKELY = CONTEXT.indexOf(`likely:${ROLES[0]}`);
const AROUND = CONTEXT.indexOf(`${NAMES[NEIGHBOURS[0]]}:${ROLES[0]}`);

/** The logarithm of the odds of something nearly certain, and of something nearly ruled out; what is beyond tells nothing more. */
const CERTAIN = Math.log(999);
const RULED_OUT = -4;

/** What sentences by themselves say for each role, as a chance from 0 to 1. */
export function chancesOf(sums: readonly number[]): number[] {
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
}

/**
 * The features of a sentence among others, by their numbers in {@link CONTEXT}.
 * @param alone what the sentence by itself says for each role: the logarithm of the odds
 * @param neighbours the chances of each role in the sentences around it, in the order of {@link NEIGHBOURS}
 */
export function contextOf(
  alone: readonly number[],
  neighbours: readonly (readonly number[] | undefined)[],
): { readonly numbers: readonly number[]; readonly values: readonly number[] } {
  const numbers = [0];
  const values = [1];
  const add = (number: number, value: number): void => {
    numbers.push(number);
    values.push(value);
  };
  alone.forEach((sum, place) => {
    const held = Math.max(RULED_OUT, Math.min(CERTAIN, sum));
    add(ALONE + place, held);
    if (held > BENDS.possible) add(POSSIBLE + place, held - BENDS.possible);
    if (held > BENDS.likely) add(LIKELY + place, held - BENDS.likely);
  });
  neighbours.forEach((chances, index) => {
    const first = AROUND + index * (ROLES.length + 1);
    if (chances)
      chances.forEach((chance, place) => {
        add(first + place, chance);
      });
    else add(first + ROLES.length, 1);
  });
  return { numbers, values };
}
