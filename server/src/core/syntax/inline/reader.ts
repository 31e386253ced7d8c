import type { TextRange } from '../../text/range';
import type { AttributeBlock, Span } from '../attributes';
import { isEmpty, noAttributes } from '../attributeLists';
import type { AttributeLists } from '../attributeLists';
import { Code, skipSpacesAndLine } from '../characters';
import { ElementFact, Facts, type ReferenceUse } from '../facts';
import { htmlAttributes, scanTag } from '../html';
import type { Carrier, Context } from '../types';
import { citesInEveryPart } from './citationGroups';
import { codeContent } from './code';
import { equationLabel } from './equations';
import { Mark, type MarkedPiece } from './marks';
import { withoutStyling } from './styling';
import type { TokenList } from './tokenList';
import { TextOutput } from './textOutput';
import { Token } from './tokens';
import { InlineWalker } from './walker';

/** What is defined in a document. */
export interface Definitions {
  isDefined(label: string): boolean;
  /** Whether there is a note with this label. */
  hasNote(label: string): boolean;
  /** The number of the example item with this label, if there is one. */
  exampleNumber(label: string): number | undefined;
}

/** Where the second pass writes what it finds. */
export interface InlineTarget {
  readonly text: string;
  readonly facts: Facts;
  readonly context: Context;
  /** From offsets into `text` to a range of the facts. */
  range(start: number, end: number): TextRange;
  rangeOf(span: Span): TextRange;
  listsOf(block: AttributeBlock): AttributeLists;
  /** Takes note of markup, in the order of the text; for renderers only. */
  mark?(mark: Mark, start: number, end: number, text?: string): void;
  /** What is defined in the document; for renderers only. */
  readonly definitions?: Definitions;
}

/** An inline construct whose closing bracket is still to come. */
interface Frame {
  readonly close: number;
  /** Where reading goes on after it. */
  readonly resume: number;
  readonly isLink: boolean;
  readonly isNote: boolean;
  readonly use: ReferenceUse | undefined;
  readonly group: TextRange | undefined;
  /** Whether its brackets are markup. */
  readonly isMarkup: boolean;
  /** Whether its brackets are text that is set apart nevertheless. */
  readonly isText: boolean;
}

/**
 * The second pass over inline text: decides from the outside in what each bracket means, as Pandoc does (note, citation,
 * span, link, text), and writes down elements, citations, links, notes and comments.
 */
export class InlineReader {
  readonly #tokens: TokenList;
  readonly #target: InlineTarget;
  readonly #frames: Frame[] = [];
  /** For each `</span>` that closes one, the offset of its `<span …>`. */
  #spans: ReadonlyMap<number, number> | undefined;
  #links = 0;
  #notes = 0;
  #resume = 0;
  #end = 0;

  constructor(tokens: TokenList, target: InlineTarget) {
    this.#tokens = tokens;
    this.#target = target;
  }

