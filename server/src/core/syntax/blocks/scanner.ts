import { append } from '../append';
import { type Span } from '../attributes';
import { Code, letterLength, skipSpaces } from '../characters';
import { DivExtent, type ElementFact, Facts, type Section } from '../facts';
import {
  brokenElementEnd,
  htmlAttributes,
  type HtmlTag,
  isBlockTag,
  isVerbatimTag,
  scanTag,
} from '../html';
import { type Container, lineEnd, lineStart } from '../source';
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
import { firstDefinitionLine, nextDefinitionLine } from './definitionLists';
import { readDefinition } from './definitions';
import { readLineBlock } from './lineBlocks';
import { divFailure, divOpening } from './divs';
import { type DivKind, DivStack } from './divStack';
import { readAtxHeading, readSetextHeading } from './headingReader';
import {
  endOfLine,
  isBlankFrom,
  isClosingTag,
  isDivCloser,
  isRule,
  isThematicBreak,
} from './lines';
import {
  bulletMarker,
  continuesList,
  definitionStart,
  type ListMarker,
  listMarker,
  startsItem,
} from './listMarkers';
import { readMetadata } from './metadataReader';
import { afterLine, type BlockContext, BlockReading, type InnerContext } from './reading';
import { readRawTex } from './rawTex';
import { isTable, readTable } from './tableReader';

// Nesting that no author reaches; what is nested deeper is read as text, so that hostile texts cost linear time.
const maximalDepth = 64;

const sameContext: InnerContext = {};

/** Reads the blocks of one container, in the order in which Pandoc tries them. */
export class BlockScanner extends BlockReading implements LineContext {
  #fences: CodeFences | undefined;
  /** The open divs of this container. */
  #divs: DivStack;

  /** Elements such as `<pre>` that are not closed any more. */
  #unclosedVerbatim: Set<string> | undefined;

  /** `divs` are open already. */
  constructor(
    container: Container,
    facts: Facts,
    surroundings: BlockContext,
    divs: DivStack = DivStack.none,
  ) {
    super(container, facts, surroundings);
    this.#divs = divs;
  }

  get #codeFences(): CodeFences {
    return (this.#fences ??= new CodeFences(this.container, this.surroundings.tokens));
  }

  get isInList(): boolean {
    return this.surroundings.isInList;
  }

  get openTag(): string | undefined {
    this.surroundings.lookahead.asksForDivs = true;
    return this.#divs.tag ?? this.surroundings.tagAround;
  }

  get isInDiv(): boolean {
    this.surroundings.lookahead.asksForDivs = true;
    return this.#divs.fences + this.surroundings.fences > 0;
  }

  /** The divs that are open where reading goes on. */
  get divs(): DivStack {
    return this.#divs;
  }

  /** The offset at which the next block begins, or -1 at the end. */
  nextBlock(): number {
    const { text } = this;
    while (this.pos < text.length && isBlankFrom(text, this.pos)) this.moveToLine(this.line + 1);
    return this.pos < text.length ? this.pos : -1;
  }

  /** The offset up to which blocks were read. */
  get position(): number {
    return this.pos;
  }

