import { firstFrom } from '../../text/search';
import { Block, ENDLESS } from '../block';
import { Facts, type Section } from '../facts';
import { closeInnerDivs } from '../fences';
import { TokenList } from '../inline/tokenList';
import { concernsOthers } from '../structure';
import { sortFacts } from '../resolve';
import { type Container, fileContainer, lineStart, toSource } from '../source';
import type { DivStack } from './divStack';
import { isBlankFrom } from './lines';
import { Lookahead } from './lookahead';
import { afterLine } from './reading';
import { BlockScanner } from './scanner';

const fileSection: Section = { end: undefined };

/** Reads a file, or a part of it that begins with a line, block by block. */
export class FileScanner {
  readonly #source: string;
  readonly #container: Container;
  readonly #scanner: BlockScanner;
  readonly #tokens = new TokenList();
  readonly #lookahead = new Lookahead();
  #next: number;

  /** `divs` are open at the start of the text. */
  constructor(source: string, divs: DivStack) {
    this.#source = source;
    this.#container = fileContainer(source);
    this.#scanner = new BlockScanner(
      this.#container,
      new Facts({ shift: 0, div: undefined }),
      {
        isInList: false,
        fences: 0,
        tagAround: undefined,
        isTight: false,
        context: 'body',
        depth: 0,
        section: fileSection,
        tokens: this.#tokens,
        lookahead: this.#lookahead,
        leafKind: 'paragraph',
      },
      divs,
    );
    this.#next = this.#scanner.nextBlock();
  }

  /** Where the next block begins in the source; -1 at the end. */
  get next(): number {
    return this.#next < 0 ? -1 : toSource(this.#container, this.#next);
  }

  /** How far into its line the next block begins. */
  get column(): number {
    const start = lineStart(this.#container, this.#scanner.line);
    return start === this.#next ? 0 : this.next - toSource(this.#container, start);
  }

  /** The line on which the next block begins; the last one at the end. Editors count lone carriage returns as well. */
  get line(): number {
    const { lineCount, loneReturns } = this.#container;
    const line = this.#next < 0 ? lineCount - 1 : this.#scanner.line;
    if (loneReturns === undefined) return line;
    return line + firstFrom(loneReturns, this.#next < 0 ? Infinity : this.next, (at) => at);
  }

  /** Whether the next block begins a line behind a blank one, or the text. */
  get isAfterBlank(): boolean {
    const { line } = this.#scanner;
    if (lineStart(this.#container, line) !== this.#next) return false;
    return line === 0 || isBlankFrom(this.#container.text, lineStart(this.#container, line - 1));
  }

  /** The divs that are open before the next block. */
  get divs(): DivStack {
    return this.#scanner.divs;
  }

  /** Reads the next block; there must be one. */
  scan(): Block {
    const block = new Block(this.#source, this.next, this.line, this.column);
    block.isAfterBlank = this.isAfterBlank;
    block.divs = this.divs;
    this.#lookahead.clear();
    this.#tokens.isOpen = false;
    this.#scanner.facts = block.facts;
    this.#scanner.scanBlock();
    block.facts.trim();
    const end = this.#scanner.pos;
    this.#next = this.#scanner.nextBlock();
    block.asksForDivs = this.#lookahead.asksForDivs;
    block.ownReach = this.#reach(end);
    block.fence = closeInnerDivs(block.facts);
    if (block.fence === undefined && this.divs !== block.divs) block.elementAfter = this.divs;
    sortFacts(block.facts);
    block.concernsOthers = concernsOthers(block.facts);
    return block;
  }

  /**
   * Puts a shorter text in the place of the one that was scanned, for who keeps it: the same up to the end of what was
   * read. Where tabs or carriage returns were left out, another text was read, which is kept.
   */
  shorten(text: string): void {
    const { scanned } = this.#scanner;
    if (scanned.map === undefined) scanned.text = text;
  }

  /** A block that ends at `end` looks at the next line that is not blank, and as far beyond as it has said. */
  #reach(end: number): number {
    const { reach, crossed } = this.#lookahead;
    const isOpen = this.#tokens.isOpen || this.#next < 0 || crossed > end;
    if (isOpen) return ENDLESS;
    const farthest = Math.max(reach, afterLine(this.#container, this.#scanner.line));
    return farthest > this.#container.text.length ? ENDLESS : toSource(this.#container, farthest);
  }
}
