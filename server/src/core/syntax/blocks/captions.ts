import { Code, skipSpaces } from '../characters';
import { Token } from '../inline/tokens';
import type { TokenList } from '../inline/tokenList';
import { closingAttributes, type HeadingText } from './headings';

/** Where the text of a caption begins (`: text`, `Table: text`), or -1 where no caption stands at the start of a line. */
export function captionStart(text: string, start: number): number {
  const at = skipSpaces(text, start, start + 4);
  if (at - start > 3) return -1;
  if (text.charCodeAt(at) === Code.Colon) {
    return /^[\p{P}]/u.test(text.slice(at + 1, at + 3)) ? -1 : at + 1;
  }
  const isWord = text.startsWith('Table:', at) || text.startsWith('table:', at);
  return isWord ? at + 'Table:'.length : -1;
}

/** Divides a caption into its text and the attributes of its table. */
export function captionText(
  text: string,
  start: number,
  limit: number,
  tokens: TokenList,
): HeadingText {
  return closingAttributes(text, start, limit, limit, tokens, false);
}

/** Whether a bar inside such a token is no border of a cell. */
export function hidesBars(kind: Token): boolean {
  switch (kind) {
    case Token.Code:
    case Token.InlineMath:
    case Token.DisplayMath:
    case Token.Tag:
    case Token.SpanOpen:
    case Token.SpanClose:
    case Token.Comment:
    case Token.Tex:
      return true;
    default:
      return false;
  }
}
