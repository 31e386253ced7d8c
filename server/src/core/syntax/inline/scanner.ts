import { parseAttributes } from '../attributes';
import {
  alphanumericLength,
  Code,
  isAfterAlphanumeric,
  isSpace,
  letterLength,
  skipRun,
  skipSpaces,
} from '../characters';
import { failedAttributes } from '../failedAttributes';
import { endsParagraph, scanTag } from '../html';
import { addressEnd, addressStop, hasScheme, keyEnd, labelEnd } from './keys';
import { Environments } from './environments';
import { Landmarks } from './landmarks';
import { displayMathEnd, inlineMathEnd } from './math';
import { closesSuperscript } from './scripts';
import { scanTarget } from './targets';
import { texBlockEnd, texEnd } from './tex';
import { isMathEnvironment } from './texCommands';
import type { Suffix, TokenList } from './tokenList';
import { Token } from './tokens';

/** What a paragraph needs to know of the blocks around it. */
export interface Surroundings {
  /** Whether the line that starts at `start` cannot belong to a paragraph before it. */
  interrupts(start: number): boolean;
  /** The end of the paragraph that goes on at `offset`, because a comment ran across its blank lines. */
  paragraphEnd(offset: number): number;
}

// Limits that no author reaches, so that hostile texts cost no more than linear time.
const maximalDeclaration = 1000;
const maximalEmphasis = 500;
const maximalBlocks = 20;

/**
 * The first pass over inline text: finds what hides markup (code, math, comments, tags, raw TeX), citation keys, and
 * brackets with what follows them. Brackets are matched here; what they mean is decided by the second pass.
 */
export class InlineScanner {
  readonly tokens: TokenList;
  readonly #text: string;
  readonly #surroundings: Surroundings;
  readonly #landmarks: Landmarks;
  /** Where to look for the end of a comment or of displayed math is known to be in vain from. */
  #noComment = Infinity;
  #noDisplay = Infinity;
  #environments: Environments | undefined;
  #start = 0;
  #limit = 0;
  /** Where the end of an address was found last, seen up to what limit. */
  #lastStop = -1;
  #lastStopLimit = 0;
  #isHeading = false;
  #isBounded = false;
  /** The outermost brackets, closed or not, in which blocks were found last, and how many. */
  #blocksIn = -1;
  #blocks = 0;
  /** The offset behind an `@` and letters that are neither a citation nor a part of the word after them. */
  #afterLabel = -1;
  /** For each length of a run of backticks, the last one before the limit; made when a search has failed. */
  #lastRuns: Map<number, number> | undefined;

  /** `tokens` is emptied by each scan. */
  constructor(text: string, surroundings: Surroundings, tokens: TokenList) {
    this.tokens = tokens;
    this.#text = text;
    this.#surroundings = surroundings;
    this.#landmarks = new Landmarks(text);
  }

  /**
   * Reads from `start` to `limit` at most and gives the offset at which the inline text ends: for a heading, the first line
   * break outside code and the like. No tag crosses the end of bounded text, such as a cell.
   */
  scan(start: number, limit: number, kind?: 'heading' | 'bounded'): number {
    this.#isHeading = kind === 'heading';
    this.#isBounded = kind === 'bounded';
    this.#blocksIn = -1;
    this.#blocks = 0;
    this.#afterLabel = -1;
    this.tokens.clear();
    this.tokens.from = start;
    this.#start = start;
    this.#limit = limit;
    this.#lastStop = -1;
    this.#lastRuns = undefined;
    const end = this.#scan(start);
    return this.#blocks > 0 ? this.#beforeBlock(end) : end;
  }

