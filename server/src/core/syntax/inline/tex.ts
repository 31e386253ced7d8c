import { Code, isDigit, letterLength, skipSpaces, skipSpacesAndLine } from '../characters';
import type { Search } from '../source';
import { balancedBraceEnd } from './math';
import { argumentsOf, isBrokenCitation, needsGroup } from './texCommands';

// A limit that no author reaches, so that hostile texts cost no more than linear time.
const maximalOption = 1000;
const maximalDimension = 40;

/**
 * The end of the raw TeX at a backslash before a letter, or -1: a command with its optional and required arguments
 * (Pandoc manual, `raw_tex`). Environments are none of these.
 */
export function texEnd(text: string, start: number, limit: number, search: Search): number {
  let at = commandNameEnd(text, start, limit);
  const name = text.slice(start + 1, at);
  if (name === 'begin' || name === 'end') return -1;
  const kind = argumentsOf(name);
  if (kind === 'one') {
    const end = argumentEnd(text, at, limit, search);
    // Accents stand alone as well.
    return end < 0 && name.length === 1 ? at : end;
  }
  if (kind === 'options') {
    const end = argumentsEnd(text, at, limit, Code.BracketOpen, search);
    return end === at ? skipSpaces(text, at, limit) : end;
  }
  if (kind === 'none') {
    return text.startsWith('{}', at) ? at + 2 : skipSpaces(text, at, limit);
  }
  if (text.charCodeAt(at) === Code.Asterisk) at++;
  const options = argumentsEnd(text, at, limit, Code.BracketOpen, search);
  const dimension = kind === 'all' ? dimensionEnd(text, options, limit) : options;
  let end = argumentsEnd(text, dimension, limit, Code.BraceOpen, search);
  if (kind === 'definition' && end > 0) {
    const bodyOptions = argumentsEnd(text, end, limit, Code.BracketOpen, search);
    const bodyEnd = argumentsEnd(text, bodyOptions, limit, Code.BraceOpen, search);
    if (bodyEnd < 0 || text.charCodeAt(bodyEnd - 1) === Code.BraceClose) end = bodyEnd;
  }
  if (needsGroup(name) && end === options) return -1;
  if (isBrokenCitation(name, text.slice(dimension, end))) return -1;
  return end === at ? skipSpaces(text, at, limit) : end;
}

/** The end of the name of the command whose backslash stands at `start`. */
export function commandNameEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  for (let length = 1; length > 0 && at < limit; at += length) length = letterLength(text, at);
  return at;
}

/** One group in braces, or one character. */
function argumentEnd(text: string, at: number, limit: number, search: Search): number {
  const next = skipSpaces(text, at, limit);
  if (next >= limit) {
    search.isOpen = true;
    return -1;
  }
  if (text.charCodeAt(next) === Code.LineFeed) return at;
  if (text.charCodeAt(next) === Code.BraceClose) return -1;
  if (text.charCodeAt(next) !== Code.BraceOpen) return next + 1;
  const end = balancedBraceEnd(text, next, limit);
  search.isOpen ||= end < 0;
  return end;
}

const dimension = /=?-?([\p{L}\p{N}]+)?(?:\.[\p{L}\p{N}]+)?/uy;
const measured = /^[\d.]+(?:p[tcx]|in|bp|[cm]m|dd|cc|sp|ex|em|mu)?$/;

/** After a number with or without a unit, which Pandoc takes for an argument of any command: `\vspace 1em`. */
function dimensionEnd(text: string, at: number, limit: number): number {
  const start = skipSpacesAndLine(text, at, limit);
  if (start < 0 || start >= limit) return at;
  const code = text.charCodeAt(start);
  const isSign = code === Code.Equals || code === Code.Hyphen || code === Code.Dot;
  if (!isSign && !isDigit(code)) return at;
  dimension.lastIndex = 0;
  const found =
    dimension.exec(text.slice(start, Math.min(limit, start + maximalDimension)))?.[0] ?? '';
  return measured.test(found.replace(/^=?-?/, '')) ? start + found.length : at;
}

/** After all groups of a kind; -1 where one in braces is not closed, for then it is no TeX. */
function argumentsEnd(text: string, at: number, limit: number, open: Code, search: Search): number {
  for (;;) {
    const next = skipSpacesAndLine(text, at, limit);
    if (next < 0 || next >= limit || text.charCodeAt(next) !== open) return at;
    // A shortcode: Quarto has replaced it before Pandoc reads the text.
    if (text.startsWith('{{<', next)) return at;
    const end =
      open === Code.BraceOpen ? balancedBraceEnd(text, next, limit) : optionEnd(text, next, limit);
    search.isOpen ||= end < 0;
    if (end < 0) return open === Code.BraceOpen ? -1 : at;
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
