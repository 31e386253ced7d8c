import { Code, letterLength, skipSpaces, skipSpacesAndLine } from '../characters';
import { balancedBraceEnd } from './math';

// A limit that no author reaches, so that hostile texts cost no more than linear time.
const maximalOption = 1000;

// Commands that Pandoc knows to take one argument, a group or a single character: accents and fonts.
const oneArgument = new Set(
  (
    'b c d f h k r t u v G H U emph textbf textit textmd textnormal textrm textsc textsf textsl textsubscript ' +
    'textsuperscript texttt textup underline mbox hbox sout'
  ).split(' '),
);
// Commands that Pandoc knows to take none: letters and logos.
const noArgument = new Set(
  'i j l o L O P S aa ae oe ss AA AE OE LaTeX TeX ldots dots copyright pounds euro'.split(' '),
);

/**
 * The end of the raw TeX at a backslash before a letter, or -1: a command with its optional and required arguments,
 * or an environment up to its `\end` (Pandoc manual, `raw_tex`).
 */
export function texEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  for (let length = 1; length > 0 && at < limit; at += length) length = letterLength(text, at);
  const name = text.slice(start + 1, at);
  if (name === 'begin') return environmentEnd(text, start, limit);
  if (name === 'end') return -1;
  if (oneArgument.has(name)) return argumentEnd(text, at, limit);
  if (noArgument.has(name)) {
    return text.startsWith('{}', at) ? at + 2 : skipSpaces(text, at, limit);
  }
  if (text.charCodeAt(at) === Code.Asterisk) at++;
  const options = argumentsEnd(text, at, limit, Code.BracketOpen);
  const end = argumentsEnd(text, options, limit, Code.BraceOpen);
  return end === at ? skipSpaces(text, at, limit) : end;
}

/** One group in braces, or one character. */
function argumentEnd(text: string, at: number, limit: number): number {
  const next = skipSpaces(text, at, limit);
  if (next >= limit || text.charCodeAt(next) === Code.LineFeed) return at;
  if (text.charCodeAt(next) !== Code.BraceOpen) return next + 1;
  const end = balancedBraceEnd(text, next, limit);
  return end < 0 ? at : end;
}

/** The end of the environment that `\begin` opens at `start`, or -1 where it is not closed before `limit`. */
export function environmentEnd(text: string, start: number, limit: number): number {
  const open = start + '\\begin'.length;
  if (text.charCodeAt(open) !== Code.BraceOpen) return -1;
  const close = text.slice(open, Math.min(limit, open + 80)).indexOf('}');
  if (close < 2) return -1;
  const name = text.slice(open, open + close + 1);
  let depth = 1;
  let at = open + close + 1;
  while (at < limit) {
    const end = text.indexOf(`\\end${name}`, at);
    if (end < 0 || end >= limit) return -1;
    for (let inner = text.indexOf(`\\begin${name}`, at); inner >= 0 && inner < end;) {
      depth++;
      inner = text.indexOf(`\\begin${name}`, inner + 6);
    }
    at = end + 4 + name.length;
    if (--depth === 0) return at;
  }
  return -1;
}

function argumentsEnd(text: string, at: number, limit: number, open: Code): number {
  for (;;) {
    const next = skipSpacesAndLine(text, at, limit);
    if (next < 0 || next >= limit || text.charCodeAt(next) !== open) return at;
    const end =
      open === Code.BraceOpen ? balancedBraceEnd(text, next, limit) : optionEnd(text, next, limit);
    if (end < 0) return at;
    at = end;
  }
}

function optionEnd(text: string, open: number, limit: number): number {
  limit = Math.min(limit, open + maximalOption);
  let depth = 0;
  for (let at = open + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Backslash) at++;
    else if (code === Code.BraceOpen) depth++;
    else if (code === Code.BraceClose) depth--;
    else if (code === Code.BracketClose && depth <= 0) return at + 1;
  }
  return -1;
}