  #scan(start: number): number {
    let at = start;
    let line = this.#lineFeed(start);
    while (at < this.#limit) {
      const next = this.#landmarks.next(at, this.#limit);
      const stop = Math.min(next, this.#limit);
      if (line < at) line = this.#lineFeed(at);
      for (; line < stop; line = this.#lineFeed(line + 1)) {
        if (this.#endsAt(line)) return line;
      }
      if (next >= this.#limit) break;
      const end = this.#read(at, next);
      if (end < 0) return next;
      at = end;
    }
    return this.#limit;
  }

  /** A block ends the paragraph, or what stands in the brackets around it, if they are closed. */
  #readBlock(at: number): number {
    const [outermost] = this.tokens.brackets;
    if (outermost === undefined) return -1;
    if (this.#blocksIn !== outermost) this.#blocks = 0;
    this.#blocksIn = outermost;
    if (++this.#blocks > maximalBlocks) return -1;
    this.tokens.add(Token.Block, at, at + 1);
    return at + 1;
  }

  /** The offset of the first block that stands in no closed brackets; `end` where there is none. */
  #beforeBlock(end: number): number {
    const { tokens } = this;
    for (let index = 0; index < tokens.count; index++) {
      if (tokens.kind(index) === Token.Block) {
        tokens.count = index;
        return tokens.start(index);
      }
      index = Math.max(index, tokens.partner(index));
    }
    return end;
  }

  /** The first line break at or after an offset. */
  #lineFeed(from: number): number {
    const at = this.#text.indexOf('\n', from);
    return at < 0 ? this.#text.length : at;
  }

  /** Whether the inline text ends at a line break. */
  #endsAt(lineFeed: number): boolean {
    if (this.#isHeading) return true;
    return lineFeed + 1 < this.#limit && this.#surroundings.interrupts(lineFeed + 1);
  }

  /** Reads what stands at a mark, or from `from` on just before it; gives the offset after it, or -1 where the inline text ends. */
  #read(from: number, at: number): number {
    const text = this.#text;
    switch (text.charCodeAt(at)) {
      case Code.Backtick:
        return this.#readCode(at);
      case Code.BracketOpen:
        return this.#readBracket(from, at);
      case Code.BracketClose:
        return this.#readClose(at);
      case Code.Dollar:
        return this.#readMath(at);
      case Code.Backslash:
        return this.#readBackslash(at);
      case Code.At:
        return this.#readKey(at);
      case Code.Less:
        return this.#readLess(at);
      default:
        return at + 1;
    }
  }