  /** Reads the tokens that start before `end`. */
  read(end: number): void {
    const tokens = this.#tokens;
    if (this.#frames.length > 0) this.#frames.length = 0;
    this.#spans = undefined;
    this.#links = 0;
    this.#notes = 0;
    this.#resume = 0;
    this.#end = end;
    for (let index = 0; index < tokens.count; index++) {
      const start = tokens.start(index);
      if (start >= end) break;
      if (start >= this.#resume) this.#readToken(index, tokens.kind(index), start);
    }
  }

  #readToken(index: number, kind: Token, start: number): void {
    const end = this.#tokens.end(index);
    const { text, facts } = this.#target;
    switch (kind) {
      case Token.Open:
      case Token.ImageOpen:
      case Token.NoteOpen:
        this.#readOpen(index, kind);
        break;
      case Token.Close:
        this.#readClose(index);
        break;
      case Token.Code:
      case Token.Address:
      case Token.Email:
        this.#readLeafElement(index, kind);
        break;
      case Token.SpanOpen:
        this.#mark(Mark.SpanOpen, start, end);
        break;
      case Token.SpanClose:
        this.#mark(Mark.SpanClose, start, end);
        this.#closeSpan(start, end);
        break;
      case Token.Comment:
        this.#mark(Mark.Hidden, start, end);
        facts.comments.push({
          text: text.slice(start + 4, end - 3),
          range: this.#target.range(start, end),
          place: 'text',
        });
        break;
      case Token.Key:
        this.#readKey(index, start, end);
        break;
      case Token.NoteReference:
        this.#readNoteReference(text.slice(start + 2, end - 1), start, end);
        break;
      case Token.Tag:
      case Token.Tex:
        this.#mark(Mark.Hidden, start, end);
        break;
      case Token.Block:
        this.#readBlock(start);
        break;
      case Token.InlineMath:
        this.#markMath(start, end, 1);
        break;
      case Token.DisplayMath: {
        this.#markMath(start, end, 2);
        const label = equationLabel(text, end);
        if (label !== undefined) {
          const range = this.#target.range(label.start, label.end);
          const id = text.slice(label.start, label.end);
          facts.labels.push({ id, kind: 'equation', range });
        }
        break;
      }
      default:
        break;
    }
  }

  #readOpen(index: number, kind: Token): void {
    const tokens = this.#tokens;
    const close = tokens.partner(index);
    if (close < 0) return;
    const { text } = this.#target;
    const start = tokens.start(index);
    const inner = tokens.end(index);
    const outer = tokens.end(close);
    const suffix = tokens.suffixes[close];
    if (kind === Token.NoteOpen) {
      const after = text.charCodeAt(outer);
      const isBracket =
        (suffix !== undefined && suffix.failure === undefined) ||
        after === Code.ParenOpen ||
        after === Code.Caret ||
        this.#isReferenceAfter(close);
      if (isBracket) {
        this.#readBracket(index, close, start + 1);
      } else {
        this.#mark(Mark.EnterNote, start, inner);
        this.#push(close, outer, { isNote: true, isMarkup: true });
      }
      return;
    }
    if (kind === Token.ImageOpen) {
      this.#readLink('image', index, close, start);
      return;
    }
    this.#readBracket(index, close, start);
  }