  /** Reads all blocks and closes the divs that are still open. */
  scanAll(): void {
    while (this.nextBlock() >= 0) this.scanBlock();
    const end = this.range(this.text.length, this.text.length);
    for (; this.#divs.depth > 0; this.#divs = this.#divs.outer) {
      if (this.#divs.kind !== 'element') this.facts.fences.push({ type: 'close', range: end });
    }
  }

  /** Reads the block at the position that `nextBlock` gave. */
  scanBlock(): void {
    const { text } = this;
    const start = this.pos;
    const at = skipSpaces(text, start, text.length);
    const indent = at - start;
    const code = text.charCodeAt(at);
    if (indent < 4 && this.#readMarked(code, start, at)) return;
    if (readSetextHeading(this)) return;
    if (code === Code.Hash && indent === 0 && readAtxHeading(this)) return;
    if (code === Code.Less && indent < 4 && this.#readHtml(at)) return;
    if (readTable(this, at)) return;
    if (indent >= 4 && this.#readIndentedCode()) return;
    if (code === Code.Backslash && indent === 0 && readRawTex(this)) return;
    if (indent < 4 && this.#readContainer(code, start, at)) return;
    this.#readParagraph(start);
  }

  interrupts(start: number): boolean {
    const { text } = this;
    const code = text.charCodeAt(start);
    if (code === Code.Backtick) return this.isFence(this.lineAt(start));
    if (code === Code.Colon && isDivCloser(text, start) && this.isInDiv) return true;
    if (code === Code.Less && this.#closesTag(start)) return true;
    return this.isInList && startsItem(text, start);
  }

  #closesTag(start: number): boolean {
    if (this.text.charCodeAt(start + 1) !== Code.Slash) return false;
    const { openTag } = this;
    return openTag !== undefined && isClosingTag(this.text, start, openTag);
  }

  isFence(line: number): boolean {
    const fence = this.#codeFences.at(line, lineStart(this.container, line));
    if (fence === undefined) return false;
    this.surroundings.lookahead.reaches(afterLine(this.container, fence.closeLine));
    return true;
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
        if (start === at && readMetadata(this)) return true;
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
    if (code === Code.Pipe && start === at && readLineBlock(this)) return true;
    if (code === Code.Greater) return this.#readQuote(start);
    if (isThematicBreak(this.text, at)) {
      this.moveToLine(this.line + 1);
      return true;
    }
    const marker = listMarker(this.text, start);
    if (marker !== undefined && this.#readItem(marker)) return true;
    if (this.#readDefinitionList(start)) return true;
    if (code !== Code.BracketOpen) return false;
    return this.#readNote(start, at) || this.#readDefinition(at);
  }

  #readCodeFence(start: number): boolean {
    const fence = this.#codeFences.at(this.line, start);
    if (fence === undefined) return false;
    const end = lineEnd(this.container, fence.closeLine);
    const codeStart = lineStart(this.container, fence.firstLine);
    const code = {
      start: codeStart,
      end: Math.max(codeStart, lineStart(this.container, fence.closeLine) - 1),
    };
    if (fence.cell === undefined) this.#addCodeBlock(fence, start, end, code);
    else this.#addCodeCell(fence.cell, code);
    this.moveToLine(fence.closeLine + 1);
    return true;
  }

  #addCodeBlock(fence: CodeFence, start: number, end: number, code: Span): void {
    const { language, attributes } = fence;
    if (language === undefined && attributes === undefined) return;
    const lists = this.lists(attributes);
    const classes = [...lists.classes];
    if (language !== undefined) {
      const name = this.text.slice(language.start, language.end).toLowerCase();
      classes.unshift({ name, range: this.range(language.start, language.end) });
    }
    const element = this.element('codeblock', start, end, code, attributes).with({
      lists: { ...lists, classes },
    });
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
    const limit = this.paragraphLimit(this.line);
    if (isDivCloser(text, start) && this.#innermostDiv === 'fenced') {
      this.#divs = this.#divs.outer;
      const end = lineEnd(this.container, this.line);
      this.facts.fences.push({ type: 'close', range: this.range(start, end) });
      this.moveToLine(this.line + 1);
      return true;
    }
    const opening = divOpening(text, start, limit);
    const isRead = opening?.attributes !== undefined;
    const failure = isRead ? undefined : divFailure(text, start, limit);
    if (failure !== undefined) this.addFailure(failure, 'div');
    if (opening === undefined) return false;
    const { attributes, word } = opening;
    const next = Math.min(opening.end + 1, text.length);
    const place = attributes ?? word;
    const attributeRange = this.range(place?.start ?? next, place?.end ?? next);
    let lists = this.lists(attributes);
    if (word !== undefined) {
      const name = text.slice(word.start, word.end);
      lists = { classes: [{ name, range: attributeRange }], attributes: [] };
    }
    const extent = new DivExtent(this.range(start, next));
    this.#openDiv(this.div('markdown', lists, attributeRange, extent));
    this.moveTo(next);
    return true;
  }

  get #innermostDiv(): DivKind | undefined {
    this.surroundings.lookahead.asksForDivs = true;
    return this.#divs.kind;
  }

  #openDiv(element: ElementFact): void {
    this.facts.fences.push({ type: 'open', element });
    this.facts.elements.push(element);
    this.#divs = element.form === 'html' ? this.#divs.insideElement('div') : this.#divs.insideFence;
  }

  #readHtmlDiv(at: number): boolean {
    const tag = this.#tagAt(at);
    if (tag?.name !== 'div') return false;
    if (tag.isClosing) {
      if (this.#innermostDiv === 'html') {
        this.#divs = this.#divs.outer;
        this.facts.fences.push({ type: 'close', range: this.range(tag.start, tag.end) });
      }
    } else {
      const lists = this.lists(htmlAttributes(this.text, tag));
      const extent = new DivExtent(this.range(tag.start, tag.end));
      this.#openDiv(this.div('html', lists, this.range(tag.start, tag.end), extent));
    }
    this.moveTo(tag.end);
    return true;
  }

  /** Comments, verbatim elements, and tags of other blocks, which stand alone. */
  #readHtml(at: number): boolean {
    const { text } = this;
    if (text.startsWith('<!--', at)) {
      const end = this.inline.commentEnd(at);
      if (end < 0) return false;
      const range = this.range(at, end);
      this.facts.comments.push({ text: text.slice(at + 4, end - 3), range, place: 'text' });
      this.moveTo(skipSpaces(text, end, text.length));
      return true;
    }
    const tag = this.#tagAt(at);
    if (tag === undefined) return this.#readBrokenElement(at);
    if (!isBlockTag(tag.name)) return false;
    if (isVerbatimTag(tag.name) && !tag.isClosing) {
      const end = this.#verbatimEnd(tag.name, tag.end);
      if (end < 0) return false;
      this.moveTo(end);
    } else {
      this.#passTag(tag);
      const isAlone = !tag.isClosing && isBlankFrom(text, tag.end);
      const next = isAlone ? Math.min(endOfLine(text, tag.end) + 1, text.length) : tag.end;
      this.moveTo(tag.isClosing ? next : skipSpaces(text, next, text.length));
    }
    return true;
  }

  #tagAt(at: number): HtmlTag | undefined {
    const { tokens } = this.surroundings;
    return scanTag(this.text, at, this.text.length, this.paragraphLimit(this.line), tokens);
  }

