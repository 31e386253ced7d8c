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
  const leaders = leadersOf(project, steps);
  const followers = new Map<Element, Element[]>();
  const starts: Element[] = [];
  for (const step of steps) {
    const before = leaders.get(step) ?? [];
    if (before.length === 0) starts.push(step);
    for (const leader of before) {
      const known = followers.get(leader);
      if (known) known.push(step);
      else followers.set(leader, [step]);
    }
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

/** The steps that each step follows: those it is said to come `after`, else those of the number before its own. */
function leadersOf(
  project: Project,
  steps: readonly Element[],
): ReadonlyMap<Element, readonly Element[]> {
  const members = new Set(steps);
  const byNumber = new Map<number, Numbered[]>();
  for (const step of steps) {
    const at = numberOf(step);
    const known = at && byNumber.get(at.number);
    if (known) known.push({ step, ...at });
    else if (at) byNumber.set(at.number, [{ step, ...at }]);
  }
  const numbers = [...byNumber.keys()].sort((a, b) => a - b);
  const previous = new Map(numbers.map((number, index) => [number, numbers[index - 1]]));
  return new Map(
    steps.map((step, index): [Element, readonly Element[]] => {
      const after = project.linksFrom(step, 'after').flatMap(({ to }) => elementOfNode(to) ?? []);
      const named = after.filter((one) => one !== step && members.has(one));
      if (named.length > 0) return [step, named];
      const own = numberOf(step);
      if (!own) return [step, steps.slice(Math.max(0, index - 1), index)];
      const before = byNumber.get(previous.get(own.number) ?? NaN) ?? [];
      const sameBranch = before.filter(({ branch }) => branch !== '' && branch === own.branch);
      return [step, (sameBranch.length > 0 ? sameBranch : before).map((one) => one.step)];
    }),
  );
}

/** The number of a step and the letter of its branch; '' for none. */
interface StepNumber {
  readonly number: number;
  readonly branch: string;
}

interface Numbered extends StepNumber {
  readonly step: Element;
}

function numberOf(step: Element): StepNumber | undefined {
  const [, digits, branch = ''] =
    /^(\d+)\s*([a-z]?)/i.exec(attributeOf(step, 'n')?.text ?? '') ?? [];
  return digits === undefined
    ? undefined
    : { number: Number(digits), branch: branch.toLowerCase() };
}
