/** How a div is written, which says what closes it; `element` is another block element, in which no fence counts. */
export type DivKind = 'fenced' | 'html' | 'element';

/** The divs that are open at a place, and the HTML elements in them, innermost first. Equal stacks are the same object. */
export class DivStack {
  /** Nothing is open. */
  static readonly none = new DivStack(undefined, undefined, undefined);

  /** How the innermost div is written. */
  readonly kind: DivKind | undefined;
  readonly depth: number;
  /** How many fenced divs are open. */
  readonly fences: number;
  /** The name of the innermost HTML element: its closing tag ends what stands in it. */
  readonly tag: string | undefined;
  readonly #outer: DivStack | undefined;
  readonly #ownTag: string | undefined;
  #inner: DivStack | undefined;
  #others: Map<string, DivStack> | undefined;

  private constructor(
    kind: DivKind | undefined,
    tag: string | undefined,
    outer: DivStack | undefined,
  ) {
    this.kind = kind;
    this.tag = tag ?? outer?.tag;
    this.#ownTag = tag;
    this.#outer = outer;
    this.depth = outer === undefined ? 0 : outer.depth + 1;
    this.fences = (outer?.fences ?? 0) + (kind === 'fenced' ? 1 : 0);
  }

  /** The stack without its innermost div. */
  get outer(): DivStack {
    return this.#outer ?? this;
  }

  /** The stack with one more fenced div. */
  get insideFence(): DivStack {
    return this.#inside('fenced', undefined);
  }

  /** The stack with one more HTML element. */
  insideElement(tag: string): DivStack {
    return this.#inside(tag === 'div' ? 'html' : 'element', tag);
  }

  #inside(kind: DivKind, tag: string | undefined): DivStack {
    // Mostly there is one kind of div in another one.
    if (this.#inner?.kind === kind && this.#inner.#ownTag === tag) return this.#inner;
    if (this.#inner === undefined) return (this.#inner = new DivStack(kind, tag, this));
    this.#others ??= new Map();
    const key = tag ?? '';
    let other = this.#others.get(key);
    if (other === undefined) this.#others.set(key, (other = new DivStack(kind, tag, this)));
    return other;
  }
}
