import { attributeOf, elementOfNode, type Element, type Project } from '../../project';

/** A step, or a point at which a mechanism goes several ways. */
export type Stretch =
  | { readonly type: 'step'; readonly step: Element }
  | { readonly type: 'fork'; readonly branches: readonly (readonly Stretch[])[] };

/** Forks within forks are shown no deeper than this. */
const MAX_DEPTH = 8;

/**
 * The way through the steps of a mechanism: steps that come `after` the same one, or that share a number and differ in
 * its letter (`2a`, `2b`), are branches of a fork. A branch ends where another one joins it.
 * @param steps in their order
 */
export function wayThrough(project: Project, steps: readonly Element[]): Stretch[] {
  const followers = new Map<Element, Element[]>();
  const leaders = new Map<Element, readonly Element[]>();
  const starts: Element[] = [];
  for (const [index, step] of steps.entries()) {
    const before = leadersOf(project, steps, index);
    leaders.set(step, before);
    if (before.length === 0) starts.push(step);
    for (const leader of before) followers.set(leader, [...(followers.get(leader) ?? []), step]);
  }
  const seen = new Set<Element>();
  const walk = (from: Element, depth: number): Stretch[] => {
    const way: Stretch[] = [];
    for (let step: Element | undefined = from; step && !seen.has(step);) {
      seen.add(step);
      way.push({ type: 'step', step });
      const next: Element[] = (followers.get(step) ?? []).filter((one) => !seen.has(one));
      const own = next.filter((one) => (leaders.get(one) ?? []).length < 2);
      if (own.length > 1 && depth < MAX_DEPTH) way.push(fork(own, depth));
      step = next.length === 1 ? own[0] : undefined;
    }
    return way;
  };
  const fork = (heads: readonly Element[], depth: number): Stretch => ({
    type: 'fork',
    branches: heads.map((head) => walk(head, depth + 1)),
  });
  const [first] = starts;
  const way: Stretch[] = [];
  // Lettered steps at the very beginning are a fork as well.
  if (first && starts.length > 1 && starts.every((step) => isBranchBeside(step, first))) {
    way.push(fork(starts, 0));
  }
  for (const step of steps) if (!seen.has(step)) way.push(...walk(step, 0));
  return way;
}

function isBranchBeside(a: Element, b: Element): boolean {
  const [one, other] = [numberOf(a), numberOf(b)];
  return one !== undefined && one.branch !== '' && one.number === other?.number;
}

/** The steps that a step follows: those it is said to come `after`, else those of the number before its own. */
function leadersOf(project: Project, steps: readonly Element[], index: number): readonly Element[] {
  const step = steps[index];
  if (!step) return [];
  const after = project.linksFrom(step, 'after').flatMap(({ to }) => elementOfNode(to) ?? []);
  const named = after.filter((one) => one !== step && steps.includes(one));
  if (named.length > 0) return named;
  const own = numberOf(step);
  if (!own) return steps.slice(Math.max(0, index - 1), index);
  const earlier = steps.slice(0, index).flatMap((one) => {
    const at = numberOf(one);
    return at && at.number < own.number ? [{ one, ...at }] : [];
  });
  const last = Math.max(...earlier.map(({ number }) => number));
  const before = earlier.filter(({ number }) => number === last);
  const sameBranch = before.filter(({ branch }) => branch !== '' && branch === own.branch);
  return (sameBranch.length > 0 ? sameBranch : before).map(({ one }) => one);
}

function numberOf(step: Element): { readonly number: number; readonly branch: string } | undefined {
  const [, digits, branch = ''] =
    /^(\d+)\s*([a-z]?)/i.exec(attributeOf(step, 'n')?.text ?? '') ?? [];
  return digits === undefined
    ? undefined
    : { number: Number(digits), branch: branch.toLowerCase() };
}
