import { type AttributeBlock, parseAttributes, type Span } from '../attributes';
import { Code, indexBefore, isAsciiLetter, isSpace, skipRun, skipSpaces } from '../characters';
import type { TokenList } from '../inline/tokenList';
import { type Container, lineEnd, lineStart } from '../source';
import { endOfLine, isBlankFrom } from './lines';

/** A fenced code block. */
export interface CodeFence {
  /** The line of the closing fence. */
  readonly closeLine: number;
  /** The first line of the code. */
  readonly firstLine: number;
  /** The word behind the fence. */
  readonly language?: Span;
  readonly attributes?: AttributeBlock;
  /** The braces of a cell such as `{r}`, which Quarto and knitr run. */
  readonly cell?: Span;
}

interface Opening {
  readonly mark: number;
  readonly size: number;
  /** The offset of the line break after the opening. */
  readonly end: number;
  readonly language?: Span;
  readonly attributes?: AttributeBlock;
  readonly cell?: Span;
}

/** Finds fenced code blocks in one container. A fence counts only where it is closed. */
export class CodeFences {
  readonly #container: Container;
  /** For each fence character, the fewest marks known not to be closed, and from which line on. */
  #failed: Map<number, { readonly size: number; readonly line: number }> | undefined;

  readonly #tokens: TokenList;

  /** `tokens` is told where a fence is not closed. */
  constructor(container: Container, tokens: TokenList) {
    this.#container = container;
    this.#tokens = tokens;
  }

  /** The code block that opens on a line, at `start`. */
  at(line: number, start: number): CodeFence | undefined {
    const opening = readOpening(this.#container.text, start);
    if (opening === undefined) return undefined;
    const { mark, size } = opening;
    const wasOpen = this.#tokens.isOpen;
    this.#tokens.isOpen = true;
    const failed = this.#failed?.get(mark);
    if (failed !== undefined && failed.size <= size && failed.line <= line) return undefined;
    let first = line + 1;
    while (lineStart(this.#container, first) <= opening.end && first < this.#container.lineCount)
      first++;
    for (let close = first; close < this.#container.lineCount; close++) {
      if (!this.#closes(close, mark, size)) continue;
      this.#tokens.isOpen = wasOpen;
      const { language, attributes, cell } = opening;
      return {
        closeLine: close,
        firstLine: first,
        ...(language === undefined ? {} : { language }),
        ...(attributes === undefined ? {} : { attributes }),
        ...(cell === undefined ? {} : { cell }),
      };
    }
    if (failed === undefined || size <= failed.size) {
      this.#failed ??= new Map();
      this.#failed.set(mark, { size, line });
    }
    return undefined;
  }

  #closes(line: number, mark: number, size: number): boolean {
    const { text } = this.#container;
    const start = lineStart(this.#container, line);
    const end = lineEnd(this.#container, line);
    const at = skipSpaces(text, start, Math.min(end, start + 4));
    if (at - start > 3 || text.charCodeAt(at) !== mark) return false;
    const after = skipRun(text, at, end, mark);
    return after - at >= size && skipSpaces(text, after, end) === end;
  }
}

function readOpening(text: string, start: number): Opening | undefined {
  const at = skipSpaces(text, start, start + 4);
  const mark = text.charCodeAt(at);
  if (at - start > 3 || (mark !== Code.Backtick && mark !== Code.Tilde)) return undefined;
  const afterMarks = skipRun(text, at, text.length, mark);
  const size = afterMarks - at;
  if (size < 3) return undefined;
  let next = skipSpaces(text, afterMarks, text.length);
  let language: Span | undefined;
  const wordStop = languageEnd(text, next);
  if (wordStop > next) {
    language = { start: next, end: wordStop };
    next = skipSpaces(text, wordStop, text.length);
  }
  const base = { mark, size, ...(language === undefined ? {} : { language }) };
  if (isBlankFrom(text, next)) return { ...base, end: skipSpaces(text, next, text.length) };
  if (text.charCodeAt(next) !== Code.BraceOpen) return undefined;
  const attributes = parseAttributes(text, next, text.length);
  if (attributes !== undefined && isBlankFrom(text, attributes.end)) {
    return { ...base, end: attributes.end, attributes };
  }
  const line = endOfLine(text, next);
  const isOneLine = indexBefore(text, '}', next, line) >= 0;
  const isRaw = text.charCodeAt(next + 1) === Code.Equals;
  const isCell = language === undefined && isCellStart(text.charCodeAt(next + 1));
  if (!isOneLine || !(isRaw || isCell)) return undefined;
  const end = lastBrace(text, next, line);
  if (!isBlankFrom(text, end)) return undefined;
  return isCell ? { ...base, end, cell: { start: next, end } } : { ...base, end };
}

function isCellStart(code: number): boolean {
  return isAsciiLetter(code) || code === Code.BraceOpen;
}

function lastBrace(text: string, open: number, limit: number): number {
  const close = text.lastIndexOf('}', limit - 1);
  return close < open ? limit : close + 1;
}

function languageEnd(text: string, at: number): number {
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === Code.LineFeed) break;
    if (code === Code.Backtick || code === Code.BraceOpen || code === Code.BraceClose) return at;
  }
  return at;
}
