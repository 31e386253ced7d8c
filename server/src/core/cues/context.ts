import { SUGGESTED } from './lexicon';

/** The sentences of a paragraph with regard to which one is judged, by their distance from it. */
export const NEIGHBOURS = [-2, -1, 1, 2] as const;

const NAMES = { '-2': 'second before', '-1': 'before', '1': 'after', '2': 'second after' } as const;

/**
 * What is known of a sentence when it is judged with regard to those around it, by name. `alone:` is what the sentence by
 * itself says for a label (the logarithm of the odds), `before:` and so on the chance of a label in a sentence near it;
 * `before:nothing`, that no sentence stands there.
 */
export const CONTEXT: readonly string[] = [
  'bias',
  ...SUGGESTED.map((label) => `alone:${label}`),
  ...NEIGHBOURS.flatMap((distance) =>
    [...SUGGESTED, 'nothing'].map((label) => `${NAMES[distance]}:${label}`),
  ),
];

/** The logarithm of the odds of something nearly certain; more than that tells nothing more. */
const CERTAIN = Math.log(999);

/** What sentences by themselves say for each label, as a chance from 0 to 1. */
export function chancesOf(sums: readonly number[]): number[] {
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
}

/**
 * The features of a sentence among others, by their numbers in {@link CONTEXT}.
 * @param alone what the sentence by itself says for each label: the logarithm of the odds
 * @param neighbours the chances of each label in the sentences around it, in the order of {@link NEIGHBOURS}
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
    add(1 + place, Math.max(-CERTAIN, Math.min(CERTAIN, sum)));
  });
  neighbours.forEach((chances, index) => {
    const first = 1 + SUGGESTED.length + index * (SUGGESTED.length + 1);
    if (chances)
      chances.forEach((chance, place) => {
        add(first + place, chance);
      });
    else add(first + SUGGESTED.length, 1);
  });
  return { numbers, values };
}
