import { excerpt, readManuscripts } from './manuscripts';
import { mutated } from './mutations';
import { Random } from './random';
import { soup } from './soup';

/** A source of texts on which we are compared with Pandoc. */
export interface Generator {
  readonly name: 'soup' | 'mutations';
  /** The share of its texts on which we have to agree with Pandoc. */
  readonly demanded: number;
  /** The share that the few texts of an ordinary test run are held to. */
  readonly floor: number;
  /** The same seed and number give the same text. */
  text(seed: number, index: number): string;
}

let manuscripts: readonly string[] | undefined;

/** Random pieces of syntax, and manuscripts as authors leave them in the middle of writing. */
export const generators: readonly Generator[] = [
  {
    name: 'soup',
    demanded: 0.995,
    floor: 0.999,
    text: (seed, index) => soup(new Random(seed, index)),
  },
  {
    name: 'mutations',
    demanded: 0.9995,
    floor: 0.9995,
    text: (seed, index) => {
      const random = new Random(seed, index, 1);
      manuscripts ??= readManuscripts(process.cwd());
      return mutated(excerpt(random.pick(manuscripts), random), random);
    },
  },
];
