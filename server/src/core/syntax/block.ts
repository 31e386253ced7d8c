import type { Anchor } from '../text/anchor';
import { lineStarts } from '../text/lineIndex';
import type { ScannedBlock } from './blocks/file';
import type { DivKind, DivStack } from './blocks/divStack';
import type { BlockAnchor, DivFence, Facts } from './facts';
import { closeInnerDivs } from './fences';
import { type BlockLists, emptyLists } from './resolve';
import type { SyntaxBlock } from './types';

/** Blocks that stand together, so that few places change when text before them is edited. */
export class BlockGroup implements Anchor {
  shift = 0;
  /** The line from which on the lines of its blocks are counted. */
  line = 0;
  /** How many blocks it has. */
  size = 0;
  /** Its place in the list of groups. */
  index = 0;
}

/** A block of a document that may be edited. It keeps the text that was scanned, and shares it with its neighbours. */
export class Block implements SyntaxBlock {
  readonly facts: Facts;
  readonly anchor: BlockAnchor;
  /** The text that was scanned; `from` and `to` are offsets into it, as are the places of the facts before their shift. */
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly column: number;
  /** Whether a blank line or nothing stands before it. */
  isAfterBlank: boolean;
  readonly asksForDivs: boolean;
  readonly #reach: number;
  /** The fence of a div that no other one of the block goes with. */
  fence: DivFence | undefined;
  /** The divs that are open before it. */
  divs: DivStack;
  group: BlockGroup;
  /** Its first line, from the first one of the group. */
  groupLine: number;
  /** What it says, references resolved. */
  lists: BlockLists = emptyLists;
  #lineStarts: readonly number[] | undefined;

  constructor(scanned: ScannedBlock, source: string, from: number, to: number, group: BlockGroup) {
    this.facts = scanned.facts;
    this.anchor = scanned.facts.anchor;
    this.source = source;
    this.from = from;
    this.to = to;
    // The first block of a file takes the blank lines before it.
    this.column = from < scanned.start ? 0 : scanned.column;
    this.groupLine = from < scanned.start ? 0 : scanned.line;
    this.isAfterBlank = scanned.isAfterBlank;
    this.asksForDivs = scanned.asksForDivs;
    this.#reach = scanned.reach;
    this.divs = scanned.divs;
    this.fence = closeInnerDivs(scanned.facts);
    this.group = group;
    this.anchor.group = group;
  }

  get start(): number {
    return this.anchor.shift + this.from;
  }

  get end(): number {
    return this.anchor.shift + this.to;
  }

  /** The offset before which the text counts for how the block is read. */
  get reach(): number {
    return this.anchor.shift + this.#reach;
  }

  /** The line on which it begins. */
  get line(): number {
    return this.group.line + this.groupLine;
  }

  /** Whether its reading depends on all the text behind it. */
  get isOpen(): boolean {
    return this.#reach === Infinity;
  }

  /** The divs that are open behind it. */
  get divsAfter(): DivStack {
    return afterFence(this.divs, this.fence);
  }

  get text(): string {
    return this.source.slice(this.from, this.to);
  }

  /** The offsets from the start of the block at which lines start; the first is 0. */
  get lineStarts(): readonly number[] {
    return (this.#lineStarts ??= lineStarts(this.text));
  }

  get elements() {
    return this.lists.elements;
  }

  get citations() {
    return this.lists.citations;
  }

  get links() {
    return this.lists.links;
  }

  get labels() {
    return this.lists.labels;
  }

  get comments() {
    return this.lists.comments;
  }

  get includes() {
    return this.lists.includes;
  }

  get failedAttributes() {
    return this.lists.failedAttributes;
  }

  get leaves() {
    return this.lists.leaves;
  }
}

function afterFence(divs: DivStack, fence: DivFence | undefined): DivStack {
  if (fence === undefined) return divs;
  if (fence.type === 'close') return divs.outer;
  const kind: DivKind = fence.element.form === 'html' ? 'html' : 'fenced';
  return divs.inside(kind);
}