  /** In a div, an element hides the closing fence until its own closing tag, as Pandoc reads it. */
  #passTag({ name, isClosing, isSelfClosing }: HtmlTag): void {
    const isOpen = this.#innermostDiv !== undefined;
    if (isClosing) {
      const isOwn = this.#divs.kind === 'element' && this.#divs.tag === name;
      if (isOwn) this.#divs = this.#divs.outer;
    } else if (isOpen && !isSelfClosing) {
      this.#divs = this.#divs.insideElement(name);
    }
  }

  /** An element with a faulty start tag. */
  #readBrokenElement(at: number): boolean {
    if (letterLength(this.text, at + 1) === 0) return false;
    const end = brokenElementEnd(this.text, at, this.surroundings.tokens);
    if (end < 0) return false;
    this.moveTo(end);
    return true;
  }

  #verbatimEnd(name: string, at: number): number {
    if (this.#unclosedVerbatim?.has(name)) return -1;
    const close = new RegExp(`</${name}[ \\t\\n]*>`, 'ig');
    close.lastIndex = at;
    if (close.exec(this.text) !== null) return close.lastIndex;
    this.#unclosedVerbatim ??= new Set();
    this.#unclosedVerbatim.add(name);
    this.surroundings.tokens.isOpen = true;
    return -1;
  }

  #readIndentedCode(): boolean {
    let line = this.line;
    let last = line;
    for (; line < this.container.lineCount; line++) {
      const start = line === this.line ? this.pos : lineStart(this.container, line);
      if (hasIndent(this.text, start, 4)) last = line;
      else if (!isBlankFrom(this.text, start)) break;
    }
    this.moveToLine(last + 1);
    return true;
  }

  #readQuote(start: number): boolean {
    const contentStart = quoteContentStart(this.text, start);
    if (contentStart < 0 || this.#isTooDeep()) return false;
    this.readCollected(collectQuote(this, this.line, contentStart));
    return true;
  }

  #readItem(marker: ListMarker): boolean {
    if (this.#isTooDeep()) return false;
    for (let next: ListMarker | undefined = marker; next !== undefined;) {
      const first = this.pos;
      this.#readOneItem(next);
      next = this.#itemBehind(first);
    }
    return true;
  }

  #readOneItem({ exampleLabel, contentStart }: ListMarker): void {
    if (exampleLabel !== undefined) {
      const id = this.text.slice(exampleLabel.start, exampleLabel.end);
      this.facts.examples.push(id);
      const range = this.range(exampleLabel.start, exampleLabel.end);
      if (id !== '') this.facts.labels.push({ id, kind: 'example', range });
    }
    // What belongs to an example is indented by four blanks, however wide its marker is.
    const indent = exampleLabel === undefined ? undefined : 4;
    const item = collectItem(this, this.line, contentStart, indent);
    this.readCollected(item, { isInList: true, isItem: true });
  }

  /**
   * The next item of the ordered list to which the item at `first` belongs, where it would be something else if it began a
   * block of its own: the list goes on before headings and tables are looked for.
   */
  #itemBehind(first: number): ListMarker | undefined {
    const { container, text } = this;
    const start = this.nextBlock();
    if (start < 0 || !continuesList(text, first, start)) return undefined;
    this.surroundings.lookahead.reaches(afterLine(container, this.line + 1));
    const below = this.line + 1;
    if (below >= container.lineCount) return undefined;
    return isRule(text, lineStart(container, below)) ? listMarker(text, start) : undefined;
  }

  #readNote(start: number, at: number): boolean {
    const end = noteMarkerEnd(this.text, start);
    if (end < 0 || this.text.charCodeAt(end) !== Code.Colon || this.#isTooDeep()) return false;
    const facts = new Facts(this.facts.anchor);
    this.facts.notes.push({ label: this.text.slice(at + 2, end - 1), facts });
    this.readCollected(collectNote(this, this.line, end + 1), { context: 'note' }, facts);
    // Examples are counted where they are written, whether or not anything refers to the note; metadata is metadata.
    if (facts.ownExamples !== undefined) append(this.facts.examples, facts.ownExamples);
    if (facts.ownMetadata !== undefined) append(this.facts.metadataBlocks, facts.ownMetadata);
    facts.trim();
    return true;
  }

  readCollected(
    { builder, nextLine }: Collected,
    context: InnerContext = sameContext,
    facts: Facts = this.facts,
  ): void {
    const { surroundings } = this;
    const { tokens, lookahead } = surroundings;
    const last = lineEnd(this.container, nextLine - 1);
    // What a container lacks at its end does not come behind it either.
    const wasOpen = tokens.isOpen;
    const scanner = new BlockScanner(builder.build(), facts, {
      isInList: context.isInList ?? surroundings.isInList,
      fences: surroundings.fences + this.#divs.fences,
      tagAround: this.#divs.tag ?? surroundings.tagAround,
      isTight: context.isItem === true && this.#isTightBefore(nextLine),
      context: context.context ?? surroundings.context,
      depth: surroundings.depth + 1,
      section: { end: this.range(last, last) },
      tokens,
      lookahead,
      leafKind: context.leafKind ?? surroundings.leafKind,
    });
    if (context.isInline === true)
      scanner.readLeaf(scanner.surroundings.leafKind, 0, scanner.text.length);
    else scanner.scanAll();
    tokens.isOpen = wasOpen;
    this.moveToLine(nextLine);
  }

  #isTightBefore(line: number): boolean {
    const { container, text } = this;
    if (line >= container.lineCount) return this.surroundings.isTight;
    return !isBlankFrom(text, lineStart(container, line));
  }

  readText(text: Container, isBlocks: boolean, section: Section): void {
    const { tokens } = this.surroundings;
    const wasOpen = tokens.isOpen;
    const scanner = new BlockScanner(text, this.facts, {
      ...this.surroundings,
      isInList: false,
      fences: 0,
      tagAround: undefined,
      isTight: false,
      context: 'metadata',
      leafKind: 'metadata',
      section,
    });
    if (isBlocks) scanner.scanAll();
    else scanner.readLeaf('metadata', 0, text.text.length);
    tokens.isOpen = wasOpen;
  }

  #readDefinition(at: number): boolean {
    const limit = this.paragraphLimit(this.line);
    const definition = readDefinition(this.text, at, limit);
    if (definition === undefined) return false;
    const { label, address, attributes, end } = definition;
    this.facts.definitions.push({
      label: this.text.slice(label.start, label.end),
      address: this.text.slice(address.start, address.end),
      addressRange: this.range(address.start, address.end),
      attributes: this.lists(attributes),
    });
    this.moveToLine(this.lineAt(end) + 1);
    return true;
  }

  #readDefinitionList(start: number): boolean {
    const { container, text } = this;
    let definition = firstDefinitionLine(container, this.line);
    if (definition < 0 || this.#isTooDeep()) return false;
    const isAfterBlank = definition > this.line + 1;
    if (isAfterBlank && isTable(this, definition)) return false;
    this.readLeaf('term', skipSpaces(text, start, text.length), lineEnd(container, this.line));
    for (; definition >= 0; definition = nextDefinitionLine(container, this.line)) {
      const contentStart = definitionStart(text, lineStart(container, definition));
      this.readCollected(collectItem(this, definition, contentStart), {
        isInList: true,
        isItem: true,
      });
    }
    return true;
  }

  #readParagraph(start: number): void {
    const limit = this.paragraphLimit(this.line);
    const stop = Math.max(this.inline.scan(start, limit), Math.min(start + 1, limit));
    const from = skipSpaces(this.text, start, stop);
    this.leaf(this.surroundings.leafKind, from, stop);
    this.readInline(stop);
    this.moveTo(this.text.charCodeAt(stop) === Code.LineFeed ? stop + 1 : stop);
  }

  #isTooDeep(): boolean {
    return this.surroundings.depth >= maximalDepth;
  }
}
