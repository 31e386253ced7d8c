import type { Block } from './block';

/** The blocks that one scan has replaced, and those that took their place. */
export interface Replacement {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

/**
 * What several scans have replaced, joined where one has replaced again what another one had put in. They are apart from
 * one another: an element that goes on in one of them stays before and behind the same others.
 */
export class Replacements implements Iterable<Replacement> {
  readonly #all = new Set<Replacement>();
  readonly #by = new Map<Block, Replacement>();

  /** Adds what was replaced after all others. */
  add(replacement: Replacement): void {
    let joint = replacement;
    for (let earlier = this.#before(joint); earlier; earlier = this.#before(joint)) {
      this.#all.delete(earlier);
      for (const block of earlier.after) this.#by.delete(block);
      joint = joined(earlier, joint);
    }
    this.#all.add(joint);
    for (const block of joint.after) this.#by.set(block, joint);
  }

  [Symbol.iterator](): Iterator<Replacement> {
    return this.#all.values();
  }

  /** One that has put in some of what another one replaces. */
  #before({ before }: Replacement): Replacement | undefined {
    for (const block of before) {
      const earlier = this.#by.get(block);
      if (earlier) return earlier;
    }
    return undefined;
  }
}

function joined(earlier: Replacement, later: Replacement): Replacement {
  const own = new Set(earlier.after);
  const again = new Set(later.before.filter((block) => own.has(block)));
  return {
    before: replaced(later.before, again, earlier.before),
    after: replaced(earlier.after, again, later.after),
  };
}

/** A list with others in the place of some items that stand together. */
function replaced<T>(items: readonly T[], old: ReadonlySet<T>, others: readonly T[]): T[] {
  const first = items.findIndex((item) => old.has(item));
  const rest = items.filter((item) => !old.has(item));
  return [...rest.slice(0, first), ...others, ...rest.slice(first)];
}
