import { distance } from 'fastest-levenshtein';

/** How far a spelling may be from a known name and still be taken for a slip. */
export const MAX_SLIP = 2;

/**
 * The known names nearest to a misspelt one, nearest first. Case and the difference between `-` and `_` are no slip.
 * @param limit how many edits away a name may be; short names allow fewer, or else any word would be near.
 */
export function nearest(name: string, known: Iterable<string>, limit = MAX_SLIP): string[] {
  const wanted = fold(name);
  const allowed = Math.min(limit, Math.floor(wanted.length / 2));
  const near: { candidate: string; edits: number }[] = [];
  for (const candidate of known) {
    // The lengths alone rule out nearly all names, without counting edits.
    if (Math.abs(candidate.length - wanted.length) > allowed) continue;
    const edits = distance(wanted, fold(candidate));
    if (edits <= allowed) near.push({ candidate, edits });
  }
  return near
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .map(({ candidate }) => candidate);
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
