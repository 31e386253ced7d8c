import { alphanumericLength, Code, isSpace, skipRun, skipSpaces } from '../characters';
import { decodeReference } from '../entities';
import { Mark, type MarkedPiece } from './marks';
import { scriptEnd } from './scripts';
import type { TextOutput } from './textOutput';

/** What is kept of marked pieces. */
export interface WalkOptions {
  /** Whether code, math and citations are kept, as in Pandoc's `stringify`. */
  readonly isPlain: boolean;
  readonly withNotes: boolean;
  /** Whether signs are written where emphasis begins and ends. */
  readonly marksEmphasis?: boolean;
  /** Whether it is a cell of a table: Pandoc trims those that stand in rows before it reads them. */
  readonly isRow?: boolean;
}

/** Inside which quotes a text is read; they do not nest in quotes of their own kind. */
const enum Quotes {
  None,
  Single,
  Double,
}

/** What is restored where the closing delimiter of a construct is not found. */
interface Place {
  readonly at: number;
  readonly piece: number;
  readonly length: number;
  readonly spans: number;
  readonly afterString: number;
  readonly quotes: Quotes;
}

/** Written where emphasis begins and ends, where this is asked for: of no use to anybody who writes text. */
const EMPHASIS_START = '\uE000';
const EMPHASIS_END = '\uE001';

// Limits that no author reaches, so that hostile texts cost no more than linear time.
const maximalDepth = 100;
const stepsForEach = 50;

/**
 * Reads inline text piece by piece, in the order and with the look-ahead of Pandoc's reader: emphasis that is not closed
 * swallows all that follows it, quotes, strikeout and HTML spans that are not closed are text and what follows is read anew.
 * Writes down the text that is left, and which HTML spans there are.
 */
export class InlineWalker {
  /** The pairs of `<span>` and `</span>`, by their offsets. */
  readonly spans: { readonly open: number; readonly close: number }[] = [];
  readonly #text: string;
  readonly #pieces: readonly MarkedPiece[];
  readonly #output: TextOutput;
  readonly #options: WalkOptions;
  readonly #partners: Int32Array;
  #at = 0;
  #piece = 0;
  /** The offset behind the last word or emphasis: no quote and no `_` opens there. */
  #afterString = -1;
  #quotes = Quotes.None;
  #depth = 0;
  #steps = 0;

  /** `pieces` come in the order of their starts. */
  constructor(
    text: string,
    pieces: readonly MarkedPiece[],
    output: TextOutput,
    options: WalkOptions,
  ) {
    this.#text = text;
    this.#pieces = pieces;
    this.#output = output;
    this.#options = options;
    this.#partners = partnersOf(pieces);
  }

