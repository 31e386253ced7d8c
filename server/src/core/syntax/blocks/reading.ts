import { AnchoredRange } from '../../text/anchor';
import { type AttributeLists, noAttributes, placed } from '../attributeLists';
import type { AttributeBlock, Span } from '../attributes';
import { type DivExtent, ElementFact, type Facts, type HeadingFact, type Section } from '../facts';
import { InlineReader, type InlineTarget } from '../inline/reader';
import { InlineScanner, type Surroundings } from '../inline/scanner';
import type { AttributeFailure, TokenList } from '../inline/tokenList';
import { LeafFact } from '../leafFact';
import {
  type Container,
  lineEnd,
  lineStart,
  type ScannedText,
  toSource,
  withoutLines,
} from '../source';
import type { Carrier, Context, Leaf } from '../types';
import { includePath, indexOfShortcode } from './includes';
import type { Collected } from './collect';
import { DashLines } from './dashLines';
import { isBlankFrom, lineAt } from './lines';
import type { Lookahead } from './lookahead';

/** What a container inherits from the blocks around it. */
export interface BlockContext {
  readonly isInList: boolean;
  /** How many fenced divs are open around it. */
  readonly fences: number;
  /** The name of the innermost HTML element that is open around it. */
  readonly tagAround: string | undefined;
  readonly context: Context;
  /** Whether no blank line follows it: it is an item directly before another one, or at the end of such an item. */
  readonly isTight: boolean;
  /** How many containers it stands in. */
  readonly depth: number;
  readonly section: Section;
  /** Shared by all containers of a file: only one paragraph is read at a time. */
  readonly tokens: TokenList;
  readonly lookahead: Lookahead;
  /** What its paragraphs are called. */
  readonly leafKind: Leaf['kind'];
}

/** In what a container may differ from the blocks around it. */
export interface InnerContext extends Partial<
  Pick<BlockContext, 'isInList' | 'context' | 'leafKind'>
> {
  /** Whether it is an item of a list, which no blank lines end. */
  readonly isItem?: boolean;
  /** Whether it is a single piece of inline text. */
  readonly isInline?: boolean;
}

/** The place in a container that is being read, and how what is found there is written down. */
export abstract class BlockReading implements Surroundings, InlineTarget {
  readonly container: Container;
  readonly text: string;
  readonly inline: InlineScanner;
  readonly surroundings: BlockContext;
  facts: Facts;
  /** The offset of the next character to be read, and its line. */
  pos = 0;
  line = 0;
  /** The lines without a blank one between them that were looked at last. */
  #paragraphFirst = 0;
  #paragraphNext = 0;
  /** The next shortcode after the leaf that was read last; Infinity where there is none. */
  #shortcode = -1;
  #reader: InlineReader | undefined;
  #scanned: ScannedText | undefined;
  #dashLines: DashLines | undefined;
  /** The next bar from an offset on. */
  #barFrom = Infinity;
  #bar = Infinity;

  constructor(container: Container, facts: Facts, surroundings: BlockContext) {
    this.container = container;
    this.text = container.text;
    this.facts = facts;
    this.surroundings = surroundings;
    this.inline = new InlineScanner(container.text, this, surroundings.tokens);
  }

  /** Whether a fenced div is open here. */
  abstract get isInDiv(): boolean;

  abstract interrupts(start: number): boolean;

  /** Reads what was taken out of this container, and goes on after it. */
  abstract readCollected(collected: Collected, context?: InnerContext, facts?: Facts): void;

  /** Reads a string of the metadata, whose headings stand in `section`. */
  abstract readText(text: Container, isBlocks: boolean, section: Section): void;