  #readBracket(index: number, close: number, start: number): void {
    const tokens = this.#tokens;
    const outer = tokens.end(close);
    const suffix = tokens.suffixes[close];
    const attributes = suffix?.attributes;
    const isFollowed = suffix?.target !== undefined || attributes !== undefined;
    if (!isFollowed && !this.#isReferenceAfter(close) && this.#isGroup(index, close)) {
      this.#reportFailure(start, close);
      this.#mark(Mark.Citation, start, outer);
      this.#push(close, outer, { group: this.#target.range(start, outer) });
    } else if (attributes !== undefined && suffix?.target === undefined) {
      this.#addSpan(start, tokens.end(index), close, attributes);
      this.#mark(Mark.Enter, start, tokens.end(index));
      this.#push(close, attributes.end, { isMarkup: true });
    } else if (this.#links === 0) {
      this.#readLink('link', index, close, start);
    } else {
      this.#reportFailure(start, close);
    }
  }

  /** A link or an image: with a target, or by a reference that may turn out not to be defined. */
  #readLink(carrier: 'link' | 'image', index: number, close: number, start: number): void {
    const tokens = this.#tokens;
    const { text, facts } = this.#target;
    const inner = tokens.end(index);
    const innerEnd = tokens.start(close);
    const suffix = tokens.suffixes[close];
    const target = suffix?.target;
    const isLink = carrier === 'link';
    if (target !== undefined && suffix !== undefined) {
      const lists = this.#lists(suffix.attributes);
      const content = { start: inner, end: innerEnd };
      if (!isEmpty(lists)) {
        const element = this.#element(carrier, start, suffix.end, content, suffix.attributes);
        facts.elements.push(element);
      }
      if (isLink && text.charCodeAt(target.start) === Code.Hash && target.end > target.start + 1) {
        facts.links.push({
          target: text.slice(target.start + 1, target.end),
          range: this.#target.range(start, suffix.end),
          targetRange: this.#target.range(target.start + 1, target.end),
          ...this.#use(),
        });
      }
      this.#mark(Mark.Enter, start, inner);
      this.#push(close, suffix.end, { isLink, isMarkup: true });
      return;
    }
    const next = close + 1;
    const outer = tokens.end(close);
    const hasLabel = this.#isReferenceAfter(close) && !this.#isCitationGroupAfter(close);
    const labelClose = hasLabel ? tokens.partner(next) : close;
    const after = tokens.suffixes[labelClose];
    const attributes = after?.target === undefined ? after?.attributes : undefined;
    const resume = attributes?.end ?? tokens.end(labelClose);
    const isCollapsed = hasLabel && tokens.start(labelClose) === tokens.end(next);
    const labelAt =
      hasLabel && !isCollapsed
        ? { start: tokens.end(next), end: tokens.start(labelClose) }
        : { start: inner, end: innerEnd };
    const content = { start: inner, end: innerEnd };
    const use: ReferenceUse = {
      label: text.slice(labelAt.start, labelAt.end),
      element: this.#element(carrier, start, resume, content, attributes),
      ...this.#use(),
    };
    facts.uses.push(use);
    if (!hasLabel && isLink) this.#reportFailure(start, close);
    const isMarkup = this.#target.definitions?.isDefined(use.label) ?? false;
    this.#mark(isMarkup ? Mark.Enter : Mark.EnterText, start, inner);
    if (!isMarkup && attributes !== undefined) {
      this.#mark(Mark.Hidden, attributes.start, attributes.end);
    }
    if (hasLabel && !isMarkup) {
      // Where the label is not defined, it is text like any other.
      this.#mark(Mark.EnterText, tokens.start(next), tokens.end(next));
      this.#push(labelClose, resume, { isText: true });
      this.#push(close, tokens.end(next), { use, isText: true });
    } else {
      const end = hasLabel || attributes !== undefined ? resume : outer;
      this.#push(close, end, { use, isMarkup, isText: !isMarkup, isLink: isMarkup && isLink });
    }
  }

  #readClose(index: number): void {
    const frame = this.#frames.at(-1);
    if (frame?.close !== index) return;
    this.#frames.pop();
    if (frame.isMarkup) {
      const mark = frame.isNote ? Mark.LeaveNote : Mark.Leave;
      this.#mark(mark, this.#tokens.start(index), frame.resume);
    } else if (frame.isText) {
      this.#mark(Mark.LeaveText, this.#tokens.start(index), this.#tokens.end(index));
    }
    if (frame.isLink) this.#links--;
    if (frame.isNote) this.#notes--;
    this.#resume = frame.resume;
  }

  /** What follows a block in brackets is lost. */
  #readBlock(start: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    const close = this.#tokens.start(frame.close);
    this.#mark(Mark.Hidden, start, close);
    this.#resume = close;
  }

  #readNoteReference(label: string, start: number, end: number): void {
    // Pandoc knows no notes in notes, but for inline ones.
    const isInNote = this.#target.context === 'note';
    if (!isInNote) this.#target.facts.noteReferences.push(label);
    const isText = isInNote || this.#target.definitions?.hasNote(label) === false;
    this.#mark(isText ? Mark.Verbatim : Mark.Hidden, start, end);
  }

  #readLeafElement(index: number, kind: Token): void {
    const tokens = this.#tokens;
    const { text, facts } = this.#target;
    const start = tokens.start(index);
    const end = tokens.end(index);
    const attributes = tokens.suffixes[index]?.attributes;
    if (kind === Token.Code) {
      const content = codeContent(text, start, end);
      const isRaw = tokens.suffixes[index]?.isFormat === true;
      this.#mark(Mark.Hidden, start, content.start);
      this.#mark(isRaw ? Mark.Hidden : Mark.Code, content.start, content.end);
      this.#mark(Mark.Hidden, content.end, tokens.suffixes[index]?.end ?? end);
      const element = this.#element('code', start, attributes?.end ?? end, content, attributes);
      if (!isEmpty(element)) facts.elements.push(element);
      return;
    }
    if (this.#links > 0) return;
    const content = { start: start + 1, end: end - 1 };
    this.#mark(Mark.Hidden, start, start + 1);
    this.#mark(Mark.Verbatim, start + 1, end - 1);
    this.#mark(Mark.Hidden, end - 1, attributes?.end ?? end);
    const element = this.#element('link', start, attributes?.end ?? end, content, attributes);
    const name = kind === Token.Email ? 'email' : 'uri';
    const range = this.#target.range(end, end);
    const classes = attributes === undefined ? [{ name, range }] : element.classes;
    facts.elements.push(element.with({ lists: { ...element, classes } }));
  }

  #closeSpan(start: number, end: number): void {
    const { text, facts, context } = this.#target;
    if (this.#target.mark !== undefined) return;
    this.#spans ??= spanPairs(text, this.#tokens, this.#end, context);
    const open = this.#spans.get(start);
    const tag = open === undefined ? undefined : scanTag(text, open, start);
    if (tag === undefined) return;
    const content = { start: tag.end, end: start };
    const block = htmlAttributes(text, tag);
    const element = this.#element('span', tag.start, end, content, block).with({ form: 'html' });
    const plain = withoutStyling(element);
    if (plain !== undefined) facts.elements.push(plain);
  }

  #readKey(index: number, start: number, end: number): void {
    const { text, facts } = this.#target;
    const at = text.charCodeAt(start) === Code.Hyphen ? start + 2 : start + 1;
    const isBraced = text.charCodeAt(at) === Code.BraceOpen;
    const key = isBraced ? text.slice(at + 1, end - 1) : text.slice(at, end);
    const group = this.#frames.at(-1)?.group;
    if (group === undefined && this.#markExample(key, end)) return;
    if (group === undefined) {
      if (text.charCodeAt(start) === Code.Hyphen) this.#mark(Mark.Hidden, start, start + 1);
      this.#mark(Mark.Citation, at - 1, isBraced ? at : end);
      if (isBraced) {
        this.#mark(Mark.Hidden, at, at + 1);
        this.#mark(Mark.Citation, at + 1, end - 1);
        this.#mark(Mark.Hidden, end - 1, end);
      }
    }
    facts.citations.push({
      key,
      range: this.#target.range(start, end),
      ...(group === undefined ? {} : { groupRange: group }),
      context: this.#context(),
    });
    if (group === undefined) this.#readLocator(index, end);
  }

  /** `@label` stands for the number of an example; what follows it is text like any other. */
  #markExample(label: string, end: number): boolean {
    const number = this.#target.definitions?.exampleNumber(label);
    if (number === undefined) return false;
    const isBraced = this.#target.text.charCodeAt(end - 1) === Code.BraceClose;
    if (!isBraced) this.#mark(Mark.Replaced, end - label.length - 1, end, String(number));
    return true;
  }

  /** `@key [p. 3; @other]`: the bracket belongs to the citation. */
  #readLocator(index: number, end: number): void {
    const tokens = this.#tokens;
    const { text } = this.#target;
    const next = index + 1;
    if (next >= tokens.count || tokens.kind(next) !== Token.Open) return;
    const close = tokens.partner(next);
    const open = tokens.start(next);
    if (close < 0 || skipSpacesAndLine(text, end, open + 1) !== open) return;
    if (text.charCodeAt(open + 1) === Code.Caret) return;
    const suffix = tokens.suffixes[close];
    const outer = tokens.end(close);
    const after = text.charCodeAt(outer);
    if (suffix?.attributes !== undefined || suffix?.target !== undefined) return;
    if (after === Code.BracketOpen || after === Code.ParenOpen) return;
    if (!citesInEveryPart(text, tokens, next, close, 1)) return;
    this.#reportFailure(open, close);
    const group = this.#target.range(open, outer);
    // Pandoc sets the bracket off.
    if (open === end) this.#mark(Mark.Replaced, end, end, ' ');
    this.#mark(Mark.Citation, open, outer);
    this.#push(close, outer, { group });
    this.#resume = open + 1;
  }

  #isGroup(index: number, close: number): boolean {
    return citesInEveryPart(this.#target.text, this.#tokens, index, close, 0);
  }

  /** Whether a bracketed label follows the closing bracket directly. */
  #isReferenceAfter(close: number): boolean {
    const tokens = this.#tokens;
    const next = close + 1;
    return (
      next < tokens.count &&
      tokens.kind(next) === Token.Open &&
      tokens.start(next) === tokens.end(close) &&
      tokens.partner(next) >= 0
    );
  }

  #isCitationGroupAfter(close: number): boolean {
    const next = close + 1;
    const nextClose = this.#tokens.partner(next);
    const suffix = this.#tokens.suffixes[nextClose];
    const isFollowed = suffix?.attributes !== undefined || suffix?.target !== undefined;
    return !isFollowed && !this.#isReferenceAfter(nextClose) && this.#isGroup(next, nextClose);
  }

  #addSpan(start: number, inner: number, close: number, attributes: AttributeBlock): void {
    const content = { start: inner, end: this.#tokens.start(close) };
    const element = this.#element('span', start, attributes.end, content, attributes);
    const plain = withoutStyling(element);
    if (plain !== undefined) this.#target.facts.elements.push(plain);
  }

  #reportFailure(start: number, close: number): void {
    const failure = this.#tokens.suffixes[close]?.failure;
    if (failure === undefined) return;
    this.#target.facts.failures.push({
      range: this.#target.range(failure.start, failure.end),
      reason: failure.reason,
      carrier: 'span',
      bracketRange: this.#target.range(start, this.#tokens.end(close)),
      faultRange: this.#target.range(failure.fault.start, failure.fault.end),
    });
  }

  #push(close: number, resume: number, frame: Partial<Frame>): void {
    const {
      isLink = false,
      isNote = false,
      use = this.#frames.at(-1)?.use,
      group,
      isMarkup = false,
      isText = false,
    } = frame;
    if (isLink) this.#links++;
    if (isNote) this.#notes++;
    this.#frames.push({ close, resume, isLink, isNote, use, group, isMarkup, isText });
  }

  #lists(attributes: AttributeBlock | undefined): AttributeLists {
    return attributes === undefined ? noAttributes : this.#target.listsOf(attributes);
  }

  #element(
    carrier: Carrier,
    start: number,
    end: number,
    content: { readonly start: number; readonly end: number },
    attributes: AttributeBlock | undefined,
  ): ElementFact {
    const target = this.#target;
    return new ElementFact({
      anchor: target.facts.anchor,
      carrier,
      form: 'markdown',
      lists: this.#lists(attributes),
      range: target.range(start, end),
      contentRange: target.rangeOf(content),
      attributeRange:
        attributes === undefined ? undefined : target.range(attributes.start, attributes.end),
      context: this.#context(),
      insideUse: this.#linkUse(carrier),
    });
  }

  /** Links that a defined reference holds are text; spans and code in it stay. */
  #linkUse(carrier: Carrier): ReferenceUse | undefined {
    return carrier === 'link' || carrier === 'image' ? this.#frames.at(-1)?.use : undefined;
  }

  #markMath(start: number, end: number, dollars: number): void {
    this.#mark(Mark.Hidden, start, start + dollars);
    this.#mark(Mark.Math, start + dollars, end - dollars);
    this.#mark(Mark.Hidden, end - dollars, end);
  }

  #mark(mark: Mark, start: number, end: number, text?: string): void {
    this.#target.mark?.(mark, start, end, text);
  }

  #context(): Context {
    return this.#notes > 0 ? 'note' : this.#target.context;
  }

  #use(): { readonly insideUse?: ReferenceUse } {
    const use = this.#frames.at(-1)?.use;
    return use === undefined ? {} : { insideUse: use };
  }
}