  /**
   * Reads from `start` to `end`. `isEnd` is asked before each construct that stands in no other one, and ends the walk;
   * gives the offset where it ended.
   */
  walk(start: number, end: number, isEnd?: (at: number) => boolean): number {
    this.#at = start;
    this.#steps = (end - start + 20) * stepsForEach;
    while (isEnd?.(this.#at) !== true && this.#inline(end));
    return this.#at;
  }

  /** Reads one construct, word or sign; false at the limit. */
  #inline(limit: number): boolean {
    this.#steps--;
    const at = this.#at;
    if (at >= limit) return false;
    const piece = this.#pieceAt(at, limit);
    if (piece !== undefined) {
      this.#readPiece(piece, limit);
      return true;
    }
    const text = this.#text;
    const code = text.charCodeAt(at);
    switch (code) {
      case Code.Space:
      case Code.Tab:
        this.#whitespace(limit);
        return true;
      case Code.LineFeed:
        this.#output.put(' ', at);
        this.#at = skipSpaces(text, at + 1, limit);
        return true;
      case Code.Asterisk:
      case Code.Underscore:
        this.#enclosure(code, limit);
        return true;
      case Code.DoubleQuote:
        this.#doubleQuote(limit);
        return true;
      case Code.SingleQuote:
        this.#singleQuote(limit);
        return true;
      case Code.Backslash:
        this.#escape(limit);
        return true;
      case Code.Ampersand: {
        const reference = decodeReference(text, at);
        if (reference === undefined || reference.end > limit) return this.#put(text.charAt(at), 1);
        for (const character of reference.text) this.#output.put(character, at);
        this.#at = reference.end;
        return true;
      }
      case Code.Hyphen: {
        const run = Math.min(skipRun(text, at, limit, Code.Hyphen) - at, 3);
        return this.#put(run === 1 ? '-' : run === 2 ? '–' : '—', run);
      }
      case Code.Dot:
        if (text.startsWith('...', at) && at + 3 <= limit) return this.#put('…', 3);
        break;
      case Code.Caret:
      case Code.Tilde:
        this.#script(code, limit);
        return true;
      default:
        break;
    }
    if (!this.#word(limit)) this.#put(text.charAt(at), 1);
    return true;
  }

  /** The piece that begins at the place, if it lies before the limit. */
  #pieceAt(at: number, limit: number): MarkedPiece | undefined {
    const pieces = this.#pieces;
    while ((pieces[this.#piece]?.start ?? Infinity) < at) this.#piece++;
    const piece = pieces[this.#piece];
    return piece?.start === at && piece.end <= limit ? piece : undefined;
  }

  #readPiece(piece: MarkedPiece, limit: number): void {
    const { mark, start, end } = piece;
    const index = this.#piece++;
    const output = this.#output;
    this.#at = end;
    switch (mark) {
      case Mark.Enter:
      case Mark.EnterText:
      case Mark.EnterNote:
        if (mark === Mark.EnterText) output.copy(this.#text, start, end);
        this.#bracket(mark, this.#partners[index] ?? -1);
        return;
      case Mark.Verbatim:
        output.copy(this.#text, start, end);
        return;
      case Mark.Code:
      case Mark.Math:
      case Mark.Citation:
        if (this.#options.isPlain) output.copy(this.#text, start, end);
        return;
      case Mark.Replaced:
        for (const character of piece.replacement) output.put(character, start);
        return;
      case Mark.SpanOpen:
        this.#span(start, limit);
        return;
      case Mark.LeaveText:
        output.copy(this.#text, start, end);
        return;
      default:
        if (isLineBreakTag(this.#text, start, end)) output.put(' ', start);
    }
  }

  /** What stands in brackets is read on its own. */
  #bracket(mark: Mark, close: number): void {
    const leave = this.#pieces[close];
    if (leave === undefined || this.#depth >= maximalDepth) return;
    const { length } = this.#output;
    const quotes = this.#quotes;
    if (mark === Mark.EnterNote) this.#quotes = Quotes.None;
    this.#depth++;
    // No blanks stand at either end of a span or a link.
    if (mark === Mark.Enter) this.#at = skipWhiteSpace(this.#text, this.#at, leave.start);
    this.#chunk(leave.start);
    if (mark === Mark.Enter) this.#output.trimEnd(length);
    this.#depth--;
    this.#quotes = quotes;
    if (mark === Mark.EnterNote && !this.#options.withNotes) this.#output.truncate(length);
    if (leave.mark === Mark.LeaveText) this.#output.copy(this.#text, leave.start, leave.end);
    this.#at = leave.end;
    this.#piece = close + 1;
  }

  #chunk(limit: number): void {
    const afterString = this.#afterString;
    this.#afterString = -1;
    while (this.#inline(limit));
    this.#afterString = afterString;
  }

  /** `<span>` up to its `</span>`; without one the tag is nothing but a tag. */
  #span(open: number, limit: number): void {
    const place = this.#place();
    const isEnd = (): boolean => this.#pieceAt(this.#at, limit)?.mark === Mark.SpanClose;
    if (!this.#attempt(limit, isEnd)) {
      this.#restore(place);
      return;
    }
    const close = this.#pieces[this.#piece++];
    if (close === undefined) return;
    this.spans.push({ open, close: close.start });
    this.#at = close.end;
  }

  #whitespace(limit: number): void {
    const at = this.#at;
    this.#output.put(' ', at);
    this.#at = skipSpaces(this.#text, at, limit);
  }

  /** Letters, numbers and single dots. */
  #word(limit: number): boolean {
    const text = this.#text;
    let at = this.#at;
    for (let length = 1; length > 0 && at < limit; at += length) {
      const isDot = text.charCodeAt(at) === Code.Dot && text.charCodeAt(at + 1) !== Code.Dot;
      length = isDot ? 1 : alphanumericLength(text, at);
    }
    if (at === this.#at) return false;
    this.#output.copy(text, this.#at, at);
    this.#at = at;
    this.#afterString = at;
    return true;
  }

  #escape(limit: number): void {
    const text = this.#text;
    const at = this.#at;
    const isLast = at + 1 >= limit;
    const next = text.charCodeAt(at + 1);
    const isInRow = this.#options.isRow === true && isLast && at + 1 < text.length;
    const isCut = isLast && (at + 1 >= text.length || isSpace(next));
    if (!isInRow && (next === Code.LineFeed || isCut)) {
      this.#put(' ', 1);
    } else if (isLast || alphanumericLength(text, at + 1) > 0) {
      this.#put('\\', 1);
    } else {
      this.#put(isSpace(next) ? ' ' : text.charAt(at + 1), 2);
    }
  }

  #put(character: string, count: number): true {
    this.#output.put(character, this.#at);
    this.#at += count;
    return true;
  }

  #doubleQuote(limit: number): void {
    const opens = this.#opensQuotes(Quotes.Double, limit);
    if (!opens) {
      this.#put('”', 1);
      return;
    }
    const isEnd = (): boolean => this.#has(Code.DoubleQuote, 1, limit);
    if (!this.#quoted(Quotes.Double, limit, '“', '”', isEnd)) this.#put('“', 1);
  }

  #singleQuote(limit: number): void {
    const isEnd = (): boolean =>
      this.#has(Code.SingleQuote, 1, limit) && !this.#isAlphanumeric(this.#at + 1, limit);
    const opens = this.#opensQuotes(Quotes.Single, limit);
    if (!opens || !this.#quoted(Quotes.Single, limit, '‘', '’', isEnd)) this.#put('’', 1);
  }

  #opensQuotes(quotes: Quotes, limit: number): boolean {
    const at = this.#at;
    if (this.#quotes === quotes || this.#afterString === at) return false;
    const next = this.#text.charCodeAt(at + 1);
    // Text that ends at a block is not at its end for Pandoc.
    if (at + 1 >= limit) {
      return next === Code.Less || next === Code.Backslash || next === Code.BraceOpen;
    }
    return !isSpace(next) && next !== Code.LineFeed;
  }

  /** Reads up to the closing quote; false where there is none, and nothing is read. */
  #quoted(
    quotes: Quotes,
    limit: number,
    open: string,
    close: string,
    isEnd: () => boolean,
  ): boolean {
    const place = this.#place();
    this.#put(open, 1);
    this.#quotes = quotes;
    if (isEnd() || !this.#attempt(limit, isEnd)) {
      this.#restore(place);
      return false;
    }
    this.#output.trimEnd(place.length + 1);
    this.#quotes = place.quotes;
    this.#put(close, 1);
    return true;
  }

  /** Reads until something ends it; false where nothing does. */
  #attempt(limit: number, isEnd: () => boolean): boolean {
    if (this.#depth >= maximalDepth || this.#steps < 0) return false;
    this.#depth++;
    let isEnded = isEnd();
    while (!isEnded && this.#steps >= 0 && this.#inline(limit)) isEnded = isEnd();
    this.#depth--;
    return isEnded;
  }

  #place(): Place {
    return {
      at: this.#at,
      piece: this.#piece,
      length: this.#output.length,
      spans: this.spans.length,
      afterString: this.#afterString,
      quotes: this.#quotes,
    };
  }

  #restore({ at, piece, length, spans, afterString, quotes }: Place): void {
    this.#at = at;
    this.#piece = piece;
    this.#output.truncate(length);
    this.spans.length = spans;
    this.#afterString = afterString;
    this.#quotes = quotes;
  }

  /** `*`, `**`, `***` and the like with `_`. */
  #enclosure(mark: number, limit: number): void {
    const text = this.#text;
    const at = this.#at;
    if (mark === Code.Underscore && this.#afterString === at) {
      this.#put('_', 1);
      return;
    }
    const output = this.#output.length;
    const run = skipRun(text, at, limit, mark) - at;
    this.#output.copy(text, at, at + run);
    this.#at = at + run;
    if (this.#at < limit && isSpace(text.charCodeAt(this.#at))) {
      this.#whitespace(limit);
      return;
    }
    if (run > 3 || this.#depth >= maximalDepth) return;
    this.#depth++;
    if (run === 3) this.#three(mark, output, limit);
    else if (run === 2) this.#two(mark, output, limit);
    else this.#one(mark, output, limit);
    this.#depth--;
  }

  /** Reads up to one delimiter; two of them open an enclosure of their own. `output` is where the opening was written. */
  #one(mark: number, output: number, limit: number): void {
    for (;;) {
      if (!this.#ends(mark, 1, limit)) {
        if (!this.#inline(limit)) return;
        continue;
      }
      if (!this.#has(mark, 2, limit) || this.#ends(mark, 1, limit, this.#at + 2)) break;
      const inner = this.#output.length;
      this.#output.copy(this.#text, this.#at, this.#at + 2);
      this.#at += 2;
      this.#two(mark, inner, limit);
    }
    this.#close(output, 1);
  }

  #two(mark: number, output: number, limit: number): void {
    while (!this.#ends(mark, 2, limit)) if (!this.#inline(limit)) return;
    this.#close(output, 2);
  }

  #three(mark: number, output: number, limit: number): void {
    while (!this.#ends(mark, 1, limit)) if (!this.#inline(limit)) return;
    if (this.#ends(mark, 3, limit)) {
      this.#close(output, 3);
    } else if (this.#ends(mark, 2, limit)) {
      this.#close(output, 2);
      this.#one(mark, output + 2, limit);
    } else {
      this.#close(output, 1);
      this.#two(mark, output + 1, limit);
    }
  }

  #close(output: number, count: number): void {
    if (this.#options.marksEmphasis) {
      this.#output.mark(output, count, EMPHASIS_START);
      this.#output.put(EMPHASIS_END.repeat(count), this.#at);
    } else {
      this.#output.blank(output, count);
    }
    this.#at += count;
    this.#afterString = this.#at;
  }

  /** Whether so many delimiters stand here and end what they opened. */
  #ends(mark: number, count: number, limit: number, at = this.#at): boolean {
    if (!this.#has(mark, count, limit, at)) return false;
    return mark === Code.Asterisk || !this.#isAlphanumeric(at + count, limit);
  }

  #has(mark: number, count: number, limit: number, at = this.#at): boolean {
    if (at + count > limit) return false;
    for (let index = at; index < at + count; index++) {
      if (this.#text.charCodeAt(index) !== mark) return false;
    }
    // Code may begin with what looks like a delimiter.
    return at !== this.#at || this.#pieceAt(at, limit) === undefined;
  }

  #isAlphanumeric(at: number, limit: number): boolean {
    return at < limit && alphanumericLength(this.#text, at) > 0;
  }

  /** Strikeout, superscript and subscript. */
  #script(code: number, limit: number): void {
    if (code === Code.Tilde && this.#strikeout(limit)) return;
    const open = this.#at;
    const close = scriptEnd(this.#text, open, limit, code);
    if (close < 0 || this.#depth >= maximalDepth) {
      this.#put(this.#text.charAt(open), 1);
      return;
    }
    this.#at = open + 1;
    this.#depth++;
    this.#chunk(close);
    this.#depth--;
    this.#at = close + 1;
  }

  #strikeout(limit: number): boolean {
    const text = this.#text;
    const at = this.#at;
    if (!this.#has(Code.Tilde, 2, limit) || at + 2 >= limit) return false;
    const next = text.charCodeAt(at + 2);
    if (isSpace(next) || next === Code.LineFeed || next === Code.Tilde) return false;
    const place = this.#place();
    this.#at += 2;
    // No blank may stand before the end.
    const isEnd = (): boolean => this.#has(Code.Tilde, 2, limit, skipSpaces(text, this.#at, limit));
    if (!this.#attempt(limit, isEnd) || !this.#has(Code.Tilde, 2, limit)) {
      this.#restore(place);
      return false;
    }
    this.#at += 2;
    return true;
  }
}

/** For each opening piece the index of its closing one, and the other way round; -1 for other pieces. */
function partnersOf(pieces: readonly MarkedPiece[]): Int32Array {
  const partners = new Int32Array(pieces.length).fill(-1);
  const open: number[] = [];
  pieces.forEach(({ mark }, index) => {
    switch (mark) {
      case Mark.Enter:
      case Mark.EnterText:
      case Mark.EnterNote:
        open.push(index);
        break;
      case Mark.Leave:
      case Mark.LeaveText:
      case Mark.LeaveNote: {
        const partner = open.pop();
        if (partner !== undefined) partners[partner] = index;
        break;
      }
      default:
        break;
    }
  });
  return partners;
}

/** `<br>`, for which Pandoc's plain text has a blank; in small letters only, as there. */
function isLineBreakTag(text: string, start: number, end: number): boolean {
  return text.startsWith('<br', start) && text.charCodeAt(end - 1) === Code.Greater;
}

function skipWhiteSpace(text: string, at: number, limit: number): number {
  while (at < limit && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === Code.LineFeed))
    at++;
  return at;
}
