import { untracked, Watcher, type WatchQueue } from '../reactive';
import type { RuleProblem } from './plan';
import type { Finding } from './rule';

/** What is done with the units of a collection. */
export interface UnitWork<T, C> {
  /** What is wrong with something. */
  check(thing: T, context: C): readonly RuleProblem[];
  /** Something of any change of which the collection is told by `invalidate`; see `Watcher`. */
  wholeOf?(thing: T): object;
  /** Puts what a unit says now in the place of what it said before. */
  replace(unit: Unit, problems: readonly RuleProblem[]): void;
}

/** Something that was checked, with what was found. */
export interface Unit {
  findings: readonly Finding[];
}

/**
 * Things of one sort that are checked one by one, and again when what was read of the project has changed. Those of which
 * nothing was found and nothing read that can change, as is true of most text, cost nothing any more.
 * @typeParam C what is to be known of a thing besides itself
 */
export class Units<T extends object, C = undefined> {
  readonly #queue: WatchQueue;
  readonly #work: UnitWork<T, C>;
  readonly #waiting = new Map<T, C>();
  readonly #units = new Map<T, WatchedUnit<T, C>>();
  /** One that is not needed after all, for the next thing. */
  #spare: WatchedUnit<T, C> | undefined;

  /** @param queue where what has to be checked again waits */
  constructor(queue: WatchQueue, work: UnitWork<T, C>) {
    this.#queue = queue;
    this.#work = work;
  }

  /** Adds something, which waits to be checked. */
  add(thing: T, context: C): void {
    this.#waiting.set(thing, context);
  }

  /** Takes something away, with all that was found. */
  delete(thing: T): void {
    if (this.#waiting.delete(thing)) return;
    this.#units.get(thing)?.retract();
    this.#units.delete(thing);
  }

  /** Has something checked again, whatever was read. */
  invalidate(thing: T, context: C): void {
    const unit = this.#units.get(thing);
    if (unit) unit.invalidate();
    else this.#waiting.set(thing, context);
  }

  /**
   * Checks what waits, until nothing is left or `isDue` says that it is enough for now.
   * @returns whether nothing is left
   */
  advance(isDue?: () => boolean): boolean {
    for (const [thing, context] of this.#waiting) {
      if (isDue?.() === true) return false;
      this.#waiting.delete(thing);
      this.#check(thing, context);
    }
    return true;
  }

  /** Checks no more; what was found stays. */
  stop(): void {
    this.#waiting.clear();
    for (const unit of this.#units.values()) unit.stop();
  }

  #check(thing: T, context: C): void {
    const unit = this.#spare ?? new WatchedUnit(this.#queue, this.#work, thing, context);
    this.#spare = undefined;
    unit.check(thing, context);
    if (unit.isNeeded) this.#units.set(thing, unit);
    else this.#spare = unit;
  }
}

class WatchedUnit<T, C> implements Unit {
  findings: readonly Finding[] = NONE;
  #thing: T;
  #context: C;
  readonly #work: UnitWork<T, C>;
  readonly #watcher: Watcher;

  constructor(queue: WatchQueue, work: UnitWork<T, C>, thing: T, context: C) {
    this.#work = work;
    this.#thing = thing;
    this.#context = context;
    this.#watcher = new Watcher(
      queue,
      () => {
        this.#run();
      },
      false,
    );
  }

  /** Whether there is anything to keep in mind. */
  get isNeeded(): boolean {
    return this.findings.length > 0 || this.#watcher.hasRead;
  }

  check(thing: T, context: C): void {
    this.#thing = thing;
    this.#context = context;
    this.#watcher.whole = this.#work.wholeOf?.(thing);
    this.#watcher.run();
  }

  invalidate(): void {
    this.#watcher.invalidate();
  }

  stop(): void {
    this.#watcher.dispose();
  }

  retract(): void {
    this.stop();
    if (this.findings.length > 0) this.#work.replace(this, NONE);
  }

  #run(): void {
    const problems = this.#work.check(this.#thing, this.#context);
    if (problems.length + this.findings.length === 0) return;
    untracked(() => {
      this.#work.replace(this, problems);
    });
  }
}

const NONE: readonly never[] = [];
