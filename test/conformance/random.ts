/** A source of random numbers from 0 up to but not including 1, the same ones for the same seed (mulberry32). */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A source of random numbers, with what the generators ask of it. */
export class Random {
  readonly next: () => number;

  /** The same seeds give the same numbers. */
  constructor(...seeds: readonly number[]) {
    let seed = 0;
    for (const part of seeds) seed = randomSource((seed ^ Math.trunc(part)) >>> 0)() * 4294967296;
    this.next = randomSource(seed);
  }

  /** A whole number from 0 up to but not including `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** Whether something happens that has this probability. */
  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list; the empty string for an empty list. */
  pick(list: readonly string[]): string {
    return list[this.below(list.length)] ?? '';
  }
}

/** A seed for a run that names none. */
export function freshSeed(): number {
  return Math.floor(Math.random() * 1_000_000);
}
