import { type Anchor, AnchoredRange } from '../text/anchor';
import { type Keeper, type Kept, keptUnder } from './kept';
import type { ScannedText, TableCell } from './source';
import type { Context, Leaf } from './types';

/** Where a leaf can be read again. */
export interface LeafSource {
  readonly scanned: ScannedText;
  /** Offsets into the text that was scanned. */
  readonly start: number;
  readonly end: number;
}

/** A block of inline text, with what is needed to read it again. It is its own range, since there are many. */
export class LeafFact extends AnchoredRange implements Leaf, Keeper {
  readonly kind: Leaf['kind'];
  readonly context: Context;
  readonly #scanned: ScannedText;
  readonly #start: number;
  readonly #end: number;
  #firstKept: Kept | undefined;
  /** How it was rendered, by mode. */
  #rendered: (RenderedLeaf | undefined)[] | undefined;

  /**
   * @param range where it stands in the source, before the shift of the anchor
   * @param source where it stands in the text that was scanned
   */
  constructor(
    kind: Leaf['kind'],
    context: Context,
    anchor: Anchor,
    range: { readonly from: number; readonly to: number },
    { scanned, start, end }: LeafSource,
  ) {
    super(anchor, range.from, range.to);
    this.kind = kind;
    this.context = context;
    this.#scanned = scanned;
    this.#start = start;
    this.#end = end;
  }

  get range(): AnchoredRange {
    return this;
  }

  get source(): LeafSource {
    return { scanned: this.#scanned, start: this.#start, end: this.#end };
  }

  /** The cell of a table that it stands in, if that was cut out of several lines. */
  get cell(): TableCell | undefined {
    return this.#scanned.cell;
  }

  /** How it was rendered in a mode. */
  rendered(mode: number): RenderedLeaf | undefined {
    return this.#rendered?.[mode];
  }

  setRendered(mode: number, rendered: RenderedLeaf): void {
    (this.#rendered ??= [])[mode] = rendered;
  }

  kept(slot: number): Kept | undefined {
    return keptUnder(slot, this.#firstKept);
  }

  keep(kept: Kept): void {
    kept.next = this.#firstKept;
    this.#firstKept = kept;
  }

  override toJSON() {
    return { kind: this.kind, context: this.context, ...super.toJSON() };
  }
}

/** What the text of a leaf asked about the rest of the document. */
export interface Question {
  readonly about: 'reference' | 'note' | 'example';
  readonly label: string;
  readonly answer: boolean | number | undefined;
}

/** The text of a leaf. */
export interface RenderedLeaf {
  readonly text: string;
  /** For each UTF-16 unit, its offset in the source from the start of the leaf; one more entry for the end. */
  readonly offsets: Int32Array;
  /** The text is right as long as the answers to these are the same. */
  readonly questions: readonly Question[];
}