  /** What is to be kept of the container. */
  get scanned(): ScannedText {
    return (this.#scanned ??= withoutLines(this.container));
  }

  get context(): Context {
    return this.surroundings.context;
  }

  paragraphEnd(offset: number): number {
    const { lookahead } = this.surroundings;
    lookahead.crossed = Math.max(lookahead.crossed, offset);
    return this.paragraphLimit(this.lineAt(offset));
  }

  range(start: number, end: number): AnchoredRange {
    const { container } = this;
    return new AnchoredRange(
      this.facts.anchor,
      toSource(container, start),
      toSource(container, end),
    );
  }

  listsOf({ lists }: AttributeBlock): AttributeLists {
    return placed(lists, this);
  }

  rangeOf(span: Span): AnchoredRange {
    return this.range(span.start, span.end);
  }

  /** Reads what the last scan found before `end`. */
  readInline(end: number): void {
    if (this.inline.tokens.count === 0) return;
    this.#reader ??= new InlineReader(this.inline.tokens, this);
    this.#reader.read(end);
  }

  /** Reads inline text of its own. */
  readLeaf(kind: Leaf['kind'], start: number, end: number): void {
    // A comment may run across the end; what stands behind it is read elsewhere. What stands behind a block tag is lost.
    const stop = Math.min(this.inline.scan(start, end, 'bounded'), end);
    this.leaf(kind, start, stop);
    this.readInline(stop);
  }

  /** Adds a block of inline text. */
  leaf(kind: Leaf['kind'], start: number, end: number): LeafFact {
    const { facts, container, context } = this;
    const range = { from: toSource(container, start), to: toSource(container, end) };
    const source = { scanned: this.scanned, start, end };
    const leaf = new LeafFact(kind, context, facts.anchor, range, source);
    this.facts.leaves.push(leaf);
    this.#findIncludes(start, end);
    return leaf;
  }

  /** Finds the include shortcodes of a leaf that was just scanned. */
  #findIncludes(start: number, end: number): void {
    const { text } = this;
    if (this.#shortcode < start) this.#shortcode = indexOfShortcode(text, start);
    while (this.#shortcode < end) {
      const at = this.#shortcode;
      const path = includePath(text, at, end);
      if (path !== undefined && !this.inline.tokens.covers(at)) {
        this.facts.includes.push({
          path: text.slice(path.start, path.end),
          range: this.range(at, path.after),
          pathRange: this.range(path.start, path.end),
        });
      }
      this.#shortcode = indexOfShortcode(text, at + 1);
    }
  }

  /** An element with places of its own. */
  element(
    carrier: Carrier,
    start: number,
    end: number,
    content: Span,
    attributes: AttributeBlock | undefined,
    heading?: HeadingFact,
  ): ElementFact {
    return new ElementFact({
      anchor: this.facts.anchor,
      carrier,
      form: 'markdown',
      lists: this.lists(attributes),
      range: this.range(start, end),
      contentRange: this.rangeOf(content),
      attributeRange:
        attributes === undefined ? undefined : this.range(attributes.start, attributes.end),
      context: this.context,
      heading,
    });
  }

  /** A div, which gets its end later. */
  div(
    form: 'markdown' | 'html',
    lists: AttributeLists,
    attributeRange: AnchoredRange,
    extent: DivExtent,
  ): ElementFact {
    return new ElementFact({
      anchor: this.facts.anchor,
      carrier: 'div',
      form,
      lists,
      range: extent.whole,
      contentRange: extent.content,
      attributeRange,
      context: this.context,
      div: extent,
    });
  }

  /** The id, classes and attributes of a block. */
  lists(attributes: AttributeBlock | undefined): AttributeLists {
    if (attributes === undefined) return noAttributes;
    return this.listsOf(attributes);
  }

  /** Adds braces that were meant as attributes. */
  addFailure(failure: AttributeFailure, carrier: 'div' | 'heading'): void {
    const range = this.range(failure.start, failure.end);
    const faultRange = this.range(failure.fault.start, failure.fault.end);
    this.facts.failures.push({ range, reason: failure.reason, carrier, faultRange });
  }

  /** The end of the last line before the next blank one. */
  paragraphLimit(line: number): number {
    const { container, text } = this;
    if (line < this.#paragraphFirst || line >= this.#paragraphNext) {
      let next = line + 1;
      while (next < container.lineCount && !isBlankFrom(text, lineStart(container, next))) next++;
      this.#paragraphFirst = line;
      this.#paragraphNext = next;
    }
    this.surroundings.lookahead.reaches(afterLine(container, this.#paragraphNext));
    return lineEnd(container, this.#paragraphNext - 1);
  }

  /** The offset of the next `|` from an offset on; Infinity where there is none. */
  nextBar(from: number): number {
    if (from < this.#barFrom || from > this.#bar) {
      const bar = this.text.indexOf('|', from);
      this.#barFrom = from;
      this.#bar = bar < 0 ? Infinity : bar;
    }
    return this.#bar;
  }

  /** The lines of this container that begin and end tables without bars. */
  get dashLines(): DashLines {
    return (this.#dashLines ??= new DashLines(this.container));
  }

  /** The line that holds an offset. */
  lineAt(offset: number): number {
    const { lines, lineCount } = this.container;
    const next = lines[this.line + 1] ?? Infinity;
    if (offset >= this.pos && offset < next) return this.line;
    return lineAt(lines, lineCount, offset);
  }

  /** Goes on reading at the start of a line. */
  moveToLine(line: number): void {
    this.line = line;
    this.pos = line < this.container.lineCount ? lineStart(this.container, line) : this.text.length;
  }

  /** Goes on reading at an offset. */
  moveTo(offset: number): void {
    this.line = this.lineAt(offset);
    this.pos = offset;
  }
}

/** The offset after a line and its line break; beyond the text for the last line, of which more may come. */
export function afterLine(container: Container, line: number): number {
  return container.lines[line + 1] ?? container.text.length + 1;
}
