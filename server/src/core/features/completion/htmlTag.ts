import type { Braces, Piece } from './braces';

/** An HTML start tag as its author writes it. */
export interface HtmlTag {
  readonly braces: Braces;
  /** The offset behind its `>`; undefined where it is not closed yet. */
  readonly end: number | undefined;
}

const BLANKS = /\s*/y;
const NAME = /[\p{L}\p{M}\p{N}_:.-]+/uy;
const BARE = /[^\s"'<>=`]*/y;

/**
 * Reads the start tag that is open at an offset, however broken; nothing where it ends before that (HTML standard, §Start
 * tags).
 * @param open where its `<` stands
 * @param from behind its name
 */
export function readHtmlTag(
  text: string,
  open: number,
  from: number,
  offset: number,
): HtmlTag | undefined {
  const pieces: Piece[] = [];
  const done = (end?: number): HtmlTag => {
    return { braces: { open, pieces, isClosed: end !== undefined, isHtml: true }, end };
  };
  for (let at = skip(text, from, BLANKS); ; at = skip(text, at, BLANKS)) {
    if (text.charAt(at) === '>') return at < offset ? undefined : done(at + 1);
    const keyEnd = skip(text, at, NAME);
    // What cannot be an attribute is prose, where it stands behind the caret.
    if (keyEnd === at) return at < offset ? undefined : done();
    if (text.charAt(keyEnd) !== '=') {
      if (at >= offset) return done();
      pieces.push({ type: 'word', start: at, end: keyEnd });
      at = keyEnd;
      continue;
    }
    const key = text.slice(at, keyEnd);
    const begin = keyEnd + 1;
    const quote = text.charAt(begin);
    if (quote === '"' || quote === "'") {
      const close = closingQuote(text, begin, quote, offset);
      const value = { start: begin + 1, end: close ?? Math.max(offset, begin + 1) };
      const end = close === undefined ? value.end : close + 1;
      const isClosed = close !== undefined;
      pieces.push({ type: 'pair', start: at, end, keyEnd, quote, value, isClosed });
      if (key === 'class') pieces.push(...classes(text, value.start, value.end));
      if (!isClosed) return done();
      at = end;
    } else {
      const end = skip(text, begin, BARE);
      const value = { start: begin, end };
      pieces.push({ type: 'pair', start: at, end, keyEnd, quote: '', value, isClosed: true });
      if (key === 'class') pieces.push(...classes(text, begin, end));
      at = end;
    }
  }
}

/** The words of a `class`, each with the character before it in the place of a dot. */
function classes(text: string, start: number, end: number): Piece[] {
  return [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: word, index }) => {
    return { type: 'class', start: start + index - 1, end: start + index + word.length };
  });
}

/** The quote that closes a value; behind the caret, only one before the tag ends. */
function closingQuote(
  text: string,
  begin: number,
  quote: string,
  offset: number,
): number | undefined {
  const close = text.indexOf(quote, begin + 1);
  if (close < 0) return undefined;
  const isPlain = close < offset || !/[<>\n]/.test(text.slice(offset, close));
  return isPlain ? close : undefined;
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