/** The marked pieces of inline text that was scanned, in the order of their starts. */
export function markedPieces(
  text: string,
  tokens: TokenList,
  end: number,
  context: Context,
  definitions?: Definitions,
): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const reader = new InlineReader(tokens, {
    text,
    facts: new Facts({ shift: 0, div: undefined }),
    context,
    range: (from, to) => ({ start: from, end: to }),
    rangeOf: (span) => span,
    listsOf: () => noAttributes,
    mark: (mark, from, to, replacement = '') =>
      pieces.push({ mark, start: from, end: to, replacement }),
    ...(definitions === undefined ? {} : { definitions }),
  });
  reader.read(end);
  return pieces.sort((a, b) => a.start - b.start);
}

/** For each `</span>` that closes a span, the offset where the span opens. */
function spanPairs(
  text: string,
  tokens: TokenList,
  end: number,
  context: Context,
): ReadonlyMap<number, number> {
  const pieces = markedPieces(text, tokens, end, context);
  // Spans inside citations count.
  const walked = pieces.filter(({ mark }) => mark !== Mark.Citation);
  const walker = new InlineWalker(text, walked, new TextOutput(), {
    isPlain: false,
    withNotes: true,
  });
  walker.walk(tokens.from, end);
  return new Map(walker.spans.map(({ open, close }) => [close, open]));
}
