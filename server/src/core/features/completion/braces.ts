import type { TextRange } from '../../text/range';

/** A piece of what stands between braces, however broken. Offsets are those of the text that was read. */
export type Piece =
  | { readonly type: 'class' | 'id' | 'word'; readonly start: number; readonly end: number }
  | PairPiece;

/** A key with its value, which may still be open. */
export interface PairPiece {
  readonly type: 'pair';
  readonly start: number;
  readonly end: number;
  readonly keyEnd: number;
  readonly quote: '"' | "'" | '';
  /** The value without its quotes. */
  readonly value: TextRange;
  /** Whether the quote that opens it is closed; true for a bare value. */
  readonly isClosed: boolean;
}

/** Braces around an offset. */
export interface Braces {
  /** Where the opening brace stands. */
  readonly open: number;
  readonly pieces: readonly Piece[];
  /** Whether a brace closes them. */
  readonly isClosed: boolean;
  /** Whether they are those of an HTML start tag, which stands for braces. */
  readonly isHtml?: boolean;
}

/**
 * Reads the braces that are open at an offset as an author means them while writing: the last quote or brace may not be
 * closed yet, and what follows may be prose. Nothing where they are closed before the offset.
 */
export function readBraces(text: string, open: number, offset: number): Braces | undefined {
  const pieces: Piece[] = [];
  let at = open + 1;
  for (;;) {
    at = skip(text, at, BLANKS);
    const character = text.charAt(at);
    if (character === '}') return at < offset ? undefined : { open, pieces, isClosed: true };
    const piece = readPiece(text, at, offset);
    // What begins at the offset was there before.
    const isBehind = at >= offset;
    if (!piece || (isBehind && piece.type === 'word')) {
      if (at < offset && character !== '' && character !== '{') {
        at++;
        continue;
      }
      if (at < offset && character === '{') return undefined;
      // A word that the author has left there, or else the prose behind.
      return { open, pieces, isClosed: CLOSED_SOON.test(text.slice(at, at + SOON)) };
    }
    pieces.push(piece);
    at = piece.end;
  }
}

/** How far a closing brace may be behind words that are no attributes. */
const SOON = 200;

const CLOSED_SOON = /^[^{}[\]\n]*\}/;

/** Also the mark of a quotation in which the braces stand. */
const BLANKS = /(?:[ \t\r]|\n[ \t]*>?)*/y;
const NAME = /[\p{L}\p{M}\p{N}_:.-]*/uy;
const REST = /[^\s}]*/y;
const BARE = /(?:\\[^\p{L}\p{N}\n]|[^\s}{\\])*/uy;

function readPiece(text: string, start: number, offset: number): Piece | undefined {
  const character = text.charAt(start);
  if (character === '.') return { type: 'class', start, end: skip(text, start + 1, NAME) };
  if (character === '#') return { type: 'id', start, end: skip(text, start + 1, NAME) };
  const keyEnd = skip(text, start, NAME);
  if (keyEnd === start) return undefined;
  if (text.charAt(keyEnd) !== '=') return { type: 'word', start, end: keyEnd };
  return readPair(text, start, keyEnd, offset);
}

function readPair(text: string, start: number, keyEnd: number, offset: number): PairPiece {
  const begin = keyEnd + 1;
  const quote = text.charAt(begin);
  if (quote !== '"' && quote !== "'") {
    const end = skip(text, begin, BARE);
    const value = { start: begin, end };
    return { type: 'pair', start, end, keyEnd, quote: '', value, isClosed: true };
  }
  const close = closingQuote(text, begin, offset);
  if (close !== undefined) {
    const value = { start: begin + 1, end: close };
    return { type: 'pair', start, end: close + 1, keyEnd, quote, value, isClosed: true };
  }
  const end = skip(text, Math.max(offset, begin + 1), REST);
  const value = { start: begin + 1, end };
  return { type: 'pair', start, end, keyEnd, quote, value, isClosed: false };
}

/**
 * The quote that closes a value. One behind the offset does so only where it is plain that it is none of another tag:
 * no brace or line break comes before, and after it the value is at an end.
 */
function closingQuote(text: string, begin: number, offset: number): number | undefined {
  const quote = text.charAt(begin);
  for (let at = begin + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === quote) return at < offset || endsValue(text, at) ? at : undefined;
    else if (at >= offset && /[{}\n]/.test(character)) return undefined;
  }
  return undefined;
}

function endsValue(text: string, close: number): boolean {
  return /[\s}]/.test(text.charAt(close + 1)) && text.charAt(close - 1) !== '=';
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
