import { Code, letterLength, skipSpaces, skipSpacesAndLine } from '../characters';
import type { Search } from '../source';
import { balancedBraceEnd } from './math';
import { argumentsOf } from './texCommands';

// A limit that no author reaches, so that hostile texts cost no more than linear time.
const maximalOption = 1000;

/**
 * The end of the raw TeX at a backslash before a letter, or -1: a command with its optional and required arguments
 * (Pandoc manual, `raw_tex`). Environments are none of these.
 */
export function texEnd(text: string, start: number, limit: number, search: Search): number {
  let at = commandNameEnd(text, start, limit);
  const name = text.slice(start + 1, at);
  if (name === 'begin' || name === 'end') return -1;
  const kind = argumentsOf(name);
  if (kind === 'one') return argumentEnd(text, at, limit, search);
  if (kind === 'none') {
    return text.startsWith('{}', at) ? at + 2 : skipSpaces(text, at, limit);
  }
  if (text.charCodeAt(at) === Code.Asterisk) at++;
  let end = optionsAndGroupsEnd(text, at, limit, search);
  if (kind === 'definition') {
    const bodyEnd = optionsAndGroupsEnd(text, end, limit, search);
    if (text.charCodeAt(bodyEnd - 1) === Code.BraceClose) end = bodyEnd;
  }
  return end === at ? skipSpaces(text, at, limit) : end;
}

/** The end of the name of the command whose backslash stands at `start`. */
export function commandNameEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  for (let length = 1; length > 0 && at < limit; at += length) length = letterLength(text, at);
  return at;
}

function optionsAndGroupsEnd(text: string, at: number, limit: number, search: Search): number {
  const options = argumentsEnd(text, at, limit, Code.BracketOpen, search);
  return argumentsEnd(text, options, limit, Code.BraceOpen, search);
}

/** One group in braces, or one character. */
function argumentEnd(text: string, at: number, limit: number, search: Search): number {
  const next = skipSpaces(text, at, limit);
  if (next >= limit || text.charCodeAt(next) === Code.LineFeed) return at;
  if (text.charCodeAt(next) !== Code.BraceOpen) return next + 1;
  const end = balancedBraceEnd(text, next, limit);
  search.isOpen ||= end < 0;
  return end < 0 ? at : end;
}

function argumentsEnd(text: string, at: number, limit: number, open: Code, search: Search): number {
  for (;;) {
    const next = skipSpacesAndLine(text, at, limit);
    if (next < 0 || next >= limit || text.charCodeAt(next) !== open) return at;
    // A shortcode: Quarto has replaced it before Pandoc reads the text.
    if (text.startsWith('{{<', next)) return at;
    const end =
      open === Code.BraceOpen ? balancedBraceEnd(text, next, limit) : optionEnd(text, next, limit);
    search.isOpen ||= end < 0;
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
