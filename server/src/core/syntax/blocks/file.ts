import { BlockAnchor, Facts, type Section } from '../facts';
import { TokenList } from '../inline/tokenList';
import { type Container, fileContainer, lineStart, toSource } from '../source';
import type { DivStack } from './divStack';
import { isBlankFrom } from './lines';
import { Lookahead } from './lookahead';
import { afterLine } from './reading';
import { BlockScanner } from './scanner';

/** A block of the file itself as it was read, with offsets into the text that was scanned. */
export interface ScannedBlock {
  readonly facts: Facts;
  readonly start: number;
  /** The line on which it begins, and how far into that line. */
  readonly line: number;
  readonly column: number;
  /** Whether a blank line or nothing stands before it. */
  readonly isAfterBlank: boolean;
  /** The divs that were open before it, and whether it mattered which. */
  readonly divs: DivStack;
  readonly asksForDivs: boolean;
  /** The offset before which all text counted for how it was read; Infinity where more text might have. */
  readonly reach: number;
}

const fileSection: Section = { end: undefined };

/** Reads a file, or a part of it that begins with a line, block by block. */
export class FileScanner {
  readonly #container: Container;
  readonly #scanner: BlockScanner;
  readonly #tokens = new TokenList();
  readonly #lookahead = new Lookahead();
  #next: number;

  /** `divs` are open at the start of the text. */
  constructor(source: string, divs: DivStack) {
    this.#container = fileContainer(source);
    this.#scanner = new BlockScanner(
      this.#container,
      new Facts(new BlockAnchor()),
      {
        isInList: false,
        divDepth: 0,
        isInHtmlDiv: false,
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
    return this.next - toSource(this.#container, this.#lineStart);
  }

  /** The line on which the next block begins; the last one at the end. */
  get line(): number {
    return this.#next < 0 ? this.#container.lineCount - 1 : this.#scanner.line;
  }

  /** Whether the next block begins a line behind a blank one, or the text. */
  get isAfterBlank(): boolean {
    return this.column === 0 && this.#isBlank(this.line - 1);
  }

  /** The divs that are open before the next block. */
  get divs(): DivStack {
    return this.#scanner.divs;
  }

  /** Reads the next block; there must be one. */
  scan(): ScannedBlock {
    const facts = new Facts(new BlockAnchor());
    const { divs, next: start, line, column, isAfterBlank } = this;
    this.#lookahead.clear();
    this.#tokens.isOpen = false;
    this.#scanner.facts = facts;
    this.#scanner.scanBlock();
    facts.trim();
    const end = this.#scanner.pos;
    this.#next = this.#scanner.nextBlock();
    const { asksForDivs } = this.#lookahead;
    const reach = this.#reach(end);
    return { facts, start, line, column, isAfterBlank, divs, asksForDivs, reach };
  }

  get #lineStart(): number {
    return lineStart(this.#container, this.#scanner.line);
  }

  #isBlank(line: number): boolean {
    return line < 0 || isBlankFrom(this.#container.text, lineStart(this.#container, line));
  }

  /** A block that ends at `end` looks at the next line that is not blank, and as far beyond as it has said. */
  #reach(end: number): number {
    const { reach, crossed } = this.#lookahead;
    const isOpen = this.#tokens.isOpen || this.#next < 0 || crossed > end;
    if (isOpen) return Infinity;
    const farthest = Math.max(reach, afterLine(this.#container, this.#scanner.line));
    return farthest > this.#container.text.length ? Infinity : toSource(this.#container, farthest);
  }
}
