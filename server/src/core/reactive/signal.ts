import { announce, confirm, Flag, isTracking, isWithin, Node, track } from './system';

/** What keeps nodes by key for as long as somebody reads them. */
export interface NodeOwner<K> {
  /** Told that nobody reads the node of a key any more. */
  unread(key: K): void;
}

/** A value that is set from outside, and that knows who has read it. */
export class Signal<T, K = unknown> extends Node {
  readonly #owner: NodeOwner<K> | undefined;
  readonly #key: K | undefined;
  #current: T;
  #next: T;

  /** `owner` is told when the last reader has gone. */
  constructor(value: T, owner?: NodeOwner<K>, key?: K) {
    super(Flag.mutable);
    this.#owner = owner;
    this.#key = key;
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
    if (this.subs === undefined) {
      // Nobody will ask what it was before: that must not be kept for the day when somebody reads it again.
      this.#current = value;
      return;
    }
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
    this.#owner?.unread(this.#key as K);
  }
}

/** Something without a value of its own that may change: who asks for it is told. */
export class Change<K = unknown> extends Node {
  readonly #owner: NodeOwner<K> | undefined;
  readonly #key: K | undefined;

  /** `owner` is told when the last reader has gone. */
  constructor(owner?: NodeOwner<K>, key?: K) {
    super(Flag.mutable);
    this.#owner = owner;
    this.#key = key;
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
    this.#owner?.unread(this.#key as K);
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

/** Something with parts that others may change: who knows it as a whole is told of that, whichever part it is. */
export interface Whole {
  /** The change of any of its parts. */
  readonly parts: Change;
}

/**
 * As {@link trackChange}, for a part of a whole: who knows the whole depends on that alone, which costs less than to
 * follow each of its parts. Whoever announces the change has to announce it of the whole as well.
 */
export function trackPart(
  change: Change | undefined,
  whole: Whole | undefined,
): Change | undefined {
  return whole !== undefined && trackWhole(whole) ? change : trackChange(change);
}

/** Notes that a part of a whole is read by who knows the whole; gives whether that is so. */
export function trackWhole(whole: Whole): boolean {
  if (!isWithin(whole)) return false;
  whole.parts.track();
  return true;
}
