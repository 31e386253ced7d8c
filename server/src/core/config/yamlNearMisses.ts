import { Lexer } from 'yaml';
import type { TextRange } from '../text/range';

/** A value that YAML does not read as the author meant it. */
export interface YamlNearMiss {
  readonly message: string;
  /** The value as the author sees it. */
  readonly range: TextRange;
  readonly suggestion: string;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly isScalar: boolean;
}

/** What the lexer writes before the text of a scalar. */
const SCALAR = '\u001f';
/** What the lexer adds to the text otherwise: start of a document, end of a flow. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018']);

/** One word that could be an id, as far as a comma or bracket, at the start of a comment. */
const ID = /^#[\p{L}\p{N}_][^\s,}\]]*/u;
const KEY = /^@[\p{L}\p{N}_{][^\s,}\]]*/u;

/**
 * Finds references that YAML swallows: an unquoted `#` starts a comment, and a value cannot start with an unquoted `@`.
 * A comment behind a key whose value stands on the next lines is a comment.
 * @param offset where `text` starts in its file.
 */
export function yamlNearMisses(text: string, offset = 0): YamlNearMiss[] {
  if (!/[#@]/.test(text)) return [];
  const tokens = significantTokens(text);
  const misses: YamlNearMiss[] = [];
  let depth = 0;
  tokens.forEach((token, index) => {
    if (!token.isScalar && /^[{[]$/.test(token.text)) depth++;
    if (!token.isScalar && /^[}\]]$/.test(token.text)) depth--;
    const before = tokens[index - 1];
    if (!before || !wantsValue(before, text, token.start)) return;
    const value = token.isScalar
      ? KEY.exec(token.text)?.[0]
      : commentedId(text, tokens, index, depth > 0);
    if (value === undefined) return;
    misses.push({
      message: value.startsWith('#')
        ? `YAML reads “${value}” as a comment; put it in quotes`
        : `YAML cannot read “${value}”: a value cannot start with @; put it in quotes, or the key without @ under cites:`,
      range: { start: offset + token.start, end: offset + token.start + value.length },
      suggestion: `"${value}"`,
    });
    // Brackets in what became a comment are lost to the lexer.
    if (value.startsWith('#')) depth = Math.max(0, depth - closings(token.text));
  });
  return misses;
}

/** Everything but white space, line breaks and the lexer's own marks. */
function significantTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (token === SCALAR) {
      isScalar = true;
      continue;
    }
    if (!MARKS.has(token)) {
      if (isScalar || token.trim() !== '') tokens.push({ text: token, start: at, isScalar });
      at += token.length;
    }
    isScalar = false;
  }
  return tokens;
}

/** Whether a value could start here, on the line of what it belongs to. */
function wantsValue({ text, start, isScalar }: Token, source: string, here: number): boolean {
  if (isScalar || !/^[:,[{-]$/.test(text)) return false;
  return !source.slice(start, here).includes('\n');
}

/** The id that an author meant where YAML sees a comment. */
function commentedId(
  text: string,
  tokens: readonly Token[],
  index: number,
  inFlow: boolean,
): string | undefined {
  const comment = tokens[index]?.text.trimEnd() ?? '';
  const id = ID.exec(comment)?.[0];
  if (id === undefined) return undefined;
  if (inFlow) {
    // Within braces a comma or bracket behind the word tells that it is meant as a value.
    const next = comment.slice(id.length).trimStart().charAt(0);
    return next === '' || /[,}\]]/.test(next) ? id : undefined;
  }
  const isIds = comment.split(/[\s,;]+/).every((word) => /^[#@]./.test(word));
  return isIds && !hasNestedValue(text, tokens, index) ? id : undefined;
}

/** Whether the value of what stands before a comment follows on the lines below. */
function hasNestedValue(text: string, tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const owner = before?.text === ':' ? tokens[index - 2] : before;
  const next = tokens
    .slice(index + 1)
    .find((token) => token.isScalar || !token.text.startsWith('#'));
  if (!owner || !next) return false;
  const columns = column(text, next.start) - column(text, owner.start);
  return columns > 0 || (columns === 0 && next.text === '-' && before?.text === ':');
}

function column(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** How many more brackets are closed than opened. */
function closings(text: string): number {
  return (text.match(/[}\]]/g)?.length ?? 0) - (text.match(/[{[]/g)?.length ?? 0);
}
