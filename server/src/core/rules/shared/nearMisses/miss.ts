import type { TextEdit } from '../../../text/textEdit';
import type { Problem } from '../../rule';

/** Something that Pandoc does not read as the author means it, and what to write instead. */
export interface Miss {
  readonly problem: Problem;
  readonly fix?: MissFix;
  /** The ids that a lost tag would have; a reference to one is not wrong, its target is. */
  readonly ids?: readonly string[];
}

/** What to write instead. */
export interface MissFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether it is a choice, and not just another way to write what is meant. */
  readonly isChoice?: boolean;
}

/** Where nothing is misread, as nearly everywhere. */
export const NO_MISSES: readonly Miss[] = [];

/** What is misread of some things. */
export function missesIn<T>(
  things: readonly T[],
  missesOf: (thing: T) => readonly Miss[],
): readonly Miss[] {
  let found: Miss[] | undefined;
  for (const thing of things) {
    const misses = missesOf(thing);
    if (misses.length > 0) (found ??= []).push(...misses);
  }
  return found ?? NO_MISSES;
}
