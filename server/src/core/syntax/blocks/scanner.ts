import type { TextRange } from '../../text/range';
import { attributeLists, isEmpty, noAttributes, type AttributeLists } from '../attributeLists';
import type { AttributeBlock, Span } from '../attributes';
import { Code, skipSpaces } from '../characters';
import { type ElementFact, emptyFacts, type Facts, type LeafFact, type Section } from '../facts';
import { htmlAttributes, isBlockTag, isVerbatimTag, scanTag } from '../html';
import { InlineReader, type InlineTarget } from '../inline/reader';
import { InlineScanner, type Surroundings } from '../inline/scanner';
import type { AttributeFailure, TokenList } from '../inline/tokenList';
import { type Container, lineEnd, lineStart, toSource } from '../source';
import type { Carrier, Context, Leaf } from '../types';
import { cellOptions } from './cells';
import { type CodeFence, CodeFences } from './codeFences';
import {
  collectItem,
  collectNote,
  collectQuote,
  type Collected,
  hasIndent,
  type LineContext,
  noteMarkerEnd,
  quoteContentStart,
} from './collect';
import { readDefinition } from './definitions';
import { collectDefinition, definitionMarkerEnd, firstDefinitionLine } from './definitionLists';
import { divFailure, divOpening } from './divs';
import { captionStart, captionText, hidesBars } from './captions';
import { type Table, tableAt } from './tables';
import { atxLevel, closingAttributes, setextLevel } from './headings';
import { endOfLine, isBlankFrom, isDivCloser, isThematicBreak, lineAt } from './lines';
import { bulletMarker, type ListMarker, listMarker } from './listMarkers';

/** What a container inherits from the blocks around it. */
export interface BlockContext {
  readonly isInList: boolean;
  readonly divDepth: number;
  readonly context: Context;
  /** How many containers it stands in. */
  readonly depth: number;
  readonly section: Section;
  /** Shared by all containers of a file: only one paragraph is read at a time. */
  readonly tokens: TokenList;
  /** What its paragraphs are called. */
  readonly leafKind: Leaf['kind'];
}

// Nesting that no author reaches; what is nested deeper is read as text, so that hostile texts cost linear time.
const maximalDepth = 64;

/** Reads the blocks of one container, in the order in which Pandoc tries them. */
export class BlockScanner implements Surroundings, InlineTarget, LineContext {
  readonly container: Container;
  readonly text: string;
  facts: Facts;
  /** What the facts' offsets are relative to, in the source. */
  origin: number;
  readonly #context: BlockContext;
  readonly #fences: CodeFences;
  readonly #inline: InlineScanner;
  /** The open divs of this container, innermost last. */
  readonly #divs: ('fenced' | 'html')[] = [];
  /** The lines without a blank one between them that were looked at last. */
  #paragraph = { first: 0, next: 0 };
  #isOpen = false;
  #pos = 0;
  #line = 0;

  constructor(container: Container, facts: Facts, origin: number, context: BlockContext) {
    this.container = container;
    this.text = container.text;
    this.facts = facts;
    this.origin = origin;
    this.#context = context;
    this.#fences = new CodeFences(container);
    this.#inline = new InlineScanner(container.text, this, context.tokens);
  }

  get context(): Context {
    return this.#context.context;
  }

  get isInList(): boolean {
    return this.#context.isInList;
  }

  get isInDiv(): boolean {
    return this.#divs.length + this.#context.divDepth > 0;
  }

