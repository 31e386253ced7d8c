import { announce, confirm, Flag, isTracking, Node, track } from './system';

/** A value that is set from outside, and that knows who has read it. */
export class Signal<T> extends Node {
  #current: T;
  #next: T;

  constructor(value: T) {
    super(Flag.mutable);
    this.#current = value;
    this.#next = value;
  }

  /** The value. What is being computed will be computed again when it changes. */
  get value(): T {
    if ((this.flags & Flag.dirty) !== 0 && this.update()) confirm(this);
    track(this);
    return this.#current;
  }

  /** A value that is the same as before (`===`) changes nothing. */
  set value(value: T) {
    if (this.#next === value) return;
    this.#next = value;
    this.flags = Flag.mutable | Flag.dirty;
    announce(this);
  }

  /** The value, without taking note of who reads it. */
  get untracked(): T {
    return this.#next;
  }

  update(): boolean {
    this.flags = Flag.mutable;
    const isOther = this.#current !== this.#next;
    this.#current = this.#next;
    return isOther;
  }

  notify(): void {
    // It reads nothing.
  }

  forget(): void {
    // It holds nothing for its readers.
  }
}

/** Something without a value of its own that may change: who asks for it is told. */
export class Change extends Node {
  constructor() {
    super(Flag.mutable);
  }

  /** Lets whatever is being computed depend on this. */
  track(): void {
    if ((this.flags & Flag.dirty) !== 0 && this.update()) confirm(this);
    track(this);
  }

  /** Whether anybody would be told. */
  get isRead(): boolean {
    return this.subs !== undefined;
  }

  /** Says that it has changed. */
  announce(): void {
    if (this.subs === undefined) return;
    this.flags = Flag.mutable | Flag.dirty;
    announce(this);
  }

  update(): boolean {
    this.flags = Flag.mutable;
    return true;
  }

  notify(): void {
    // It reads nothing.
  }

  forget(): void {
    // It holds nothing for its readers.
  }
}

/**
 * The change of something that few ask about: made when somebody does who is to be told.
 * @returns what to keep in its place
 */
export function trackChange(change: Change | undefined): Change | undefined {
  if (!isTracking()) return change;
  const tracked = change ?? new Change();
  tracked.track();
  return tracked;
}
