import type { Problem } from '../rule';

/** What a check says where nothing is wrong, as it is nearly everywhere; a list costs less than a generator. */
export const NONE: readonly Problem[] = [];

/** What is wrong with some things, each of which has one problem at most. */
export function problemsIn<T>(
  things: readonly T[],
  judge: (thing: T) => Problem | undefined,
): readonly Problem[] {
  let found: Problem[] | undefined;
  for (const thing of things) {
    const problem = judge(thing);
    if (problem) (found ??= []).push(problem);
  }
  return found ?? NONE;
}
