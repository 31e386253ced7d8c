import { Code, skipSpaces } from '../characters';
import { identifierEnd } from '../attributes';

/** The identifier in `$$…$$ {#eq-x}` (Quarto manual, "Cross References: Equations"), behind the math that ends at `at`. */
export function equationLabel(
  text: string,
  at: number,
): { readonly start: number; readonly end: number } | undefined {
  const open = skipSpaces(text, at, text.length);
  if (text.charCodeAt(open) !== Code.BraceOpen) return undefined;
  if (text.charCodeAt(open + 1) !== Code.Hash) return undefined;
  const end = identifierEnd(text, open + 2, text.length);
  return end < 0 ? undefined : { start: open + 2, end };
}
