import { Code } from '../characters';
import type { TokenList } from './tokenList';
import { Token } from './tokens';

/**
 * Whether each part between the semicolons of a bracket holds a citation key (Pandoc manual, "Citation syntax").
 * The first `free` parts need none: the locator of `@key [p. 3; @other]`.
 */
export function citesInEveryPart(
  text: string,
  tokens: TokenList,
  open: number,
  close: number,
  free: number,
): boolean {
  let needsKey = free === 0;
  if (needsKey && !hasKey(tokens, open, close)) return false;
  let at = tokens.end(open);
  for (let index = open + 1; index <= close; index++) {
    const start = tokens.start(index);
    for (; at < start; at++) {
      const code = text.charCodeAt(at);
      if (code === Code.Backslash) {
        at++;
      } else if (code === Code.Semicolon) {
        if (needsKey) return false;
        needsKey = true;
      }
    }
    if (tokens.kind(index) === Token.Key) needsKey = false;
    at = Math.max(at, tokens.end(index));
    const partner = tokens.partner(index);
    if (partner > index && partner < close) {
      index = partner;
      at = tokens.suffixes[partner]?.end ?? tokens.end(partner);
    }
  }
  return !needsKey;
}

function hasKey(tokens: TokenList, open: number, close: number): boolean {
  for (let index = open + 1; index < close; index++) {
    if (tokens.kind(index) === Token.Key) return true;
    const partner = tokens.partner(index);
    if (partner > index) index = partner;
  }
  return false;
}
