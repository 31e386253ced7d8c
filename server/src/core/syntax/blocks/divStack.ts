/** How a div is written, which says what closes it. */
export type DivKind = 'fenced' | 'html';

/** The divs that are open at a place, innermost first. Equal stacks are the same object. */
export class DivStack {
  /** No open div. */
  static readonly none = new DivStack(undefined, undefined);

  /** How the innermost div is written. */
  readonly kind: DivKind | undefined;
  readonly depth: number;
  /** Whether one of them is written as `<div>`. */
  readonly hasHtml: boolean;
  readonly #outer: DivStack | undefined;
  #fenced: DivStack | undefined;
  #html: DivStack | undefined;

  private constructor(kind: DivKind | undefined, outer: DivStack | undefined) {
    this.kind = kind;
    this.#outer = outer;
    this.hasHtml = kind === 'html' || outer?.hasHtml === true;
    this.depth = outer === undefined ? 0 : outer.depth + 1;
  }

  /** The stack without its innermost div. */
  get outer(): DivStack {
    return this.#outer ?? this;
  }

  /** The stack with one more div. */
  inside(kind: DivKind): DivStack {
    if (kind === 'fenced') return (this.#fenced ??= new DivStack(kind, this));
    return (this.#html ??= new DivStack(kind, this));
  }
}
