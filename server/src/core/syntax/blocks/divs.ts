import { AttributeCollector } from '../attributeLists';
import { type AttributeBlock, parseAttributes, scanAttributes, type Span } from '../attributes';
import { Code, isSpace, skipRun, skipSpaces } from '../characters';
import { failureAt } from '../failedAttributes';
import type { AttributeFailure } from '../inline/tokenList';
import { isBlankFrom } from './lines';

/** The opening fence of a div. */
export interface DivOpening {
  readonly attributes?: AttributeBlock;
  /** `::: word` */
  readonly word?: Span;
  /** Where the fence's line ends. */
  readonly end: number;
}

/** Reads the opening fence of a div at `start` (Pandoc manual, `fenced_divs`). */
export function divOpening(text: string, start: number, limit: number): DivOpening | undefined {
  if (!text.startsWith(':::', start)) return undefined;
  const at = skipSpaces(text, skipRun(text, start, limit, Code.Colon), limit);
  const attributes = parseAttributes(text, at, limit);
  if (attributes !== undefined) {
    const end = fenceEnd(text, attributes.end, limit);
    return end < 0 ? undefined : { attributes, end };
  }
  let wordStop = at;
  while (
    wordStop < limit &&
    !isSpace(text.charCodeAt(wordStop)) &&
    text.charCodeAt(wordStop) !== Code.LineFeed
  ) {
    wordStop++;
  }
  if (wordStop === at) return undefined;
  const end = fenceEnd(text, wordStop, limit);
  return end < 0 ? undefined : { word: { start: at, end: wordStop }, end };
}

/** Braces behind `:::` that are no attributes. */
export function divFailure(
  text: string,
  start: number,
  limit: number,
): AttributeFailure | undefined {
  if (!text.startsWith(':::', start)) return undefined;
  const at = skipSpaces(text, skipRun(text, start, limit, Code.Colon), limit);
  const open = text.charCodeAt(at) === Code.BraceOpen ? at : braceAfterWord(text, at, limit);
  if (open < 0 || text.charCodeAt(open + 1) === Code.BraceOpen) return undefined;
  const scan = scanAttributes(text, open, limit, new AttributeCollector());
  if (scan.at >= 0) return failureAt(text, open, scan.at, limit);
  const reason = open === at ? 'other' : 'bare-word';
  const fault = open === at ? { start: scan.end, end: scan.end } : { start: at, end: open };
  return { start: open, end: scan.end, reason, fault };
}

function braceAfterWord(text: string, at: number, limit: number): number {
  while (at < limit && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== Code.LineFeed) at++;
  at = skipSpaces(text, at, limit);
  return at < limit && text.charCodeAt(at) === Code.BraceOpen ? at : -1;
}

/** The end of a fence's line, with colons or nothing up to it; -1 where something else stands there. */
function fenceEnd(text: string, at: number, limit: number): number {
  const end = skipRun(text, skipSpaces(text, at, limit), limit, Code.Colon);
  return isBlankFrom(text, end) ? skipSpaces(text, end, limit) : -1;
}
