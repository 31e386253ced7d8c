import { Code, isDigit, isSpace } from '../characters';

// A limit that no author reaches, so that hostile texts cost no more than linear time.
const maximalGroup = 3000;

/** The end of the math at `$`, or -1 (Pandoc manual, `tex_math_dollars`). */
export function inlineMathEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  const first = text.charCodeAt(at);
  if (at >= limit || isSpace(first) || first === Code.LineFeed || first === Code.Dollar) return -1;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Dollar) {
      const before = text.charCodeAt(at - 1);
      const isAfterBlank = isSpace(before) || before === Code.LineFeed;
      if (isAfterBlank || isDigit(text.charCodeAt(at + 1))) return -1;
      return at + 1;
    }
    if (code === Code.Backslash) {
      const braced = text.startsWith('\\text{', at) ? balancedBraceEnd(text, at + 5, limit) : -1;
      at = braced < 0 ? at + 1 : braced - 1;
    }
  }
  return -1;
}

/** The end of the displayed math at `$$`, or -1. */
export function displayMathEnd(text: string, start: number, limit: number): number {
  const close = text.indexOf('$$', start + 2);
  return close < 0 || close + 2 > limit ? -1 : close + 2;
}

/** The offset after the brace that closes the one at `open`, or -1. A backslash takes the next character with it. */
export function balancedBraceEnd(text: string, open: number, limit: number): number {
  limit = Math.min(limit, open + maximalGroup);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Backslash) at++;
    else if (code === Code.BraceOpen) depth++;
    else if (code === Code.BraceClose && --depth === 0) return at + 1;
  }
  return -1;
}
