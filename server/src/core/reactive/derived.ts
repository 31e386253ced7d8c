import { confirm, Flag, forgetReads, isOutdated, Node, recompute, track } from './system';

/** A value that is computed from others when it is asked for, and again only when one of these has changed. */
export class Derived<T> extends Node {
  readonly #compute: () => T;
  readonly #unread: (() => void) | undefined;
  #value: { readonly of: T } | undefined;

  /**
   * `compute` must not change anything, and must not ask for this value itself.
   * @param unread told when the last reader has gone, and the value with it
   */
  constructor(compute: () => T, unread?: () => void) {
    super(Flag.mutable | Flag.dirty);
    this.#compute = compute;
    this.#unread = unread;
  }

  /** The value. A computation that throws is tried again the next time. */
  get value(): T {
    if (this.#value === undefined || isOutdated(this)) {
      if (this.update()) confirm(this);
    }
    track(this);
    return (this.#value ?? this.#evaluate()).of;
  }

  update(): boolean {
    const before = this.#value;
    this.#value = undefined;
    const after = this.#evaluate();
    return before === undefined || before.of !== after.of;
  }

  notify(): void {
    // Its readers are told by the algorithm itself.
  }

  forget(): void {
    this.#unread?.();
    if (this.deps === undefined) return;
    forgetReads(this);
    this.#value = undefined;
    this.flags = Flag.mutable | Flag.dirty;
  }

  #evaluate(): { readonly of: T } {
    const value = { of: recompute(this, Flag.mutable, this.#compute) };
    this.#value = value;
    return value;
  }
}
