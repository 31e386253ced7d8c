import { type AttributeBlock, AttributeMemo, type Span } from '../attributes';
import type { FailedAttributes } from '../types';
import type { Target } from './targets';
import type { Token } from './tokens';

/** What stands behind a closing bracket, inline code or an address. */
export interface Suffix {
  /** The offset after it. */
  readonly end: number;
  readonly attributes?: AttributeBlock;
  /** `(address "title")`. */
  readonly target?: Target;
  /** `{=format}`: the code is raw output. */
  readonly isFormat?: boolean;
  /** Braces that are no attributes; they are not skipped. */
  readonly failure?: AttributeFailure;
}

/** Text in braces that Pandoc prints as it stands, and why. */
export interface AttributeFailure extends Span {
  readonly reason: FailedAttributes['reason'];
  readonly fault: Span;
}

/** What the first pass over a paragraph finds, in order. It is reused from paragraph to paragraph. */
export class TokenList {
  count = 0;
  /** The offset from which on the text was read. */
  from = 0;
  /** Whether the end of a fence, comment or environment was looked for in vain: text far below may change what stands here. */
  isOpen = false;
  kinds = new Uint8Array(256);
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** For a bracket, the token of its partner, or -1. */
  partners = new Int32Array(256);
  readonly suffixes: (Suffix | undefined)[] = [];
  /** The opening brackets that are not closed yet, innermost last. */
  readonly brackets: number[] = [];
  readonly memo = new AttributeMemo();

  /** Forgets all tokens; their room is used again. */
  clear(): void {
    this.count = 0;
    if (this.brackets.length > 0) this.brackets.length = 0;
    this.memo.clear();
  }

  /** Adds a token and gives its index. */
  add(kind: Token, start: number, end: number, suffix?: Suffix): number {
    const index = this.count++;
    if (index >= this.kinds.length) this.#grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.partners[index] = -1;
    this.suffixes[index] = suffix;
    return index;
  }

  kind(index: number): Token {
    return this.kinds[index] as Token;
  }

  start(index: number): number {
    return this.starts[index] ?? 0;
  }

  end(index: number): number {
    return this.ends[index] ?? 0;
  }

  partner(index: number): number {
    return this.partners[index] ?? -1;
  }

  /** Whether an offset lies inside code, math, a comment, a tag or raw TeX. */
  covers(offset: number): boolean {
    for (let index = 0; index < this.count && this.start(index) <= offset; index++) {
      if (this.end(index) > offset) return true;
    }
    return false;
  }

  #grow(): void {
    const size = this.kinds.length * 2;
    const kinds = new Uint8Array(size);
    kinds.set(this.kinds);
    this.kinds = kinds;
    this.starts = grown(this.starts, size);
    this.ends = grown(this.ends, size);
    this.partners = grown(this.partners, size);
  }
}

function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}
