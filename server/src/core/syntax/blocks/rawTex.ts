import { skipSpaces, skipSpacesAndLine } from '../characters';
import { texBlockEnd } from '../inline/tex';
import { isMathEnvironment } from '../inline/texCommands';
import type { BlockReading } from './reading';

/**
 * Reads TeX that is a block of its own (Pandoc manual, `raw_tex`) at the place in a container: an environment, a command
 * such as `\section`, or commands such as `\newpage` that nothing follows on their line. The next line begins a new block.
 */
export function readRawTex(reading: BlockReading): boolean {
  const { text, pos } = reading;
  const near = reading.paragraphLimit(reading.line);
  const isEnvironment = text.startsWith('\\begin{', pos);
  const end = isEnvironment
    ? environmentEnd(reading)
    : texBlockEnd(text, pos, near, reading.surroundings.tokens);
  if (end < 0) return false;
  const next = skipSpacesAndLine(text, end, text.length);
  reading.moveTo(next < 0 ? skipSpaces(text, end, text.length) : next);
  return true;
}

function environmentEnd({ inline, text, pos }: BlockReading): number {
  return isMathEnvironment(text, pos) ? -1 : inline.environmentEnd(pos);
}