  /** The offset at which the next block begins, or -1 at the end. */
  nextBlock(): number {
    const { text } = this;
    while (this.#pos < text.length && isBlankFrom(text, this.#pos))
      this.#moveToLine(this.#line + 1);
    return this.#pos < text.length ? this.#pos : -1;
  }

  /** The offset up to which blocks were read. */
  get position(): number {
    return this.#pos;
  }

  /** Goes on reading at an offset. */
  skipTo(offset: number): void {
    this.#moveTo(offset);
  }

  /** Whether the blocks read since the last call depend on what comes after them. */
  takeOpen(): boolean {
    const isOpen = this.#isOpen;
    this.#isOpen = false;
    return isOpen;
  }

  /** Reads all blocks and closes the divs that are still open. */
  scanAll(): void {
    while (this.nextBlock() >= 0) this.scanBlock();
    const end = this.range(this.text.length, this.text.length);
    for (; this.#divs.length > 0; this.#divs.pop()) {
      this.facts.fences.push({ type: 'close', range: end });
    }
  }

  /** Reads the block at the position that `nextBlock` gave. */
  scanBlock(): void {
    const { text } = this;
    const start = this.#pos;
    const at = skipSpaces(text, start, text.length);
    const indent = at - start;
    const code = text.charCodeAt(at);
    if (indent < 4 && this.#readMarked(code, start, at)) return;
    if (this.#readSetextHeading()) return;
    if (code === Code.Hash && indent === 0 && this.#readAtxHeading()) return;
    if (code === Code.Less && indent < 4 && this.#readHtml(at)) return;
    if (this.#readTable(code, at)) return;
    if (indent >= 4 && this.#readIndentedCode()) return;
    if (indent < 4 && this.#readContainer(code, start, at)) return;
    this.#readParagraph(start);
  }

  range(start: number, end: number): TextRange {
    return {
      start: toSource(this.container, start) - this.origin,
      end: toSource(this.container, end) - this.origin,
    };
  }

  interrupts(start: number): boolean {
    const { text } = this;
    const code = text.charCodeAt(start);
    if (code === Code.Backtick) return this.isFence(this.#lineAt(start));
    if (code === Code.Colon && this.isInDiv && isDivCloser(text, start)) return true;
    return this.isInList && listMarker(text, start) !== undefined;
  }

  paragraphEnd(offset: number): number {
    return this.#paragraphLimit(this.#lineAt(offset));
  }

  isFence(line: number): boolean {
    return this.#fences.at(line, lineStart(this.container, line)) !== undefined;
  }

  /** Blocks that are known by their first character and come before headings. */
  #readMarked(code: number, start: number, at: number): boolean {
    switch (code) {
      case Code.Backtick:
      case Code.Tilde:
        return this.#readCodeFence(start);
      case Code.Asterisk:
      case Code.Plus:
      case Code.Hyphen: {
        const marker = bulletMarker(this.text, start);
        return marker !== undefined && this.#readItem(marker);
      }
      case Code.Less:
        return this.#readHtmlDiv(at);
      case Code.Colon:
        return start === at && this.#readDivFence(start);
      default:
        return false;
    }
  }

  /** Blocks that come after headings and code. */
  #readContainer(code: number, start: number, at: number): boolean {
    if (code === Code.Pipe && start === at && this.#readLineBlock()) return true;
    if (code === Code.Greater) return this.#readQuote(start);
    if (isThematicBreak(this.text, at)) {
      this.#moveToLine(this.#line + 1);
      return true;
    }
    const marker = listMarker(this.text, start);
    if (marker !== undefined && this.#readItem(marker)) return true;
    if (this.#readDefinitionList(start)) return true;
    if (code !== Code.BracketOpen) return false;
    return this.#readNote(start, at) || this.#readDefinition(at);
  }

  #readCodeFence(start: number): boolean {
    const fence = this.#fences.at(this.#line, start);
    if (fence === undefined) return false;
    const end = lineEnd(this.container, fence.closeLine);
    const codeStart = lineStart(this.container, fence.firstLine);
    const code = {
      start: codeStart,
      end: Math.max(codeStart, lineStart(this.container, fence.closeLine) - 1),
    };
    if (fence.cell === undefined) this.#addCodeBlock(fence, start, end, code);
    else this.#addCodeCell(fence.cell, code);
    this.#moveToLine(fence.closeLine + 1);
    return true;
  }

  #addCodeBlock(fence: CodeFence, start: number, end: number, code: Span): void {
    const { language, attributes } = fence;
    if (language === undefined && attributes === undefined) return;
    const lists = this.#lists(attributes);
    const classes = [...lists.classes];
    if (language !== undefined) {
      const name = languageClass(this.text.slice(language.start, language.end));
      classes.unshift({ name, range: this.range(language.start, language.end) });
    }
    const element = { ...this.#element('codeblock', start, end, code, attributes), classes };
    if (classes.length > 0 || element.id !== undefined || element.attributes.length > 0) {
      this.facts.elements.push(element);
    }
  }

  #addCodeCell(cell: Span, code: Span): void {
    const { label, child } = cellOptions(this.text, cell, code);
    if (label !== undefined) {
      const range = this.range(label.start, label.end);
      this.facts.labels.push({ id: label.value, kind: 'cell', range });
    }
    if (child !== undefined) {
      const pathRange = this.range(child.start, child.end);
      this.facts.includes.push({ path: child.value, pathRange, range: pathRange });
    }
  }

  #readDivFence(start: number): boolean {
    const { text } = this;
    const limit = this.#paragraphLimit(this.#line);
    if (this.#divs.at(-1) === 'fenced' && isDivCloser(text, start)) {
      this.#divs.pop();
      const end = lineEnd(this.container, this.#line);
      this.facts.fences.push({ type: 'close', range: this.range(start, end) });
      this.#moveToLine(this.#line + 1);
      return true;
    }
    const opening = divOpening(text, start, limit);
    const isRead = opening?.attributes !== undefined;
    const failure = isRead ? undefined : divFailure(text, start, limit);
    if (failure !== undefined) this.#addFailure(failure, 'div');
    if (opening === undefined) return false;
    const { attributes, word } = opening;
    const content = { start: Math.min(opening.end + 1, text.length), end: text.length };
    let element = this.#element('div', start, text.length, content, attributes);
    if (word !== undefined) {
      const range = this.range(word.start, word.end);
      const classes = [{ name: text.slice(word.start, word.end), range }];
      element = { ...element, classes, attributeRange: range };
    }
    this.#openDiv(element, 'fenced');
    this.#moveTo(Math.min(opening.end + 1, text.length));
    return true;
  }

  #openDiv(element: ElementFact, kind: 'fenced' | 'html'): void {
    this.facts.fences.push({ type: 'open', element: this.facts.elements.length });
    this.facts.elements.push(element);
    this.#divs.push(kind);
  }

  #readHtmlDiv(at: number): boolean {
    const tag = scanTag(this.text, at, this.#paragraphLimit(this.#line));
    if (tag?.name !== 'div') return false;
    if (tag.isClosing) {
      if (this.#divs.at(-1) === 'html') {
        this.#divs.pop();
        this.facts.fences.push({ type: 'close', range: this.range(tag.start, tag.end) });
      }
    } else {
      const content = { start: tag.end, end: this.text.length };
      const block = htmlAttributes(this.text, tag);
      const element = this.#element('div', tag.start, this.text.length, content, block);
      this.#openDiv({ ...element, form: 'html' }, 'html');
    }
    this.#moveTo(tag.end);
    return true;
  }

  /** Comments, verbatim elements, and tags of other blocks, which stand alone. */
  #readHtml(at: number): boolean {
    const { text } = this;
    if (text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4);
      if (close < 0) return false;
      const range = this.range(at, close + 3);
      this.facts.comments.push({ text: text.slice(at + 4, close), range, place: 'text' });
      this.#moveTo(close + 3);
      return true;
    }
    const tag = scanTag(text, at, this.#paragraphLimit(this.#line));
    if (tag === undefined || !isBlockTag(tag.name)) return false;
    if (isVerbatimTag(tag.name) && !tag.isClosing) {
      const close = new RegExp(`</${tag.name}[ \\t\\n]*>`, 'ig');
      close.lastIndex = tag.end;
      if (close.exec(text) === null) return false;
      this.#moveTo(close.lastIndex);
    } else {
      const isAlone = !tag.isClosing && isBlankFrom(text, tag.end);
      const next = isAlone ? endOfLine(text, tag.end) + 1 : tag.end;
      this.#moveTo(isAlone ? skipSpaces(text, Math.min(next, text.length), text.length) : next);
    }
    return true;
  }

  #readAtxHeading(): boolean {
    const start = this.#pos;
    const level = atxLevel(this.text, start);
    if (level === 0) return false;
    const end = this.#addHeading(start, start + level, level, true);
    this.#moveToLine(this.#lineAt(end) + 1);
    return true;
  }

  #readSetextHeading(): boolean {
    const next = this.#line + 1;
    if (next >= this.container.lineCount) return false;
    const level = setextLevel(this.text, lineStart(this.container, next));
    if (level === 0) return false;
    const end = lineEnd(this.container, this.#line);
    if (this.#inline.scan(this.#pos, this.#paragraphLimit(this.#line), true) !== end) return false;
    this.#addHeading(this.#pos, this.#pos, level, false);
    this.#moveToLine(next + 1);
    return true;
  }

  #addHeading(start: number, textFrom: number, level: number, isAtx: boolean): number {
    const paragraph = this.#paragraphLimit(this.#line);
    const stop = this.#inline.scan(textFrom, paragraph, true);
    const limit = isAtx ? Math.max(paragraph, stop) : stop;
    const { tokens } = this.#inline;
    const heading = closingAttributes(this.text, textFrom, stop, limit, tokens, isAtx);
    const { textStart, textEnd, attributes } = heading;
    const content = { start: textStart, end: textEnd };
    const end = isAtx
      ? heading.end
      : Math.max(heading.end, lineEnd(this.container, this.#line + 1));
    const leaf = this.#leaf('heading', textStart, textEnd);
    const element = this.#element('heading', start, end, content, attributes);
    const { section } = this.#context;
    this.facts.elements.push({ ...element, heading: { level, leaf, section } });
    if (heading.failure !== undefined) this.#addFailure(heading.failure, 'heading');
    new InlineReader(tokens, this).read(textEnd);
    return heading.end;
  }

  #readIndentedCode(): boolean {
    let line = this.#line;
    let last = line;
    for (; line < this.container.lineCount; line++) {
      const start = line === this.#line ? this.#pos : lineStart(this.container, line);
      if (hasIndent(this.text, start, 4)) last = line;
      else if (!isBlankFrom(this.text, start)) break;
    }
    this.#moveToLine(last + 1);
    return true;
  }

  #readQuote(start: number): boolean {
    const contentStart = quoteContentStart(this.text, start);
    if (contentStart < 0 || this.#isTooDeep()) return false;
    this.#readCollected(collectQuote(this, this.#line, contentStart), this.isInList, this.facts);
    return true;
  }

  #readItem(marker: ListMarker): boolean {
    if (this.#isTooDeep()) return false;
    const { exampleLabel } = marker;
    if (exampleLabel !== undefined && exampleLabel.end > exampleLabel.start) {
      const range = this.range(exampleLabel.start, exampleLabel.end);
      const id = this.text.slice(exampleLabel.start, exampleLabel.end);
      this.facts.labels.push({ id, kind: 'example', range });
    }
    this.#readCollected(collectItem(this, this.#line, marker.contentStart), true, this.facts);
    return true;
  }

  #readNote(start: number, at: number): boolean {
    const end = noteMarkerEnd(this.text, start);
    if (end < 0 || this.text.charCodeAt(end) !== Code.Colon || this.#isTooDeep()) return false;
    const facts = emptyFacts();
    this.facts.notes.push({ label: this.text.slice(at + 2, end - 1), facts });
    this.#readCollected(collectNote(this, this.#line, end + 1), this.isInList, facts, 'note');
    return true;
  }

  #readCollected(
    { builder, nextLine }: Collected,
    isInList: boolean,
    facts: Facts,
    context: Context = this.context,
    leafKind: Leaf['kind'] = this.#context.leafKind,
  ): void {
    const { divDepth, depth, tokens } = this.#context;
    const end = this.range(0, lineEnd(this.container, nextLine - 1)).end;
    const scanner = new BlockScanner(builder.build(), facts, this.origin, {
      isInList,
      divDepth: divDepth + this.#divs.length,
      context,
      depth: depth + 1,
      section: { end },
      tokens,
      leafKind,
    });
    scanner.scanAll();
    this.#moveToLine(nextLine);
  }

  #readDefinition(at: number): boolean {
    const limit = this.#paragraphLimit(this.#line);
    const definition = readDefinition(this.text, at, limit);
    if (definition === undefined) return false;
    const { label, address, attributes, end } = definition;
    this.facts.definitions.push({
      label: this.text.slice(label.start, label.end),
      address: this.text.slice(address.start, address.end),
      addressRange: this.range(address.start, address.end),
      attributes: this.#lists(attributes),
    });
    this.#moveToLine(this.#lineAt(end) + 1);
    return true;
  }

  /** A table with the caption before or after it. */
  #readTable(code: number, at: number): boolean {
    const { container, text } = this;
    if (this.#pos !== lineStart(container, this.#line)) return false;
    const caption = captionStart(text, at) < 0 ? undefined : this.#line;
    let line = this.#line;
    if (caption !== undefined) {
      line = this.#lineAt(this.#paragraphLimit(line)) + 1;
      while (line < container.lineCount && isBlankFrom(text, lineStart(container, line))) line++;
      if (line >= container.lineCount) return false;
    } else if (!this.#mayBeTable(code, line)) {
      return false;
    }
    const table = tableAt(container, line, (start, end) => this.#findBars(start, end));
    if (table === undefined) return false;
    this.#addTable(table, line, caption);
    return true;
  }

  #mayBeTable(code: number, line: number): boolean {
    if (code === Code.Plus || code === Code.Hyphen) return true;
    const next = line + 1;
    if (next >= this.container.lineCount) return false;
    const start = lineStart(this.container, next);
    const second = this.text.charCodeAt(skipSpaces(this.text, start, start + 4));
    return second === Code.Hyphen || second === Code.Pipe || second === Code.Colon;
  }

  #addTable(table: Table, line: number, captionBefore: number | undefined): void {
    const { container, text } = this;
    let caption = captionBefore;
    let next = table.nextLine;
    if (caption === undefined) {
      let after = next;
      while (after < container.lineCount && isBlankFrom(text, lineStart(container, after))) after++;
      if (after < container.lineCount && captionStart(text, lineStart(container, after)) >= 0) {
        caption = after;
        next = this.#lineAt(this.#paragraphLimit(after)) + 1;
      }
    }
    const start = lineStart(container, Math.min(caption ?? line, line));
    const end = lineEnd(container, next - 1);
    if (caption !== undefined) this.#addCaption(caption, start, end);
    for (const cell of table.cells) this.#addCell(cell, table.isPipe);
    for (const builder of table.blocks) {
      this.#readCollected(
        { builder, nextLine: next },
        this.isInList,
        this.facts,
        this.context,
        'cell',
      );
    }
    this.#moveToLine(next);
  }

  #addCaption(line: number, start: number, end: number): void {
    const { container, text } = this;
    const from = captionStart(text, lineStart(container, line));
    const limit = this.#paragraphLimit(line);
    this.#inline.scan(from, limit);
    const { textStart, textEnd, attributes } = captionText(text, from, limit, this.#inline.tokens);
    this.#leaf('caption', textStart, textEnd);
    const isFirst = lineStart(container, line) === start;
    const contentEnd = attributes === undefined || isFirst ? end : attributes.start;
    const element = this.#element('table', start, end, { start, end: contentEnd }, attributes);
    if (!isEmpty(element)) this.facts.elements.push(element);
    new InlineReader(this.#inline.tokens, this).read(textEnd);
  }

  #addCell({ start, end }: Span, isPipe: boolean): void {
    const failures = this.facts.failures.length;
    this.#readLeaf('cell', start, end);
    if (!isPipe) return;
    for (let index = failures; index < this.facts.failures.length; index++) {
      const failure = this.facts.failures[index];
      if (failure?.reason !== 'unclosed') continue;
      const bar = this.text.indexOf('|', end);
      const faultRange = this.range(bar, bar + 1);
      const brace = this.text.slice(bar, endOfLine(this.text, end)).indexOf('}');
      const stop = brace < 0 ? failure.range.end : this.range(bar, bar + brace + 1).end;
      const range = { start: failure.range.start, end: stop };
      if (bar >= 0) this.facts.failures[index] = { ...failure, reason: 'pipe', faultRange, range };
    }
  }

  /** The bars between cells: bars inside code, math, tags and TeX are text. */
  #findBars(start: number, end: number): number[] {
    this.#inline.scan(start, end);
    const { tokens } = this.#inline;
    const bars: number[] = [];
    let at = start;
    const addUpTo = (limit: number): void => {
      for (; at < limit; at++) {
        const code = this.text.charCodeAt(at);
        if (code === Code.Backslash) at++;
        else if (code === Code.Pipe) bars.push(at);
      }
    };
    for (let index = 0; index < tokens.count; index++) {
      if (!hidesBars(tokens.kind(index)) || tokens.start(index) < at) continue;
      addUpTo(tokens.start(index));
      at = Math.max(at, tokens.end(index));
    }
    addUpTo(end);
    return bars;
  }

  /** `| line` */
  #readLineBlock(): boolean {
    const { container, text } = this;
    const isLine = (line: number): boolean =>
      text.startsWith('| ', lineStart(container, line)) ||
      (text.startsWith('|', lineStart(container, line)) &&
        isBlankFrom(text, lineStart(container, line) + 1));
    if (!isLine(this.#line)) return false;
    let line = this.#line;
    while (line < container.lineCount && isLine(line)) {
      const from = skipSpaces(text, lineStart(container, line) + 1, lineEnd(container, line));
      line++;
      while (
        line < container.lineCount &&
        text.charCodeAt(lineStart(container, line)) === Code.Space &&
        !isBlankFrom(text, lineStart(container, line))
      ) {
        line++;
      }
      this.#readLeaf('paragraph', from, lineEnd(container, line - 1));
    }
    this.#moveToLine(line);
    return true;
  }

  #readDefinitionList(start: number): boolean {
    const { container, text } = this;
    let definition = firstDefinitionLine(container, this.#line);
    if (definition < 0 || this.#isTooDeep()) return false;
    const isAfterBlank = definition > this.#line + 1;
    if (isAfterBlank && this.#isCaptionedTable(definition)) return false;
    this.#readLeaf('term', skipSpaces(text, start, text.length), lineEnd(container, this.#line));
    while (definition >= 0) {
      const contentStart = definitionMarkerEnd(text, lineStart(container, definition));
      const collected = collectDefinition(this, definition, contentStart);
      this.#readCollected(collected, this.isInList, this.facts);
      const next = firstDefinitionLine(container, this.#line - 1);
      definition = next >= this.#line ? next : -1;
    }
    return true;
  }

  #isCaptionedTable(line: number): boolean {
    const { container, text } = this;
    let next = this.#lineAt(this.#paragraphLimit(line)) + 1;
    while (next < container.lineCount && isBlankFrom(text, lineStart(container, next))) next++;
    if (next >= container.lineCount) return false;
    return tableAt(container, next, (start, end) => this.#findBars(start, end)) !== undefined;
  }

  /** Inline text of its own. */
  #readLeaf(kind: Leaf['kind'], start: number, end: number): void {
    const stop = this.#inline.scan(start, end);
    this.#leaf(kind, start, end);
    new InlineReader(this.#inline.tokens, this).read(stop);
  }

  #readParagraph(start: number): void {
    const limit = this.#paragraphLimit(this.#line);
    const stop = Math.max(this.#inline.scan(start, limit), Math.min(start + 1, limit));
    const from = skipSpaces(this.text, start, stop);
    this.#leaf(this.#context.leafKind, from, stop);
    new InlineReader(this.#inline.tokens, this).read(stop);
    this.#moveTo(this.text.charCodeAt(stop) === Code.LineFeed ? stop + 1 : stop);
  }

  #leaf(kind: Leaf['kind'], start: number, end: number): LeafFact {
    const { container, context } = this;
    const leaf = { kind, range: this.range(start, end), context, container, start, end };
    this.facts.leaves.push(leaf);
    return leaf;
  }

  #element(
    carrier: Carrier,
    start: number,
    end: number,
    content: Span,
    attributes: AttributeBlock | undefined,
  ): ElementFact {
    const range = this.range(start, end);
    const contentRange = this.range(content.start, content.end);
    const lists = this.#lists(attributes);
    const { context } = this;
    const common = { carrier, form: 'markdown', ...lists, range, contentRange, context } as const;
    if (attributes === undefined) return common;
    return { ...common, attributeRange: this.range(attributes.start, attributes.end) };
  }

  #lists(attributes: AttributeBlock | undefined): AttributeLists {
    if (attributes === undefined) return noAttributes;
    return attributeLists(attributes, (start, end) => this.range(start, end));
  }

  #addFailure(failure: AttributeFailure, carrier: 'div' | 'heading'): void {
    const range = this.range(failure.start, failure.end);
    const faultRange = this.range(failure.fault.start, failure.fault.end);
    this.facts.failures.push({ range, reason: failure.reason, carrier, faultRange });
  }

  /** The end of the last line before the next blank one. */
  #paragraphLimit(line: number): number {
    const { container, text } = this;
    const known = this.#paragraph;
    if (line < known.first || line >= known.next) {
      let next = line + 1;
      while (next < container.lineCount && !isBlankFrom(text, lineStart(container, next))) next++;
      this.#paragraph = { first: line, next };
    }
    return lineEnd(container, this.#paragraph.next - 1);
  }

  #lineAt(offset: number): number {
    const { lines, lineCount } = this.container;
    const next = lines[this.#line + 1] ?? Infinity;
    if (offset >= this.#pos && offset < next) return this.#line;
    return lineAt(lines, lineCount, offset);
  }

  #moveToLine(line: number): void {
    this.#line = line;
    this.#pos =
      line < this.container.lineCount ? lineStart(this.container, line) : this.text.length;
  }

  #moveTo(offset: number): void {
    this.#line = this.#lineAt(offset);
    this.#pos = offset;
  }

  #isTooDeep(): boolean {
    return this.#context.depth >= maximalDepth;
  }
}

/** Pandoc's own names for two languages. */
function languageClass(word: string): string {
  const name = word.toLowerCase();
  if (name === 'c++') return 'cpp';
  return name === 'objective-c' ? 'objectivec' : name;
}
