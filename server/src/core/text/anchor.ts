import type { TextRange } from './range';

/** What a group of places moves with. */
export interface Anchor {
  /** How far the places stand from where they were when they were found, in UTF-16 units. */
  readonly shift: number;
}

/** A range that moves with its anchor, so that it always tells its present place. */
export class AnchoredRange implements TextRange {
  #anchor: Anchor;
  #from: number;
  #to: number;

  /** `from` and `to` are offsets before the shift of the anchor. */
  constructor(anchor: Anchor, from: number, to: number) {
    this.#anchor = anchor;
    this.#from = from;
    this.#to = to;
  }

  get start(): number {
    return this.#anchor.shift + this.#from;
  }

  get end(): number {
    return this.#anchor.shift + this.#to;
  }

  get anchor(): Anchor {
    return this.#anchor;
  }

  /** The start before the shift of the anchor. */
  get from(): number {
    return this.#from;
  }

  /** The end before the shift of the anchor. */
  get to(): number {
    return this.#to;
  }

  /** Takes the place of another range, now and from now on. */
  become(other: AnchoredRange): void {
    this.#anchor = other.#anchor;
    this.#from = other.#from;
    this.#to = other.#to;
  }

  toJSON(): TextRange {
    return { start: this.start, end: this.end };
  }
}

/**
 * A part of a range that moves with it.
 * @param from offset from the start of `range`
 * @param to offset from the start of `range`
 */
export function subRange(range: TextRange, from: number, to: number): TextRange {
  return new SubRange(range, from, to);
}

class SubRange implements TextRange {
  readonly #outer: TextRange;
  readonly #from: number;
  readonly #to: number;

  constructor(outer: TextRange, from: number, to: number) {
    this.#outer = outer;
    this.#from = from;
    this.#to = to;
  }

  get start(): number {
    return this.#outer.start + this.#from;
  }

  get end(): number {
    return this.#outer.start + this.#to;
  }

  toJSON(): TextRange {
    return { start: this.start, end: this.end };
  }
}
