import type { Pace } from './ports';

/** Long work that can be left and taken up again after each of its steps; it gives its result at the end. */
export type Steps<T> = Generator<undefined, T>;

/** Does work to its end without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Does work in slices, and lets other work go first between them. */
export async function inSlices<T>(steps: Steps<T>, pace: Pace): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (pace.isDue()) await pace.pause();
  }
}
