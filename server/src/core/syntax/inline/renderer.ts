import { alphanumericLength, Code, isAfterAlphanumeric, skipRun } from '../characters';
import { decodeReference } from '../entities';
import { Facts, type LeafFact, type LeafSource } from '../facts';
import { toSource } from '../source';
import type { VisibleText } from '../types';
import { EmphasisMatcher, type EmphasisOutput } from './emphasis';
import { Mark, type MarkedPiece } from './marks';
import { type Definitions, InlineReader } from './reader';
import type { InlineScanner } from './scanner';

/** How a leaf is to be rendered. */
export interface RenderOptions {
  /** What Pandoc's `stringify` keeps (code, math, citations as written), or what a reader reads as prose. */
  readonly mode: 'plain' | 'prose';
  /** Whether the text of inline notes is kept. */
  readonly withNotes: boolean;
  readonly definitions: Definitions;
  /** A scanner for the text of the leaf's container. */
  readonly scanner: InlineScanner;
}

/** Renders the text of a leaf, with offsets into the source. White space is folded, also at both ends to nothing. */
export function renderLeaf(leaf: LeafFact, options: RenderOptions): VisibleText {
  const pieces = markedPieces(leaf, options);
  return new Renderer(leaf, options).render(pieces);
}

function markedPieces(leaf: LeafFact, { definitions, scanner }: RenderOptions): MarkedPiece[] {
  const { container, start, end } = leaf.source;
  const stop = scanner.scan(start, end);
  const pieces: MarkedPiece[] = [];
  const reader = new InlineReader(scanner.tokens, {
    text: container.text,
    facts: new Facts(),
    context: leaf.context,
    range: (from, to) => ({ start: from, end: to }),
    rangeOf: (span) => span,
    listsOf: ({ lists }) => lists,
    mark: (mark, from, to) => pieces.push({ mark, start: from, end: to }),
    definitions,
  });
  reader.read(stop);
  return pieces.sort((a, b) => a.start - b.start);
}

class Renderer implements EmphasisOutput {
  readonly #text: string;
  readonly #leaf: LeafSource;
  readonly #options: RenderOptions;
  readonly #characters: string[] = [];
  readonly #offsets: number[] = [];
  readonly #emphasis: EmphasisMatcher;
  /** Where an opening single quote was written that is an apostrophe unless it is closed. */
  readonly #singleQuotes: number[] = [];
  #isInDoubleQuote = false;
  #hiddenNotes = 0;

  constructor(leaf: LeafFact, options: RenderOptions) {
    this.#leaf = leaf.source;
    this.#text = leaf.source.container.text;
    this.#options = options;
    this.#emphasis = new EmphasisMatcher(this.#text, leaf.source.end, this);
  }

  get length(): number {
    return this.#characters.length;
  }

  write(at: number, count: number): void {
    for (let index = at; index < at + count; index++) this.#put(this.#text.charAt(index), index);
  }

  remove(output: number, count: number): void {
    this.#characters.fill('', output, output + count);
  }

