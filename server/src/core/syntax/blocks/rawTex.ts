import { Code, letterLength, skipSpaces, skipSpacesAndLine } from '../characters';
import type { InlineScanner } from '../inline/scanner';
import { commandNameEnd, texEnd } from '../inline/tex';
import {
  argumentsOf,
  isBlockCommand,
  isInlineCommand,
  isMathEnvironment,
} from '../inline/texCommands';
import type { Search } from '../source';
import { isBlankFrom } from './lines';
import type { BlockReading } from './reading';

/**
 * Reads TeX that is a block of its own (Pandoc manual, `raw_tex`) at the place in a container: an environment, a command
 * such as `\section`, or commands such as `\newpage` that nothing follows on their line. The next line begins a new block.
 */
export function readRawTex(reading: BlockReading): boolean {
  const { text } = reading;
  const end = text.startsWith('\\begin{', reading.pos)
    ? environmentEnd(reading.inline, text, reading.pos)
    : commandsEnd(text, reading.pos, reading.surroundings.tokens);
  if (end < 0) return false;
  const next = skipSpacesAndLine(text, end, text.length);
  reading.moveTo(next < 0 ? skipSpaces(text, end, text.length) : next);
  return true;
}

function environmentEnd(inline: InlineScanner, text: string, start: number): number {
  return isMathEnvironment(text, start) ? -1 : inline.environmentEnd(start);
}

function commandsEnd(text: string, start: number, search: Search): number {
  let at = start;
  while (text.charCodeAt(at) === Code.Backslash && letterLength(text, at + 1) > 0) {
    const nameEnd = commandNameEnd(text, at, text.length);
    const name = text.slice(at + 1, nameEnd);
    if (isInlineCommand(name) || name === 'begin') return -1;
    const end = texEnd(text, at, text.length, search);
    if (end < 0) return -1;
    if (at === start && isBlockCommand(name)) return end;
    const hasNoArguments = argumentsOf(name) === 'none';
    if (hasNoArguments && text.charCodeAt(end - 1) === Code.BraceClose) return -1;
    at = text.charCodeAt(end - 1) === Code.BracketClose ? afterOptions(text, end) : end;
  }
  return at > start && isBlankFrom(text, at) ? at : -1;
}

/** After optional arguments Pandoc goes on to the next line in search of others, and takes it for part of the command. */
function afterOptions(text: string, end: number): number {
  const next = skipSpacesAndLine(text, end, text.length);
  return next < 0 ? end : next;
}
