import { alphanumericLength, Code, isAfterAlphanumeric, skipRun } from '../characters';

/** An opening that waits for its closing: `need` delimiters stand at `output` and after it. */
interface Opening {
  readonly mark: number;
  need: number;
  readonly output: number;
}

/** Where the matcher writes the characters that it reads, and takes them back. */
export interface EmphasisOutput {
  /** The index of the next character to be written. */
  readonly length: number;
  /** Writes `count` delimiters that stand at `at`. */
  write(at: number, count: number): void;
  /** Takes back `count` characters that were written from `output` on. */
  remove(output: number, count: number): void;
}

/**
 * Pairs emphasis delimiters the way Pandoc does: an opening that is not closed inside its construct leaves the openings
 * around it unclosed as well. One matcher serves one paragraph.
 */
export class EmphasisMatcher {
  readonly #text: string;
  readonly #limit: number;
  readonly #output: EmphasisOutput;
  readonly #contexts: Opening[][] = [[]];

  constructor(text: string, limit: number, output: EmphasisOutput) {
    this.#text = text;
    this.#limit = limit;
    this.#output = output;
  }

  /** Emphasis that is opened from here on must close before `leave`. */
  enter(): void {
    this.#contexts.push([]);
  }

  leave(): void {
    if (this.#contexts.length > 1) this.#contexts.pop();
  }

  /** Reads the delimiters at `at`; gives the offset after them. */
  read(at: number): number {
    const text = this.#text;
    const mark = text.charCodeAt(at);
    const run = skipRun(text, at, this.#limit, mark) - at;
    const stack = this.#contexts.at(-1) ?? [];
    const top = stack.at(-1);
    if (top?.mark === mark) {
      const closed = this.#close(stack, top, at, run);
      if (closed > 0) return at + closed;
    }
    if (mark === Code.Underscore && isAfterAlphanumeric(text, at)) {
      this.#output.write(at, 1);
      return at + 1;
    }
    const next = text.charCodeAt(at + run);
    const output = this.#output.length;
    this.#output.write(at, run);
    if (run <= 3 && next !== Code.Space) stack.push({ mark, need: run, output });
    return at + run;
  }

  /** Closes what the delimiters at `at` close; gives how many of them it used. */
  #close(stack: Opening[], top: Opening, at: number, run: number): number {
    const { mark, need, output } = top;
    if (need === 1) {
      if (!this.#ends(mark, at, 1)) return 0;
      if (run >= 2 && !this.#ends(mark, at + 2, 1)) {
        stack.push({ mark, need: 2, output: this.#output.length });
        this.#output.write(at, 2);
        return 2;
      }
    }
    if (need === 2 && !this.#ends(mark, at, 2)) return 0;
    if (need === 3) {
      if (!this.#ends(mark, at, 1)) return 0;
      const used = this.#ends(mark, at, 3) ? 3 : this.#ends(mark, at, 2) ? 2 : 1;
      this.#output.remove(output, used);
      if (used === 3) stack.pop();
      else stack[stack.length - 1] = { mark, need: 3 - used, output: output + used };
      return used;
    }
    this.#output.remove(output, need);
    stack.pop();
    return need;
  }

  #ends(mark: number, at: number, count: number): boolean {
    const text = this.#text;
    for (let index = at; index < at + count; index++) {
      if (index >= this.#limit || text.charCodeAt(index) !== mark) return false;
    }
    return mark === Code.Asterisk || alphanumericLength(text, at + count) === 0;
  }
}
