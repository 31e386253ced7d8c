import { Flag, forgetReads, isOutdated, Node, recompute } from './system';

/** What can be brought up to date. */
export interface Refreshable {
  /** Does what is to be done where something that was read has changed. */
  refresh(): void;
}

/** Watchers and values that may be out of date, in the order in which they heard of it. */
export class WatchQueue {
  readonly #waiting = new Set<Refreshable>();

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  add(watcher: Refreshable): void {
    this.#waiting.add(watcher);
  }

  delete(watcher: Refreshable): void {
    this.#waiting.delete(watcher);
  }

  /**
   * Runs what has to run again, until nothing is left or `isDue` says that it is enough for now.
   * @returns whether nothing is left
   */
  flush(isDue: () => boolean = never): boolean {
    // What is added meanwhile comes last.
    for (const watcher of this.#waiting) {
      if (isDue()) return false;
      this.#waiting.delete(watcher);
      watcher.refresh();
    }
    return true;
  }
}

const never = (): boolean => false;

/**
 * Work that is done again when something that it read has changed. It is not done at once: the queue says when.
 */
export class Watcher extends Node {
  readonly #queue: WatchQueue;
  readonly #run: () => void;
  /**
   * Something of any change of which the watcher is told by {@link invalidate}: what is read of its parts need not be noted
   * one by one.
   */
  whole: object | undefined = undefined;

  /**
   * The work must not throw.
   * @param isWaiting whether it waits in the queue from the start
   */
  constructor(queue: WatchQueue, run: () => void, isWaiting = true) {
    super(Flag.watching | Flag.dirty);
    this.#queue = queue;
    this.#run = run;
    if (isWaiting) queue.add(this);
  }

  notify(): void {
    this.#queue.add(this);
  }

  /** Does the work if something that it read has changed. */
  refresh(): void {
    if (this.flags === Flag.none || !isOutdated(this)) return;
    recompute(this, Flag.watching, this.#run, this.whole);
  }

  update(): boolean {
    return true;
  }

  forget(): void {
    // Nobody reads it.
  }

  /** Does the work now, whether anything has changed or not. */
  run(): void {
    recompute(this, Flag.watching, this.#run, this.whole);
  }

  /** Asks for the work to be done again, whatever it has read. */
  invalidate(): void {
    if (this.flags === Flag.none) return;
    this.flags |= Flag.dirty;
    this.#queue.add(this);
  }

  /** Whether the work has read anything that could change. */
  get hasRead(): boolean {
    return this.deps !== undefined;
  }

  /** Never does the work again. */
  dispose(): void {
    this.flags = Flag.none;
    this.#queue.delete(this);
    forgetReads(this);
  }
}
