import { describe, expect, it } from 'vitest';
import { compare, describeDifference } from './agreement';
import { type Answered, answered } from './answered';
import { withoutCells } from './cells';
import { generators } from './generators';
import { askPandoc, NoAnswer } from './oracle';
import { freshSeed } from './random';

// A few texts of each kind at every run; `npm run conformance` compares thousands and shrinks what differs.
const seed = Number(process.env['WARRANT_SEED'] ?? freshSeed());
const count = 120;

describe(`generated texts are read as Pandoc reads them (WARRANT_SEED=${seed})`, () => {
  it.each(generators)(
    '$name',
    async (generator) => {
      const differences: string[] = [];
      for (let index = 0; index < count; index++) {
        const text = generator.text(seed, index);
        const asked = await readingOf(text);
        const difference = asked === undefined ? undefined : compare(asked.text, asked.reading);
        if (difference !== undefined) {
          differences.push(`${JSON.stringify(text)}\n${describeDifference(difference)}`);
        }
      }
      const allowed = unlikelyCount(count * (1 - generator.floor));
      expect(differences.length, differences.join('\n\n')).toBeLessThan(allowed);
    },
    120_000,
  );
});

/** Pandoc's reading; undefined where it refuses the text, for its YAML is broken. */
async function readingOf(text: string): Promise<Answered | undefined> {
  try {
    return await answered(text, (part) => askPandoc(withoutCells(part)));
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}

/** A count so high that chance alone reaches it less than once in 10,000 runs, where `mean` is to be expected. */
function unlikelyCount(mean: number): number {
  let term = Math.exp(-mean);
  let rest = 1;
  for (let count = 0; ; count++) {
    rest -= term;
    if (rest < 1e-4) return count + 1;
    term *= mean / (count + 1);
  }
}
