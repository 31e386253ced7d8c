import { Lexer } from 'yaml';
import type { TextRange } from '../text/range';

/** A `#` comment of a YAML text. */
export interface YamlComment {
  /** What stands after the `#`. */
  readonly text: string;
  /** From the `#` to the end of the line. */
  readonly range: TextRange;
  /** What it speaks of: its own line where it follows something, else the next entry with all that is indented under it. */
  readonly covers: TextRange;
}

/** What the lexer writes before the text of a scalar, which may begin with `#` without being a comment. */
const SCALAR = '\u001f';

/** The marks that the lexer adds to the text: start of a document, end of a flow, scalar. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', SCALAR]);

/**
 * The comments of a YAML text, in order.
 * @param offset where `text` starts in its file
 */
export function readYamlComments(text: string, offset = 0): YamlComment[] {
  if (!text.includes('#')) return [];
  const comments: YamlComment[] = [];
  let at = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (!MARKS.has(token)) {
      if (token.startsWith('#') && previous !== SCALAR) {
        comments.push(comment(text, { start: at, end: at + token.length }, offset));
      }
      at += token.length;
    }
    previous = token;
  }
  return comments;
}

function comment(text: string, range: TextRange, offset: number): YamlComment {
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  const shares = text.slice(lineStart, range.start).trim() !== '';
  const covers = shares ? { start: lineStart, end: range.end } : nextEntry(text, range.end);
  return {
    text: text.slice(range.start + 1, range.end),
    range: shift(range, offset),
    covers: shift(covers, offset),
  };
}

/** The next line that holds something, and the lines that are indented under it. */
function nextEntry(text: string, from: number): TextRange {
  let entry: { start: number; end: number; indent: number } | undefined;
  let at = lineEnd(text, from) + 1;
  while (at <= text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const content = line.trim();
    if (content !== '' && !content.startsWith('#')) {
      const indent = line.length - line.trimStart().length;
      if (entry && indent <= entry.indent) break;
      entry = entry ? { ...entry, end } : { start: at, end, indent };
    }
    at = end + 1;
  }
  return entry ? { start: entry.start, end: entry.end } : { start: from, end: from };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function shift({ start, end }: TextRange, offset: number): TextRange {
  return { start: start + offset, end: end + offset };
}
