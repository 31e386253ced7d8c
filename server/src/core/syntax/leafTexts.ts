import type { TextRange } from '../text/range';
import type { LeafFact } from './facts';
import { type RenderOptions, renderLeaf } from './inline/renderer';
import type { Definitions } from './inline/reader';
import { InlineScanner, type Surroundings } from './inline/scanner';
import { TokenList } from './inline/tokenList';
import type { Container } from './source';
import type { VisibleText } from './types';

// Words with single blanks between them: nothing in such a text is markup or becomes another character.
const isPlain = /^[\p{L}\p{N},;:()?/%+]+(?: [\p{L}\p{N},;:()?/%+]+)*$/u;

/** A leaf was cut where its text ends, so nothing interrupts it any more. */
const leafSurroundings: Surroundings = {
  interrupts: () => false,
  paragraphEnd: (offset) => offset,
};

/** The rendered text of a document's leaves, made when it is first asked for. */
export class LeafTexts {
  /** In the order of their starts. */
  readonly leaves: readonly LeafFact[];
  /** The place of each leaf in the order in which Pandoc gives them: captions first, cells one by one. */
  #order: Map<LeafFact, number> | undefined;
  readonly #leaves: readonly LeafFact[];
  /** For each leaf, the farthest end of it and those before it: cells of a row overlap. */
  readonly #reach: Int32Array;
  readonly #definitions: Definitions;
  readonly #tokens = new TokenList();
  readonly #scanners = new WeakMap<Container, InlineScanner>();
  readonly #rendered = new Map<string, WeakMap<LeafFact, VisibleText>>();

  /** `leaves` come in the order in which they were read. */
  constructor(leaves: readonly LeafFact[], definitions: Definitions) {
    this.#leaves = leaves;
    this.leaves = inOrder(leaves);
    this.#reach = new Int32Array(leaves.length);
    let farthest = 0;
    this.leaves.forEach(({ range }, index) => {
      farthest = Math.max(farthest, range.end);
      this.#reach[index] = farthest;
    });
    this.#definitions = definitions;
  }

  /** The text in a range of the source; leaves are joined by blanks. Notes count only where the range is inside one. */
  textIn(range: TextRange, mode: RenderOptions['mode'], isInNote: boolean): VisibleText {
    const texts: string[] = [];
    const offsets: number[] = [];
    for (const leaf of this.#leavesIn(range, mode === 'plain')) {
      if (leaf.context === 'note' && !isInNote && !isWithin(range, leaf.range)) continue;
      const rendered = this.render(leaf, mode, isInNote);
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

  #scannerFor(container: Container): InlineScanner {
    let scanner = this.#scanners.get(container);
    if (scanner === undefined) {
      scanner = new InlineScanner(container.text, leafSurroundings, this.#tokens);
      this.#scanners.set(container, scanner);
    }
    return scanner;
  }

  #leavesIn(range: TextRange, isInReadingOrder: boolean): readonly LeafFact[] {
    const found: LeafFact[] = [];
    for (let index = this.#firstLeaf(range.start); index < this.leaves.length; index++) {
      const leaf = this.leaves[index];
      if (leaf === undefined || leaf.range.start >= range.end) break;
      if (leaf.range.end > range.start) found.push(leaf);
    }
    if (!isInReadingOrder || found.length < 2) return found;
    const order = (this.#order ??= new Map(this.#leaves.map((leaf, index) => [leaf, index])));
    const place = (leaf: LeafFact): number => order.get(leaf) ?? 0;
    return found.sort((a, b) => place(a) - place(b));
  }

  /** The plain text of a heading. */
  plain(leaf: LeafFact): string {
    const { container, start, end } = leaf.source;
    const text = container.text.slice(start, end);
    return isPlain.test(text) ? text : this.render(leaf, 'plain', false).text;
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
      scanner: this.#scannerFor(leaf.source.container),
    });
    texts.set(leaf, rendered);
    return rendered;
  }

  /** The index of the first leaf that reaches beyond `offset`. */
  #firstLeaf(offset: number): number {
    let low = 0;
    let high = this.leaves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#reach[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The leaves in the order of their starts; mostly they are in it already. */
function inOrder(leaves: readonly LeafFact[]): readonly LeafFact[] {
  for (let index = 1; index < leaves.length; index++) {
    if ((leaves[index]?.range.start ?? 0) < (leaves[index - 1]?.range.start ?? 0)) {
      return [...leaves].sort((a, b) => a.range.start - b.range.start);
    }
  }
  return leaves;
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