  #readBracket(from: number, at: number): number {
    const text = this.#text;
    const before = at > from ? text.charCodeAt(at - 1) : 0;
    if (before === Code.Caret && !this.#closesSuperscript(at - 1)) {
      return this.#readOpen(at - 1, Token.NoteOpen, at + 1);
    }
    if (text.charCodeAt(at + 1) === Code.Caret && this.#closesSuperscript(at + 1)) return at + 2;
    const isNote =
      text.charCodeAt(at + 1) === Code.Caret && noteLabelEnd(text, at + 2, this.#limit) > 0;
    if (before === Code.Exclamation && !isNote) {
      return this.#readOpen(at - 1, Token.ImageOpen, at + 1);
    }
    return this.#readOpen(at, Token.Open, at + 1);
  }

  #closesSuperscript(caret: number): boolean {
    return closesSuperscript(this.#text, caret, this.#start, this.tokens);
  }

  #readCode(at: number): number {
    const text = this.#text;
    const open = skipRun(text, at, this.#limit, Code.Backtick);
    const close = this.#closingRun(open, open - at);
    if (close >= 0) return this.#addCode(at, open, close);
    const length = this.#closableLength(open - at, open);
    return length === 0 ? open : this.#addCode(open - length, open, this.#closingRun(open, length));
  }

  #addCode(start: number, open: number, close: number): number {
    if (!this.#staysInBlock(open, close)) return start + 1;
    const end = close + open - start;
    const suffix = this.#readSuffix(end, false);
    this.tokens.add(Token.Code, start, end, suffix);
    return suffix?.end ?? end;
  }

  /** The next run of exactly so many backticks, or -1. */
  #closingRun(from: number, length: number): number {
    const text = this.#text;
    if (this.#lastRuns !== undefined && (this.#lastRuns.get(length) ?? -1) < from) return -1;
    let close = text.indexOf('`', from);
    while (close >= 0 && close < this.#limit) {
      const end = skipRun(text, close, this.#limit, Code.Backtick);
      if (end - close === length) return close;
      close = text.indexOf('`', end);
    }
    return -1;
  }

  /** Of a run of backticks that ends at `open`, how many a run after it can close; Pandoc takes the others as text. */
  #closableLength(length: number, open: number): number {
    this.#lastRuns ??= lastRuns(this.#text, open, this.#limit);
    while (length > 0 && (this.#lastRuns.get(length) ?? -1) < open) length--;
    return length;
  }

  /** Whether no line between the offsets begins another block. */
  #staysInBlock(start: number, end: number): boolean {
    const text = this.#text;
    for (let at = start; at < end; at++) {
      if (text.charCodeAt(at) !== Code.LineFeed) continue;
      if (this.#surroundings.interrupts(at + 1)) return this.#isFence(at + 1);
    }
    return true;
  }

  /** Code beats fences and the closers of divs, but not list items. */
  #isFence(lineStart: number): boolean {
    const code = this.#text.charCodeAt(lineStart);
    return code === Code.Backtick || code === Code.Colon;
  }

  #readOpen(at: number, kind: Token, end: number): number {
    const text = this.#text;
    if (kind === Token.Open && text.charCodeAt(end) === Code.Caret) {
      const close = noteLabelEnd(text, end + 1, this.#limit);
      if (close > 0) {
        this.tokens.add(Token.NoteReference, at, close + 1);
        return close + 1;
      }
    }
    this.tokens.brackets.push(this.tokens.add(kind, at, end));
    return end;
  }

  #readClose(at: number): number {
    const open = this.tokens.brackets.pop();
    if (open === undefined) {
      this.tokens.add(Token.Close, at, at + 1);
      return at + 1;
    }
    const suffix = this.#readSuffix(at + 1, true);
    const close = this.tokens.add(Token.Close, at, at + 1, suffix);
    this.tokens.partners[open] = close;
    this.tokens.partners[close] = open;
    if (suffix === undefined || suffix.failure !== undefined) return at + 1;
    // What follows the label of a reference is no address.
    const isNoAddress = suffix.target !== undefined && this.#isBehindBracket(open);
    return isNoAddress ? at + 1 : suffix.end;
  }

  /** Whether a closing bracket with nothing behind it stands before an opening one. */
  #isBehindBracket(open: number): boolean {
    const { tokens } = this;
    const before = open - 1;
    if (before < 0 || tokens.kind(before) !== Token.Close) return false;
    const suffix = tokens.suffixes[before];
    const isBare = suffix === undefined || suffix.failure !== undefined;
    return isBare && tokens.partner(before) >= 0 && tokens.end(before) === tokens.start(open);
  }

