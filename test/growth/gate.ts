import { afterAll, expect, test } from 'vitest';
import { parse } from '../../server/src/core/syntax';
import { Engine } from '../tools/engine';
import { growthOf, growthTable, LIMIT, type Growth } from './growth';

/** A text that can be had in any size. */
export interface GrowingText {
  readonly name: string;
  /** The size that the gate goes up to. */
  readonly largest: number;
  /** The smallest size of which four times is compared with it. */
  readonly smallest?: number;
  /** The text of a size; the same size gives the same text. */
  readonly make: (size: number) => string;
}

/** How many rows are printed; what is not steep is of no interest. */
const ROWS = 25;

/**
 * Defines a test for each text, which fails where the cost of reading it, or of reading and judging it, grows faster
 * than the text. At the end the steepest growths are printed.
 * @param enough see {@link growthOf}
 */
export function gateGrowth(title: string, texts: readonly GrowingText[], enough: number): void {
  const growths = new Map<string, Growth>();
  test.each(texts)('$name', async ({ name, largest, smallest = 0, make }) => {
    const work = { make, largest, smallest, enough };
    const stages = {
      parse: await growthOf({ ...work, run: read }),
      check: await growthOf({ ...work, run: check }),
    };
    for (const [stage, growth] of Object.entries(stages)) {
      growths.set(`${name}: ${stage}`, growth);
      expect(growth.ratio, growthTable(stage, new Map([[name, growth]]))).toBeLessThan(LIMIT);
    }
  });
  afterAll(() => {
    console.log(growthTable(title, growths, ROWS));
  });
}

/** A parse whose result is looked at: what is made only when asked for counts as well. */
function read(text: string): number {
  const { elements, leaves, citations } = parse(text);
  return elements.length + leaves.length + citations.length;
}

async function check(text: string): Promise<number> {
  return (await new Engine().open('paper.md', text)).length;
}