  render(pieces: readonly MarkedPiece[]): VisibleText {
    const { start, end } = this.#leaf;
    let at = start;
    for (const piece of pieces) {
      if (piece.start < at) continue;
      if (piece.start >= end) break;
      this.#prose(at, piece.start);
      at = this.#piece(piece);
    }
    this.#prose(at, end);
    for (const output of this.#singleQuotes) this.#characters[output] = '’';
    return this.#folded();
  }

  /** Writes what is left of a marked piece; gives the offset after it. */
  #piece({ mark, start, end }: MarkedPiece): number {
    const isPlain = this.#options.mode === 'plain';
    switch (mark) {
      case Mark.Enter:
        this.#emphasis.enter();
        return end;
      case Mark.Leave:
        this.#emphasis.leave();
        return end;
      case Mark.EnterNote:
        this.#emphasis.enter();
        if (!this.#options.withNotes) this.#hiddenNotes++;
        return end;
      case Mark.LeaveNote:
        this.#emphasis.leave();
        if (!this.#options.withNotes) this.#hiddenNotes--;
        return end;
      case Mark.Verbatim:
        this.write(start, end - start);
        return end;
      case Mark.Math:
        if (isPlain) this.write(start, end - start);
        return end;
      case Mark.Code:
      case Mark.Citation:
        if (isPlain) this.write(start, end - start);
        return end;
      default:
        if (isLineBreakTag(this.#text, start, end)) this.#put(' ', start);
        return end;
    }
  }

  #prose(at: number, end: number): void {
    while (at < end) at = this.#character(at, end);
  }

  #character(at: number, end: number): number {
    const text = this.#text;
    const code = text.charCodeAt(at);
    switch (code) {
      case Code.Asterisk:
      case Code.Underscore:
        return Math.min(this.#emphasis.read(at), end);
      case Code.Backslash:
        return this.#escape(at);
      case Code.Ampersand: {
        const reference = decodeReference(text, at);
        if (reference === undefined) break;
        this.#put(reference.text, at);
        return reference.end;
      }
      case Code.DoubleQuote:
        this.#doubleQuote(at);
        return at + 1;
      case Code.SingleQuote:
        this.#singleQuote(at);
        return at + 1;
      case Code.Hyphen:
        return this.#dash(at, end);
      case Code.Dot:
        if (!text.startsWith('...', at)) break;
        this.#put('…', at);
        return at + 3;
      case Code.Caret:
      case Code.Tilde:
        return this.#script(at, code);
      default:
        break;
    }
    this.#put(text.charAt(at), at);
    return at + 1;
  }

  #escape(at: number): number {
    const text = this.#text;
    const next = text.charAt(at + 1);
    // At the end of a paragraph it is a line break that nothing follows.
    if (at + 1 >= this.#leaf.end) return at + 1;
    if (alphanumericLength(text, at + 1) > 0) {
      this.#put('\\', at);
      return at + 1;
    }
    this.#put(/\s/.test(next) ? ' ' : next, at);
    return at + 2;
  }

  #doubleQuote(at: number): void {
    const next = this.#text.charAt(at + 1);
    const opens = !this.#isInDoubleQuote && at + 1 < this.#leaf.end && !/\s/.test(next);
    this.#put(opens ? '“' : '”', at);
    this.#isInDoubleQuote = opens;
  }

  #singleQuote(at: number): void {
    const text = this.#text;
    const isBeforeWord = alphanumericLength(text, at + 1) > 0;
    if (this.#singleQuotes.length > 0 && !isBeforeWord) {
      this.#singleQuotes.pop();
      this.#put('’', at);
    } else if (
      this.#singleQuotes.length > 0 ||
      isAfterAlphanumeric(text, at) ||
      /\s/.test(text.charAt(at + 1)) ||
      at + 1 >= this.#leaf.end
    ) {
      this.#put('’', at);
    } else {
      this.#singleQuotes.push(this.length);
      this.#put('‘', at);
    }
  }

  #dash(at: number, end: number): number {
    const run = Math.min(skipRun(this.#text, at, end, Code.Hyphen) - at, 3);
    this.#put(run === 1 ? '-' : run === 2 ? '–' : '—', at);
    return at + run;
  }

  /** Superscript, subscript and strikeout: their delimiters vanish where they are paired. */
  #script(at: number, code: number): number {
    const text = this.#text;
    const limit = this.#leaf.end;
    if (this.#scripts.has(at)) return at + (this.#scripts.get(at) ?? 1);
    const isStrikeout = code === Code.Tilde && text.charCodeAt(at + 1) === Code.Tilde;
    const struckOut = isStrikeout ? strikeoutEnd(text, at, limit) : -1;
    const width = struckOut < 0 ? 1 : 2;
    const close = struckOut < 0 ? scriptEnd(text, at, limit, code) : struckOut;
    if (close < 0) {
      this.#put(text.charAt(at), at);
      return at + 1;
    }
    this.#scripts.set(close, width);
    return at + width;
  }

  /** Closing delimiters of scripts, by offset, with their width. */
  readonly #scripts = new Map<number, number>();

  #put(text: string, at: number): void {
    if (this.#hiddenNotes > 0) return;
    this.#characters.push(text);
    this.#offsets.push(at);
  }

  #folded(): VisibleText {
    const { container } = this.#leaf;
    let text = '';
    const offsets: number[] = [];
    let pendingSpace = -1;
    this.#characters.forEach((character, index) => {
      if (character === '') return;
      const at = this.#offsets[index] ?? 0;
      if (/^\s$/.test(character)) {
        if (pendingSpace < 0) pendingSpace = at;
        return;
      }
      if (pendingSpace >= 0 && text !== '') {
        text += ' ';
        offsets.push(toSource(container, pendingSpace));
      }
      pendingSpace = -1;
      text += character;
      const source = toSource(container, at);
      offsets.push(source);
      if (character.length > 1) offsets.push(source);
    });
    offsets.push(toSource(container, this.#leaf.end));
    return { text, offsets: Int32Array.from(offsets) };
  }
}

/** `<br>`, for which Pandoc's plain text has a blank; in small letters only, as there. */
function isLineBreakTag(text: string, start: number, end: number): boolean {
  return text.startsWith('<br', start) && text.charCodeAt(end - 1) === Code.Greater;
}

const maximalScript = 300;

function scriptEnd(text: string, open: number, limit: number, code: number): number {
  limit = Math.min(limit, open + maximalScript);
  for (let at = open + 1; at < limit; at++) {
    const next = text.charCodeAt(at);
    if (next === Code.Backslash) at++;
    else if (next === code && at > open + 1) return at;
    else if (next === Code.Space || next === Code.LineFeed) return -1;
  }
  return -1;
}

function strikeoutEnd(text: string, open: number, limit: number): number {
  const first = text.charCodeAt(open + 2);
  if (first === Code.Space || first === Code.LineFeed) return -1;
  const close = text.slice(open + 2, Math.min(limit, open + 2000)).indexOf('~~');
  return close <= 0 ? -1 : open + 2 + close;
}
