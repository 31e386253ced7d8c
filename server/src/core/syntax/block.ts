import type { Anchor } from '../text/anchor';
import { lineStarts } from '../text/lineIndex';
import { DivStack } from './blocks/divStack';
import { type BlockAnchor, type DivFence, type ElementFact, Facts } from './facts';
import { Keeping } from './kept';
import type { LeafFact } from './leafFact';
import type {
  Citation,
  Comment,
  FailedAttributes,
  Include,
  InternalLink,
  Label,
  SyntaxBlock,
  SyntaxFacts,
} from './types';

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

/** What a block says once references are resolved. */
export interface BlockLists extends SyntaxFacts {
  readonly elements: readonly ElementFact[];
  readonly leaves: readonly LeafFact[];
  /** The leaves in the order in which Pandoc gives them: captions first, cells one by one. */
  readonly readingOrder: readonly LeafFact[];
}

/** What is true of a block. */
const enum Flag {
  AfterBlank = 1,
  AsksForDivs = 2,
  ConcernsOthers = 4,
}

/** An offset beyond any text, and still a small integer, which takes no room of its own. */
export const ENDLESS = 0x3fffffff;

const none: readonly never[] = [];
const noGroup = new BlockGroup();

/** A block of a document that may be edited. It keeps the text that was scanned, and shares it with its neighbours. */
export class Block extends Keeping implements SyntaxBlock, BlockAnchor {
  readonly facts: Facts;
  /** The text that was scanned; `from` and `to` are offsets into it, as are the places of the facts before their shift. */
  source: string;
  from: number;
  to: number;
  /** How far into its line it begins. */
  column: number;
  #flags: number = Flag.AfterBlank;
  /** The offset into `source` before which the text counts for how it was read; {@link ENDLESS} where more text might. */
  ownReach = ENDLESS;
  /** The fence of a div that no other one of the block goes with. */
  fence: DivFence | undefined;
  /** The divs that are open before it. */
  divs = DivStack.none;
  /** What is open behind it, where it is a tag of another element in a div. */
  elementAfter: DivStack | undefined;
  div: ElementFact | undefined;
  group = noGroup;
  /** Where `source` begins, from the start of the group. */
  offset = 0;
  /** Its first line, from the first one of the group. */
  groupLine: number;
  /** What it says where that depends on other blocks. */
  lists: BlockLists | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(source: string, from: number, line: number, column: number) {
    super();
    this.facts = new Facts(this);
    this.source = source;
    this.from = from;
    this.to = source.length;
    this.groupLine = line;
    this.column = column;
  }

  get shift(): number {
    return this.group.shift + this.offset;
  }

  get start(): number {
    return this.group.shift + this.offset + this.from;
  }

  get end(): number {
    return this.group.shift + this.offset + this.to;
  }

  get text(): string {
    return this.source.slice(this.from, this.to);
  }

  /** The offset before which the text counts for how the block is read. */
  get reach(): number {
    return this.shift + this.ownReach;
  }

  /** The line on which it begins. */
  get line(): number {
    return this.group.line + this.groupLine;
  }

  /** Whether its reading depends on all the text behind it. */
  get isOpen(): boolean {
    return this.ownReach === ENDLESS;
  }

  /** Whether a blank line or nothing stands before it. */
  get isAfterBlank(): boolean {
    return (this.#flags & Flag.AfterBlank) !== 0;
  }

  set isAfterBlank(is: boolean) {
    this.#setFlag(Flag.AfterBlank, is);
  }

  /** Whether it matters which divs are open before it. */
  get asksForDivs(): boolean {
    return (this.#flags & Flag.AsksForDivs) !== 0;
  }

  set asksForDivs(does: boolean) {
    this.#setFlag(Flag.AsksForDivs, does);
  }

  /** Whether there is anything in it that other blocks may refer to. */
  get concernsOthers(): boolean {
    return (this.#flags & Flag.ConcernsOthers) !== 0;
  }

  set concernsOthers(does: boolean) {
    this.#setFlag(Flag.ConcernsOthers, does);
  }

  /** Whether it refers to anything elsewhere. */
  get refersToOthers(): boolean {
    return this.facts.ownUses !== undefined || this.facts.ownNotes !== undefined;
  }

  #setFlag(flag: Flag, is: boolean): void {
    this.#flags = is ? this.#flags | flag : this.#flags & ~flag;
  }

  /** The divs that are open behind it. */
  get divsAfter(): DivStack {
    if (this.elementAfter !== undefined) return this.elementAfter;
    if (this.fence === undefined) return this.divs;
    if (this.fence.type === 'close') return this.divs.outer;
    const isHtml = this.fence.element.form === 'html';
    return isHtml ? this.divs.insideElement('div') : this.divs.insideFence;
  }

  /** The offsets from the start of the block at which lines start; the first is 0. */
  get lineStarts(): readonly number[] {
    return (this.#lineStarts ??= lineStarts(this.text));
  }

  get elements(): readonly ElementFact[] {
    return this.lists?.elements ?? this.facts.ownElements ?? none;
  }

  get citations(): readonly Citation[] {
    return this.lists?.citations ?? this.facts.ownCitations ?? none;
  }

  get links(): readonly InternalLink[] {
    return this.lists?.links ?? this.facts.ownLinks ?? none;
  }

  get labels(): readonly Label[] {
    return this.lists?.labels ?? this.facts.ownLabels ?? none;
  }

  get comments(): readonly Comment[] {
    return this.lists?.comments ?? this.facts.ownComments ?? none;
  }

  get includes(): readonly Include[] {
    return this.lists?.includes ?? this.facts.ownIncludes ?? none;
  }

  get failedAttributes(): readonly FailedAttributes[] {
    return this.lists?.failedAttributes ?? this.facts.ownFailures ?? none;
  }

  get leaves(): readonly LeafFact[] {
    return this.lists?.leaves ?? this.facts.ownLeaves ?? none;
  }

  /** The leaves in the order in which Pandoc gives them. */
  get readingOrder(): readonly LeafFact[] {
    return this.lists?.readingOrder ?? this.facts.ownLeaves ?? none;
  }
}
