import { getHeapCodeStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds of several runs of the same work, in ascending order. */
export class Timing {
  readonly #sorted: readonly number[];

  constructor(times: readonly number[]) {
    this.#sorted = [...times].sort((a, b) => a - b);
  }

  /** What the other work of the machine disturbs least. */
  get minimum(): number {
    return this.#at(0);
  }

  get median(): number {
    return this.#at(0.5);
  }

  get p95(): number {
    return this.#at(0.95);
  }

  get maximum(): number {
    return this.#at(1);
  }

  get runs(): number {
    return this.#sorted.length;
  }

  #at(share: number): number {
    const index = Math.min(this.#sorted.length - 1, Math.floor(this.#sorted.length * share));
    return this.#sorted[index] ?? Number.NaN;
  }
}

/** How often and how long work is measured. */
export interface Limits {
  readonly runs?: number;
  readonly warmup?: number;
  /** No new round is begun after so many milliseconds, though there are at least three of them. */
  readonly time?: number;
}

const FEWEST_RUNS = 3;

/**
 * Runs several pieces of work, one after the other, each after a warm-up. Work that takes long is run less often. Garbage
 * is not collected by force in between: that makes the runs behind it three times as slow, and no program does it.
 */
export async function measureInTurn<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  { runs = 20, warmup = 3, time = 8_000 }: Limits = {},
): Promise<Record<Name, Timing>> {
  const timings: [string, Timing][] = [];
  for (const [name, work] of Object.entries<() => unknown>(works)) {
    const own: number[] = [];
    let spent = 0;
    for (let run = -warmup; run < runs; run++) {
      if (spent > time && own.length >= FEWEST_RUNS) break;
      const taken = await timeOf(work);
      spent += taken;
      if (run >= 0) own.push(taken);
    }
    timings.push([name, new Timing(own)]);
  }
  return Object.fromEntries(timings) as Record<Name, Timing>;
}

/** Milliseconds that some work takes. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** Frees what nothing refers to any more. */
export function collectGarbage(): void {
  gc();
}

/** Bytes of the heap that are in use when all garbage is collected. */
export function heapInUse(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** The same without compiled code, of which there is more the longer a program runs, whatever it holds. */
export function heapOfData(): number {
  const used = heapInUse();
  const { code_and_metadata_size, bytecode_and_metadata_size } = getHeapCodeStatistics();
  return used - code_and_metadata_size - bytecode_and_metadata_size;
}
