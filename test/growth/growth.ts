import process from 'node:process';

/** Work whose cost is to grow in proportion to its size. */
export interface GrowingWork<T> {
  /** What the work is done on; the same size gives the same input. */
  readonly make: (size: number) => T;
  readonly run: (input: T) => unknown;
  /** The larger of the two sizes that are compared, unless the work takes long enough before, or is in doubt. */
  readonly largest: number;
  /** The smallest size of which four times is compared with it. */
  readonly smallest?: number;
  /**
   * Milliseconds that the smaller size is to take: no need to go up any further. Cost that grows faster than it should
   * shows the better the longer it takes.
   */
  readonly enough: number;
}

/** What work cost at some size and at a quarter of it. */
export interface Growth {
  /** The larger size. */
  readonly size: number;
  /** Milliseconds of processor time at a quarter of the size, and at the size. */
  readonly costs: readonly [small: number, large: number];
  /** How many times as much the larger size cost: about 4 where cost is linear, 16 where it is quadratic. */
  readonly ratio: number;
}

/** The ratio from which cost is not linear any more: between 4 and 16, so that neither noise nor caches decide. */
export const LIMIT = 8;

/** Both sizes are measured again while that has taken less than so many milliseconds, but not too often. */
const TIME = 80;
const MOST_ROUNDS = 2;

/** A ratio that is too large is measured again, until that has taken so many milliseconds. */
const TIME_OF_DOUBT = 500;

/**
 * Measures how cost grows from a size to four times that size. Sizes are raised until the work takes long enough, so
 * that it makes no difference how fast the machine is. A ratio that is too large has to show at four times the sizes
 * as well: at one pair of sizes it can come of when code was compiled, and for the whole process; cost that really
 * grows too fast goes on to do so.
 */
export async function growthOf<T>(work: GrowingWork<T>): Promise<Growth> {
  const small = await sizeToMeasure(work);
  const growth = await growthFrom(small, work);
  return growth.ratio < LIMIT ? growth : growthFrom(small * 4, work);
}

/**
 * Measures the work at a size and at four times that size, in turns, and takes the minimum of each. It is processor
 * time that is measured: what else runs on the machine costs none.
 */
async function growthFrom<T>(small: number, { make, run }: GrowingWork<T>): Promise<Growth> {
  const inputs = [make(small), make(small * 4)] as const;
  const costs: [number, number] = [Infinity, Infinity];
  const measure = async () => {
    const [one, four] = [await costOf(run, inputs[0]), await costOf(run, inputs[1])];
    costs[0] = Math.min(costs[0], one);
    costs[1] = Math.min(costs[1], four);
    return one + four;
  };
  let spent = 0;
  for (let round = 0; round < MOST_ROUNDS && spent < TIME; round++) spent += await measure();
  while (costs[1] >= LIMIT * costs[0] && spent < TIME_OF_DOUBT) spent += await measure();
  return { size: small * 4, costs, ratio: costs[1] / costs[0] };
}

/** The size up to which the work takes long enough, but at most a quarter of the largest. */
async function sizeToMeasure<T>({
  make,
  run,
  largest,
  smallest = 0,
  enough,
}: GrowingWork<T>): Promise<number> {
  const most = Math.ceil(largest / 4);
  for (let size = Math.max(smallest, Math.ceil(most / 64)); size < most; size *= 4) {
    const input = make(size);
    let cost = await costOf(run, input);
    // The first runs have to be compiled.
    for (let again = 0; again < 2 && cost >= enough; again++) {
      cost = Math.min(cost, await costOf(run, input));
    }
    if (cost >= enough) return size;
  }
  return most;
}

/** Milliseconds of processor time that some work costs. */
export async function costOf<T>(run: (input: T) => unknown, input: T): Promise<number> {
  // What the run before left behind is not to be paid for by this one.
  globalThis.gc?.({ type: 'minor' });
  const before = process.cpuUsage();
  await run(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Rows of figures, the steepest growth first. */
export function growthTable(
  title: string,
  growths: ReadonlyMap<string, Growth>,
  most = growths.size,
): string {
  const rows = [...growths].sort(([, a], [, b]) => b.ratio - a.ratio).slice(0, most);
  const width = Math.max(title.length, ...rows.map(([name]) => name.length)) + 2;
  const lines = rows.map(([name, { size, costs, ratio }]) => {
    const cells = [String(size), costs[0].toFixed(1), costs[1].toFixed(1), ratio.toFixed(1)];
    return name.padEnd(width) + cells.map((cell) => cell.padStart(10)).join('');
  });
  const head = ['size', 'ms at ¼', 'ms', 'ratio'].map((cell) => cell.padStart(10)).join('');
  return [title.padEnd(width) + head, ...lines].join('\n');
}
