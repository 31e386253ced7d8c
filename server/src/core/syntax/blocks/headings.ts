import { AttributeCollector } from '../attributeLists';
import { type AttributeBlock, parseAttributes, scanAttributes } from '../attributes';
import { Code, indexBefore, isSpace, skipRun, skipSpaces } from '../characters';
import { failureAt } from '../failedAttributes';
import { markedPieces } from '../inline/reader';
import { TextOutput } from '../inline/textOutput';
import type { AttributeFailure, TokenList } from '../inline/tokenList';
import { InlineWalker } from '../inline/walker';
import { isBlankFrom } from './lines';

/** The text of a heading and what closes it. */
export interface HeadingText {
  readonly textStart: number;
  readonly textEnd: number;
  readonly attributes?: AttributeBlock;
  /** Braces at the end that are no attributes. */
  readonly failure?: AttributeFailure;
  /** The end of the heading's last line of text and attributes. */
  readonly end: number;
}

/** The level of the heading that `#` at `at` opens, or 0. */
export function atxLevel(text: string, at: number): number {
  const end = skipRun(text, at, text.length, Code.Hash);
  const next = text.charCodeAt(end);
  if (next === Code.Dot || next === Code.ParenClose) return 0;
  return end >= text.length || isSpace(next) || next === Code.LineFeed ? end - at : 0;
}

/** Whether the line at `start` underlines the line before it as a heading: its level, or 0. */
export function setextLevel(text: string, start: number): number {
  const mark = text.charCodeAt(start);
  if (mark !== Code.Equals && mark !== Code.Hyphen) return 0;
  const end = skipRun(text, start, text.length, mark);
  if (!isBlankFrom(text, end)) return 0;
  return mark === Code.Equals ? 1 : 2;
}

/** Divides inline text up to `end` into text and an attribute block that nothing follows; the block may end at `limit`. */
export function closingAttributes(
  text: string,
  start: number,
  end: number,
  limit: number,
  tokens: TokenList,
  isAtx: boolean,
): HeadingText {
  const textStart = skipSpaces(text, start, end);
  const braces = bracesOutside(text, textStart, end, tokens);
  for (const at of braces) {
    const attributes = parseAttributes(text, at, limit);
    const isLast = attributes !== undefined && isBlankFrom(text, attributes.end);
    if (isLast && isReached(text, textStart, at, end, tokens)) {
      const textEnd = trimmedEnd(text, textStart, at, isAtx);
      return { textStart, textEnd, attributes, end: attributes.end };
    }
  }
  const textEnd = trimmedEnd(text, textStart, end, isAtx);
  const failure = failedBraces(text, textEnd, braces.at(-1));
  const common = {
    textStart,
    textEnd,
    end: Math.max(textEnd, trimmedEnd(text, start, end, false)),
  };
  return failure === undefined ? common : { ...common, failure };
}

/** Whether no emphasis that is not closed swallows the attributes at `brace`. */
function isReached(
  text: string,
  start: number,
  brace: number,
  end: number,
  tokens: TokenList,
): boolean {
  if (!/[*_]/.test(text.slice(start, brace))) return true;
  const pieces = markedPieces(text, tokens, end, 'body');
  const walker = new InlineWalker(text, pieces, new TextOutput(), {
    isPlain: false,
    withNotes: false,
  });
  const isEnd = (at: number): boolean => {
    const afterHashes = skipRun(text, at, brace, Code.Hash);
    return at >= brace || skipSpaces(text, afterHashes, brace) === brace;
  };
  return walker.walk(start, end, isEnd) <= brace;
}

function failedBraces(
  text: string,
  end: number,
  open: number | undefined,
): AttributeFailure | undefined {
  if (open === undefined || text.charCodeAt(end - 1) !== Code.BraceClose) return undefined;
  if (text.charCodeAt(open - 1) === Code.BraceOpen) return undefined;
  const scan = scanAttributes(text, open, end, new AttributeCollector());
  if (scan.at >= 0) return failureAt(text, open, scan.at, end);
  return { start: open, end: scan.end, reason: 'other', fault: { start: scan.end, end: scan.end } };
}

/** The opening braces that are not inside code, math, an attribute block and the like. */
function bracesOutside(text: string, start: number, limit: number, tokens: TokenList): number[] {
  const braces: number[] = [];
  let token = 0;
  for (let at = indexBefore(text, '{', start, limit); at >= 0;) {
    while (token < tokens.count && tokenEnd(tokens, token) <= at) token++;
    const isOutside = token >= tokens.count || tokens.start(token) > at;
    if (isOutside && !isEscaped(text, start, at)) braces.push(at);
    at = indexBefore(text, '{', isOutside ? at + 1 : tokenEnd(tokens, token), limit);
  }
  return braces;
}

function isEscaped(text: string, start: number, at: number): boolean {
  let first = at;
  while (first > start && text.charCodeAt(first - 1) === Code.Backslash) first--;
  return (at - first) % 2 === 1;
}

function tokenEnd(tokens: TokenList, index: number): number {
  const suffix = tokens.suffixes[index];
  return suffix !== undefined && suffix.failure === undefined ? suffix.end : tokens.end(index);
}

function trimmedEnd(text: string, start: number, end: number, isAtx: boolean): number {
  end = withoutBlanks(text, start, end);
  if (!isAtx) return end;
  let hashes = end;
  while (hashes > start && text.charCodeAt(hashes - 1) === Code.Hash) hashes--;
  return hashes === end ? end : withoutBlanks(text, start, hashes);
}

function withoutBlanks(text: string, start: number, end: number): number {
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}
