import type { TextRange } from '../text/range';

/** How many words the link of a chain may be away from where a clause begins or ends. */
const NEAR_START = 4;
const NEAR_END = 4;

/** Words shorter than that link nothing. */
const SHORTEST = 4;

/** How alike the beginnings of two forms of a word are at least (asking, asked). */
const STEM = 5;

/**
 * Finds a chain of clauses, each of which takes up what the one before ended with: "time brought worry, and worry sent
 * them back". Nothing in it depends on the language.
 * @returns the tokens from the first clause of the chain to its last; nothing where fewer than two links are found
 */
export function chainIn(words: readonly string[]): TextRange | undefined {
  const clauses = clausesOf(words);
  const links = new Set<string>();
  let start = 0;
  let end = 0;
  clauses.forEach((clause, index) => {
    const before = clauses[index - 1];
    const link = before && linkBetween(words, before, clause);
    if (link === undefined) return;
    if (links.size === 0) start = before?.start ?? 0;
    // A word that comes back in each clause lists what is alike.
    links.add(link.slice(0, STEM));
    end = clause.end;
  });
  return links.size >= 2 ? { start, end } : undefined;
}

function clausesOf(words: readonly string[]): TextRange[] {
  const clauses: TextRange[] = [];
  let start = 1;
  words.forEach((word, at) => {
    if (!/^[,;:—$]$/.test(word)) return;
    if (at - start > 1) clauses.push({ start, end: at });
    start = at + 1;
  });
  return clauses;
}

function linkBetween(
  words: readonly string[],
  before: TextRange,
  after: TextRange,
): string | undefined {
  const ends = words.slice(Math.max(before.start, before.end - NEAR_END), before.end);
  const begins = words.slice(after.start, Math.min(after.end, after.start + NEAR_START));
  return ends.findLast(
    (one) => one.length >= SHORTEST && begins.some((other) => isAlike(one, other)),
  );
}

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  return other.length >= STEM && one.length >= STEM && one.slice(0, STEM) === other.slice(0, STEM);
}
