import type { Span } from '../attributes';

/** A word in the options of a code cell, with its place. */
export interface CellOption extends Span {
  readonly value: string;
}

/** The options of a code cell that concern the manuscript. */
export interface CellOptions {
  readonly label?: CellOption;
  /** The file that knitr reads in. */
  readonly child?: CellOption;
}

/**
 * Reads `label` and `child` of a code cell, from its braces (`{r x, …}`, `{r, label="x"}`) and from the `#|` lines at
 * its top (Quarto manual, "Code Cells: Execution options").
 */
export function cellOptions(text: string, braces: Span, code: Span): CellOptions {
  const header = headerOptions(text, braces);
  const lines = lineOptions(text, code);
  return { ...header, ...lines };
}

function headerOptions(text: string, braces: Span): CellOptions {
  const inner = text.slice(braces.start + 1, braces.end - 1);
  const label =
    valueAfter(inner, /\blabel\s*=\s*/, braces.start + 1) ?? firstWord(inner, braces.start + 1);
  const child = valueAfter(inner, /\bchild\s*=\s*/, braces.start + 1);
  return { ...(label && { label }), ...(child && { child }) };
}

function lineOptions(text: string, code: Span): CellOptions {
  let label: CellOption | undefined;
  let child: CellOption | undefined;
  let at = code.start;
  while (at < code.end) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 || newline > code.end ? code.end : newline;
    const line = text.slice(at, end);
    if (!/^\s*(?:#|\/\/|--|%%?)\|/.test(line)) break;
    label ??= valueAfter(line, /\|\s*label\s*:\s*/, at);
    child ??= valueAfter(line, /\|\s*child\s*:\s*/, at);
    at = end + 1;
  }
  return { ...(label && { label }), ...(child && { child }) };
}

function valueAfter(text: string, key: RegExp, offset: number): CellOption | undefined {
  const match = key.exec(text);
  if (match === null) return undefined;
  const start = match.index + match[0].length;
  const value = /^(?:"([^"]*)"|'([^']*)'|([^\s,}"']+))/.exec(text.slice(start));
  if (value === null) return undefined;
  const word = value[1] ?? value[2] ?? value[3] ?? '';
  if (word === '') return undefined;
  const at = offset + start + (value[3] === undefined ? 1 : 0);
  return { value: word, start: at, end: at + word.length };
}

/** `{r my-label, echo=FALSE}`: the first word behind the engine's name that is no option. */
function firstWord(inner: string, offset: number): CellOption | undefined {
  const match = /^[^\s,]+[\s,]+([^\s,={}"']+)\s*(?:,|$)/.exec(inner);
  if (match?.[1] === undefined) return undefined;
  const start = offset + match[0].indexOf(match[1], match[0].search(/[\s,]/));
  return { value: match[1], start, end: start + match[1].length };
}
