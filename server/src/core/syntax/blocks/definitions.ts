import { type AttributeBlock, parseAttributes, type Span } from '../attributes';
import { Code, isSpace, skipSpaces } from '../characters';
import { noteLabelEnd } from '../inline/scanner';
import { angleEnd, maximalTitle, titleEnd } from '../inline/targets';
import { isBlankFrom } from './lines';

/** `[label]: address "title" {attributes}` as it stands in the text. */
export interface Definition {
  readonly label: Span;
  readonly address: Span;
  readonly attributes?: AttributeBlock;
  /** The end of its last line. */
  readonly end: number;
}

const maximalLabel = 2000;

/** Reads the definition of a reference at `[` (Pandoc manual, "Reference links"). */
export function readDefinition(text: string, open: number, limit: number): Definition | undefined {
  if (text.charCodeAt(open + 1) === Code.Caret && noteLabelEnd(text, open + 2, limit) > 0) {
    return undefined;
  }
  const close = labelEnd(text, open, limit);
  if (close < 0 || text.charCodeAt(close + 1) !== Code.Colon) return undefined;
  if (/^\s*-?@/.test(text.slice(open + 1, Math.min(close, open + 20)))) return undefined;
  const start = skipSpacesAndBreak(text, close + 2, limit);
  if (start < limit && text.charCodeAt(start) === Code.BracketOpen) return undefined;
  const address = readAddress(text, start, limit);
  let end = address.after;
  const title = skipSpacesAndBreak(text, end, limit);
  const afterTitle = referenceTitleEnd(text, title, limit);
  if (afterTitle >= 0 && isTitleFollowedWell(text, afterTitle, limit)) end = afterTitle;
  const brace = skipSpacesAndBreak(text, end, limit);
  const attributes = parseAttributes(text, brace, limit);
  const isAttributed = attributes !== undefined && isBlankFrom(text, attributes.end);
  if (isAttributed) end = attributes.end;
  if (!isBlankFrom(text, end)) return undefined;
  return {
    label: { start: open + 1, end: close },
    address,
    ...(isAttributed ? { attributes } : {}),
    end,
  };
}

function isTitleFollowedWell(text: string, at: number, limit: number): boolean {
  if (isBlankFrom(text, at)) return true;
  return parseAttributes(text, skipSpacesAndBreak(text, at, limit), limit) !== undefined;
}

function labelEnd(text: string, open: number, limit: number): number {
  limit = Math.min(limit, open + maximalLabel);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Backslash) at++;
    else if (code === Code.BracketOpen) depth++;
    else if (code === Code.BracketClose && --depth === 0) return at;
  }
  return -1;
}

/** The address runs over the words of the line up to a title or attributes. */
function readAddress(
  text: string,
  start: number,
  limit: number,
): Span & { readonly after: number } {
  if (text.charCodeAt(start) === Code.Less) {
    const close = angleEnd(text, start, limit);
    if (close >= 0) return { start: start + 1, end: close, after: close + 1 };
  }
  let end = start;
  for (let at = start; at < limit;) {
    const code = text.charCodeAt(at);
    if (code === Code.LineFeed) break;
    if (code === Code.BraceOpen && parseAttributes(text, at, limit) !== undefined) break;
    if (code === Code.BracketOpen && labelEnd(text, at, limit) >= 0) break;
    if (referenceTitleEnd(text, at, limit) >= 0) break;
    while (at < limit && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== Code.LineFeed)
      at++;
    end = at;
    at = skipSpaces(text, at, limit);
  }
  return { start, end, after: end };
}

function referenceTitleEnd(text: string, at: number, limit: number): number {
  if (at >= limit) return -1;
  if (text.charCodeAt(at) !== Code.ParenOpen) return titleEnd(text, at, limit);
  return balancedParenEnd(text, at, Math.min(limit, at + maximalTitle));
}

function balancedParenEnd(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Backslash) at++;
    else if (code === Code.ParenOpen) depth++;
    else if (code === Code.ParenClose && --depth === 0) return at + 1;
  }
  return -1;
}

function skipSpacesAndBreak(text: string, at: number, limit: number): number {
  at = skipSpaces(text, at, limit);
  if (at < limit && text.charCodeAt(at) === Code.LineFeed) at = skipSpaces(text, at + 1, limit);
  return at;
}
