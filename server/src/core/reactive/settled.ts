import { announce, confirm, Flag, forgetReads, isOutdated, Node, recompute, track } from './system';
import type { WatchQueue } from './watcher';

/**
 * A derived value whose readers hear of it only when it really is another one. If what it is computed from told all
 * its readers look whether they are concerned; where these are the files of a large project, that costs more than the
 * value. This one waits in a queue, is computed again when that is flushed, and tells its readers then. It is up to date
 * when the queue is empty.
 */
export class Settled<T> extends Node {
  readonly #queue: WatchQueue;
  readonly #compute: () => T;
  readonly #unread: (() => void) | undefined;
  #value: { readonly of: T } | undefined;

  /**
   * `compute` must not change anything, and must not ask for this value itself.
   * @param queue flushed before those who read the value are
   * @param unread told when the last reader has gone, and the value with it
   */
  constructor(queue: WatchQueue, compute: () => T, unread?: () => void) {
    super(Flag.watching | Flag.dirty);
    this.#queue = queue;
    this.#compute = compute;
    this.#unread = unread;
  }

  /** The value. A computation that throws is tried again the next time. */
  get value(): T {
    try {
      return (this.#value !== undefined && !isOutdated(this) ? this.#value : this.#evaluate()).of;
    } finally {
      // Who was given an error hears when there is a value.
      track(this);
    }
  }

  notify(): void {
    // A value without readers is computed when somebody asks for it.
    if (this.subs !== undefined) this.#queue.add(this);
  }

  refresh(): void {
    if (this.subs === undefined || !isOutdated(this)) return;
    try {
      this.#evaluate();
    } catch {
      // It is for who reads it to say so.
    }
  }

  update(): boolean {
    return true;
  }

  forget(): void {
    this.#unread?.();
    this.#queue.delete(this);
    if (this.deps === undefined) return;
    forgetReads(this);
    this.#value = undefined;
    this.flags = Flag.watching | Flag.dirty;
  }

  #evaluate(): { readonly of: T } {
    const before = this.#value;
    this.#value = undefined;
    let value: { readonly of: T } | undefined;
    try {
      value = { of: recompute(this, Flag.watching, this.#compute) };
      return (this.#value = value);
    } finally {
      // Where it cannot be computed any more, its readers find that out themselves.
      if (this.subs !== undefined && (!before || !value || before.of !== value.of)) {
        announce(this);
        confirm(this);
      }
    }
  }
}
