import { parseAttributes } from '../attributes';
import { alphanumericLength, Code, isSpace } from '../characters';
import type { TokenList } from './tokenList';

// A limit that no author reaches, so that hostile texts cost no more than linear time.
const maximalScript = 1000;

/** Where the superscript or subscript ends that opens here, or -1: no blank stands in it, but for attributes. */
export function scriptEnd(text: string, open: number, limit: number, code: number): number {
  limit = Math.min(limit, open + maximalScript);
  for (let at = open + 1; at < limit; at++) {
    const next = text.charCodeAt(at);
    if (next === code) return at;
    if (isSpace(next) || next === Code.LineFeed) return -1;
    if (next === Code.Backslash && text.charCodeAt(at + 1) !== Code.LineFeed) {
      if (alphanumericLength(text, at + 1) === 0) at++;
    } else if (next === Code.BraceOpen) {
      at = (parseAttributes(text, at, limit)?.end ?? at + 1) - 1;
    }
  }
  return -1;
}

/**
 * Whether the caret at an offset closes a superscript, so that neither `^[` nor `[^` is what it looks like: `10^5^[^n]`,
 * `m^2[^n]`. `tokens` hold what stands before, from `start` on.
 */
export function closesSuperscript(
  text: string,
  caret: number,
  start: number,
  tokens: TokenList,
): boolean {
  const farthest = Math.max(start, caret - maximalScript);
  let from = caret;
  let hasCaret = false;
  for (; from > farthest && !isBlank(text.charCodeAt(from - 1)); from--) {
    hasCaret ||= text.charCodeAt(from - 1) === Code.Caret;
  }
  if (!hasCaret) return false;
  let token = tokens.count;
  while (token > 0 && endOf(tokens, token - 1) > from) token--;
  for (let at = from; at < caret;) {
    while (token < tokens.count && tokens.start(token) < at) token++;
    if (token < tokens.count && tokens.start(token) === at) {
      at = afterToken(tokens, token);
      continue;
    }
    const code = text.charCodeAt(at);
    const end = code === Code.Caret ? scriptEnd(text, at, caret + 1, code) : -1;
    if (end === caret) return true;
    at = end >= 0 ? end + 1 : at + (code === Code.Backslash ? 2 : 1);
  }
  return false;
}

/** The offset behind a token; for brackets that are closed, behind what stands in them. */
function afterToken(tokens: TokenList, index: number): number {
  const partner = tokens.partner(index);
  return endOf(tokens, partner > index ? partner : index);
}

function endOf(tokens: TokenList, index: number): number {
  const suffix = tokens.suffixes[index];
  return suffix !== undefined && suffix.failure === undefined ? suffix.end : tokens.end(index);
}

function isBlank(code: number): boolean {
  return isSpace(code) || code === Code.LineFeed;
}
