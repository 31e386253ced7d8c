import { distance } from 'fastest-levenshtein';

/** How far a spelling may be from a known name and still be taken for a slip. */
export const MAX_SLIP = 2;

/**
 * The known names nearest to a misspelt one, nearest first. Case and the difference between `-` and `_` are no slip.
 * @param limit how many edits away a name may be; short names allow fewer, or else any word would be near.
 */
export function nearest(name: string, known: Iterable<string>, limit = MAX_SLIP): string[] {
  const wanted = fold(name);
  const allowed = allowedFor(wanted, limit);
  const near: Near[] = [];
  for (const candidate of known) {
    // The lengths alone rule out nearly all names, without counting edits.
    if (Math.abs(candidate.length - wanted.length) > allowed) continue;
    const edits = distance(wanted, fold(candidate));
    if (edits <= allowed) near.push({ candidate, edits });
  }
  return sorted(near);
}

/** Many names among which the nearest to a misspelt one are looked for again and again; see {@link nearest}. */
export class NameIndex {
  /** By length; how often a name was added is counted. */
  readonly #names = new Map<number, Map<string, Entry>>();

  /** Adds a name. */
  add(name: string): void {
    let names = this.#names.get(name.length);
    if (!names) this.#names.set(name.length, (names = new Map<string, Entry>()));
    const known = names.get(name);
    if (known) known.count++;
    else {
      const folded = fold(name);
      names.set(name, { folded, letters: lettersOf(folded), count: 1 });
    }
  }

  /** Takes away a name that was added, once. */
  delete(name: string): void {
    const names = this.#names.get(name.length);
    const known = names?.get(name);
    if (known && --known.count === 0) names?.delete(name);
  }

  /** As {@link nearest} has it. */
  nearest(name: string, limit = MAX_SLIP): string[] {
    const wanted = fold(name);
    const letters = lettersOf(wanted);
    const allowed = allowedFor(wanted, limit);
    const near: Near[] = [];
    for (let length = wanted.length - allowed; length <= wanted.length + allowed; length++) {
      for (const [candidate, known] of this.#names.get(length) ?? []) {
        if (differing(letters, known.letters) > 2 * allowed) continue;
        const edits = distance(wanted, known.folded);
        if (edits <= allowed) near.push({ candidate, edits });
      }
    }
    return sorted(near);
  }
}

interface Entry {
  readonly folded: string;
  readonly letters: number;
  count: number;
}

interface Near {
  readonly candidate: string;
  readonly edits: number;
}

function allowedFor(wanted: string, limit: number): number {
  return Math.min(limit, Math.floor(wanted.length / 2));
}

function sorted(near: Near[]): string[] {
  return near
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .map(({ candidate }) => candidate);
}

function fold(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes('_') ? lower.replaceAll('_', '-') : lower;
}

/** Which letters a name has, a bit for each (some share one); one edit changes two bits at most. */
function lettersOf(name: string): number {
  let letters = 0;
  for (let at = 0; at < name.length; at++) letters |= 1 << (name.charCodeAt(at) & 31);
  return letters;
}

/** How many bits differ (Warren 2012, “Hacker's Delight”, 5-1). */
function differing(a: number, b: number): number {
  let bits = a ^ b;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