  #readSuffix(at: number, isBracket: boolean): Suffix | undefined {
    const text = this.#text;
    const limit = this.#limit;
    if (at >= limit) return undefined;
    const code = text.charCodeAt(at);
    if (code === Code.BraceOpen) {
      const attributes = parseAttributes(text, at, limit, this.tokens.memo);
      if (attributes !== undefined) return { end: attributes.end, attributes };
      if (text.charCodeAt(at + 1) === Code.Equals && !isBracket) {
        const end = formatEnd(text, at, limit);
        if (end > 0) return { end, isFormat: true };
      }
    }
    if (!isBracket) return undefined;
    if (code === Code.ParenOpen) {
      const target = scanTarget(text, at, limit);
      if (target === undefined) return undefined;
      const attributes = parseAttributes(text, target.after, limit, this.tokens.memo);
      if (attributes === undefined) return { end: target.after, target };
      return { end: attributes.end, target, attributes };
    }
    const failure = failedAttributes(text, at, limit, this.tokens.memo);
    return failure === undefined ? undefined : { end: at, failure };
  }

  #readMath(at: number): number {
    const text = this.#text;
    if (text.charCodeAt(at + 1) === Code.Dollar && at < this.#noDisplay) {
      const end = displayMathEnd(text, at, this.#limit);
      if (end >= 0) {
        this.tokens.add(Token.DisplayMath, at, end);
        return end;
      }
      if (!text.includes('$$', at + 2)) this.#noDisplay = at;
    }
    const end = inlineMathEnd(text, at, this.#limit);
    if (end < 0) return at + 1;
    this.tokens.add(Token.InlineMath, at, end);
    return end;
  }

  #readBackslash(at: number): number {
    const text = this.#text;
    const letter = letterLength(text, at + 1);
    if (letter === 0) return text.charCodeAt(at + 1) === Code.LineFeed ? at + 1 : at + 2;
    const isEnvironment = text.startsWith('\\begin{', at);
    const end = isEnvironment
      ? this.environmentEnd(at)
      : texEnd(text, at, this.#limit, this.tokens, this.#isBounded ? this.#limit : text.length);
    const isBlock = isEnvironment
      ? end >= 0 && !isMathEnvironment(text, at)
      : end < 0 && texBlockEnd(text, at, this.#limit, this.tokens) >= 0;
    if (isBlock) return this.#readBlock(at);
    if (end < 0) return at + 1;
    if (end > this.#limit) this.#limit = this.#surroundings.paragraphEnd(end);
    this.tokens.add(Token.Tex, at, end);
    return end;
  }

  /** The end of the environment that `\begin{` opens at `at`, or -1. */
  environmentEnd(at: number): number {
    this.#environments ??= new Environments(this.#text);
    const end = this.#environments.endOf(at);
    if (end < 0) this.tokens.isOpen = true;
    return end;
  }

  #readKey(at: number): number {
    const text = this.#text;
    const end = keyEnd(text, at, this.#limit);
    if (end < 0) return at + 1;
    const before = text.charCodeAt(at - 1);
    const isSuppressed =
      before === Code.Hyphen &&
      text.charCodeAt(at - 2) !== Code.Hyphen &&
      (this.#isAfterToken(at - 1) || !isAfterWord(text, at - 1, this.#start));
    if (!isSuppressed && !this.#isAfterToken(at) && isAfterWord(text, at, this.#start)) {
      return (this.#afterLabel = Math.min(labelEnd(text, at), this.#limit));
    }
    this.tokens.add(Token.Key, isSuppressed ? at - 1 : at, end);
    return end;
  }

  /** Whether something ends just before that Pandoc does not take for a part of a word. */
  #isAfterToken(at: number): boolean {
    const last = this.tokens.count - 1;
    return at === this.#afterLabel || (last >= 0 && this.tokens.end(last) === at);
  }

  #readLess(at: number): number {
    const text = this.#text;
    const next = text.charCodeAt(at + 1);
    if (next === Code.Exclamation && text.startsWith('<!--', at)) return this.#readComment(at);
    if (next === Code.Question && letterLength(text, at + 2) > 0) {
      const end = text.slice(at, Math.min(this.#limit, at + maximalDeclaration)).indexOf('>');
      if (end < 0) return at + 1;
      this.tokens.add(Token.Tag, at, at + end + 1);
      return at + end + 1;
    }
    const farthest = this.#isBounded ? this.#limit : text.length;
    const tag = scanTag(text, at, farthest, this.#limit, this.tokens);
    if (tag !== undefined && !hasScheme(tag.name)) {
      if (endsParagraph(tag)) return this.#readBlock(at);
      const isSpan = tag.name === 'span';
      const spanKind = tag.isClosing ? Token.SpanClose : Token.SpanOpen;
      this.tokens.add(isSpan ? spanKind : Token.Tag, at, tag.end);
      if (tag.end > this.#limit) this.#limit = this.#surroundings.paragraphEnd(tag.end);
      return tag.end;
    }
    const address = addressEnd(text, at, this.#addressStop(at + 1));
    if (address === undefined) return at + 1;
    const suffix = this.#readSuffix(address.end, false);
    this.tokens.add(address.isEmail ? Token.Email : Token.Address, at, address.end, suffix);
    return suffix?.attributes === undefined ? address.end : suffix.end;
  }

  /** All that begin before the same blank are sought up to there once. */
  #addressStop(from: number): number {
    if (from > this.#lastStop || this.#lastStopLimit !== this.#limit) {
      this.#lastStop = addressStop(this.#text, from, this.#limit);
      this.#lastStopLimit = this.#limit;
    }
    return this.#lastStop;
  }

  /** The end of the comment at `at`, which may be far below, or -1 where it is not closed. */
  commentEnd(at: number): number {
    const close = at < this.#noComment ? this.#text.indexOf('-->', at + 4) : -1;
    if (close >= 0) return close + 3;
    this.#noComment = Math.min(this.#noComment, at);
    this.tokens.isOpen = true;
    return -1;
  }

  #readComment(at: number): number {
    const end = this.commentEnd(at);
    if (end < 0) return at + 1;
    this.tokens.add(Token.Comment, at, end);
    if (end > this.#limit) this.#limit = this.#surroundings.paragraphEnd(end);
    return end;
  }
}

function lastRuns(text: string, from: number, limit: number): Map<number, number> {
  const runs = new Map<number, number>();
  let start = text.indexOf('`', from);
  while (start >= 0 && start < limit) {
    const end = skipRun(text, start, limit, Code.Backtick);
    runs.set(end - start, start);
    start = text.indexOf('`', end);
  }
  return runs;
}

/** The offset of the bracket that ends a note's label which starts at `start`, or -1. */
export function noteLabelEnd(text: string, start: number, limit: number): number {
  for (let at = start; at < limit && at < start + 500; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.BracketClose) return at > start ? at : -1;
    if (isSpace(code) || code === Code.LineFeed) return -1;
    if (code === Code.Caret || code === Code.BracketOpen) return -1;
  }
  return -1;
}

function formatEnd(text: string, open: number, limit: number): number {
  let at = open + 2;
  while (at < limit && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== Code.BraceClose)
    at++;
  at = skipSpaces(text, at, limit);
  return at < limit && text.charCodeAt(at) === Code.BraceClose ? at + 1 : -1;
}

/** Whether Pandoc would take an `@` here for a part of the word before it; inline text begins at `from`. */
function isAfterWord(text: string, at: number, from: number): boolean {
  if (at === from) return false;
  if (isAfterAlphanumeric(text, at)) return true;
  const before = text.charCodeAt(at - 1);
  if (before === Code.Dot) return text.charCodeAt(at - 2) !== Code.Dot;
  return (
    (before === Code.Asterisk || before === Code.Underscore) &&
    closesEmphasis(text, at, before, from)
  );
}

/** Whether the delimiters before `at` seem to close emphasis; Pandoc lets no key follow that. */
function closesEmphasis(text: string, at: number, mark: number, from: number): boolean {
  let last = at;
  while (last > from && text.charCodeAt(last - 1) === mark) last--;
  let open = 0;
  for (let start = Math.max(from, last - maximalEmphasis); start < last; start++) {
    const code = text.charCodeAt(start);
    if (code === Code.Backslash) start++;
    if (code !== mark) continue;
    const end = skipRun(text, start, last, mark);
    const isInWord = mark === Code.Underscore && alphanumericLength(text, end) > 0;
    const isBehindWord = mark === Code.Underscore && isAfterAlphanumeric(text, start);
    if (open === end - start && !isInWord) open = 0;
    else if (open === 0 && !isBehindWord && !isSpace(text.charCodeAt(end))) open = end - start;
    start = end - 1;
  }
  return open === at - last;
}
