import type { TextRange } from '../text/range';
import type { LeafFact } from './facts';
import { type RenderOptions, renderLeaf } from './inline/renderer';
import type { Definitions } from './inline/reader';
import { TokenList } from './inline/tokenList';
import type { VisibleText } from './types';

/** A leaf with its place in the file. */
export interface PlacedLeaf {
  readonly fact: LeafFact;
  readonly range: TextRange;
}

/** The rendered text of a document's leaves, made when it is first asked for. */
export class LeafTexts {
  readonly #leaves: readonly PlacedLeaf[];
  readonly #definitions: Definitions;
  readonly #tokens = new TokenList();
  readonly #rendered = new Map<string, WeakMap<LeafFact, VisibleText>>();

  /** `leaves` come in the order of their starts. */
  constructor(leaves: readonly PlacedLeaf[], definitions: Definitions) {
    this.#leaves = leaves;
    this.#definitions = definitions;
  }

  /** The text in a range of the source; leaves are joined by blanks. Notes count only where the range is inside one. */
  textIn(range: TextRange, mode: RenderOptions['mode'], isInNote: boolean): VisibleText {
    const texts: string[] = [];
    const offsets: number[] = [];
    for (let index = this.#firstLeaf(range.start); index < this.#leaves.length; index++) {
      const leaf = this.#leaves[index];
      if (leaf === undefined || leaf.range.start >= range.end) break;
      if (leaf.range.end <= range.start) continue;
      if (leaf.fact.context === 'note' && !isInNote && !isWithin(range, leaf.range)) continue;
      const rendered = this.render(leaf.fact, mode, isInNote);
      const first = firstAtOrAfter(rendered.offsets, range.start);
      const last = Math.min(firstAtOrAfter(rendered.offsets, range.end), rendered.text.length);
      if (last <= first) continue;
      if (texts.length > 0) {
        texts.push(' ');
        offsets.push(rendered.offsets[first] ?? range.start);
      }
      texts.push(rendered.text.slice(first, last));
      for (let unit = first; unit < last; unit++) offsets.push(rendered.offsets[unit] ?? 0);
    }
    offsets.push(range.end);
    return { text: texts.join(''), offsets: Int32Array.from(offsets) };
  }

  /** The whole text of one leaf. */
  render(leaf: LeafFact, mode: RenderOptions['mode'], withNotes: boolean): VisibleText {
    const key = `${mode} ${withNotes ? 'notes' : ''}`;
    let texts = this.#rendered.get(key);
    if (texts === undefined) this.#rendered.set(key, (texts = new WeakMap()));
    const known = texts.get(leaf);
    if (known !== undefined) return known;
    const rendered = renderLeaf(leaf, {
      mode,
      withNotes,
      definitions: this.#definitions,
      tokens: this.#tokens,
    });
    texts.set(leaf, rendered);
    return rendered;
  }

  /** The index of the first leaf that may reach beyond `offset`. */
  #firstLeaf(offset: number): number {
    let low = 0;
    let high = this.#leaves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#leaves[middle]?.range.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

function isWithin(inner: TextRange, outer: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function firstAtOrAfter(offsets: Int32Array, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
