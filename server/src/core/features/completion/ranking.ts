import { KINDS, type Kind, type Target } from '../../model';
import type { Element, Project } from '../../project';

/** Where the author is, and which elements were named last. */
export interface Vantage {
  readonly uri: string;
  readonly offset: number;
  /** The ids that were referred to last, the latest first. */
  readonly recent: readonly string[];
}

/** An element that can be referred to. */
export type Named = Element & { readonly id: string };

/** So much further down stands what is of the next kind that may be named. */
const NEXT_KIND = 2;

/**
 * The elements that a reference may name, best first: of the kind that is meant in the first place, near to the author or
 * named a short while ago. Only those that are asked for are looked up.
 */
export function* ranked(
  project: Project,
  targets: readonly Target[],
  vantage: Vantage,
  isWanted: (id: string) => boolean = () => true,
): Iterable<Named> {
  const seen = new Set<string>();
  function* wanted(elements: Iterable<Element>): Iterable<Named> {
    for (const element of elements) {
      if (hasId(element) && isWanted(element.id) && !seen.has(element.id)) yield element;
    }
  }
  const queues = targets.flatMap((target, index) =>
    isKind(target) ? [new Queue(wanted(nearest(project, target, vantage)), index * NEXT_KIND)] : [],
  );
  queues.push(new Queue(wanted(recentOnes(project, targets, vantage)), 0.5));
  for (;;) {
    const next = queues.reduce((a, b) => (b.score < a.score ? b : a));
    const element = next.take();
    if (!element) return;
    if (seen.has(element.id)) continue;
    seen.add(element.id);
    yield element;
  }
}

function hasId(element: Element): element is Named {
  return element.id !== undefined;
}

/** Elements, each one further down than the one before. */
class Queue {
  readonly #elements: Iterator<Named, unknown>;
  #next: Named | undefined;
  #score: number;

  constructor(elements: Iterable<Named>, score: number) {
    this.#elements = elements[Symbol.iterator]();
    this.#score = score;
    this.#advance();
  }

  /** How far down the next one is. */
  get score(): number {
    return this.#next ? this.#score : Infinity;
  }

  take(): Named | undefined {
    const taken = this.#next;
    this.#score++;
    if (taken) this.#advance();
    return taken;
  }

  #advance(): void {
    const next = this.#elements.next();
    this.#next = next.done === true ? undefined : next.value;
  }
}

function* recentOnes(
  project: Project,
  targets: readonly Target[],
  { recent }: Vantage,
): Iterable<Element> {
  for (const id of recent) {
    const element = project.element(id);
    if (element && targets.includes(element.kind)) yield element;
  }
}

/** The elements of a kind: those of the same file by their distance, then those of the files beside it. */
function* nearest(project: Project, kind: Kind, { uri, offset }: Vantage): Iterable<Element> {
  const ranks = new Map(project.files.map((file, index) => [file.uri, index]));
  const rankOf = (name: string): number => ranks.get(name) ?? project.files.length;
  const here = rankOf(uri);
  const elements = project.elementsOfKind(kind);
  // They are in the order of the manuscript.
  const distance = (element: Element | undefined): readonly [files: number, units: number] => {
    if (!element) return [Infinity, 0];
    const { place } = element;
    const files = Math.abs(rankOf(place.uri) - here);
    return [files, files === 0 ? Math.abs(place.range.start - offset) : 0];
  };
  const isBehind = ({ place }: Element): boolean => {
    const rank = rankOf(place.uri);
    return rank > here || (rank === here && place.range.start >= offset);
  };
  let after = firstWhere(elements, isBehind);
  let before = after - 1;
  while (before >= 0 || after < elements.length) {
    const [filesBefore, unitsBefore] = distance(elements[before]);
    const [filesAfter, unitsAfter] = distance(elements[after]);
    const isBefore = filesBefore - filesAfter || unitsBefore - unitsAfter;
    const element = isBefore <= 0 ? elements[before--] : elements[after++];
    if (element) yield element;
  }
}

/** The index of the first for which something holds that holds for all behind it. */
function firstWhere<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && holds(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isKind(target: Target): target is Kind {
  return KINDS.some((kind) => kind === target);
}

/** The first so many. */
export function first<T>(items: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === count) break;
    taken.push(item);
  }
  return taken;
}
