import { Code, isSpace, skipSpaces } from '../characters';
import { type Container, ContainerBuilder, lineEnd, lineStart } from '../source';
import { type Collected, hasIndent, type LineContext } from './collect';
import { isBlankFrom, isDivCloser } from './lines';

/** The offset after the marker of a definition at the start of a line, or -1 (Pandoc manual, "Definition lists"). */
export function definitionMarkerEnd(text: string, start: number): number {
  const at = skipSpaces(text, start, start + 4);
  const code = text.charCodeAt(at);
  if (at - start > 3 || (code !== Code.Colon && code !== Code.Tilde)) return -1;
  return isSpace(text.charCodeAt(at + 1)) ? skipSpaces(text, at + 1, text.length) : -1;
}

/** The line on which the first definition of the term on `line` stands, or -1 where the line is no term. */
export function firstDefinitionLine(container: Container, line: number): number {
  const { text, lineCount } = container;
  let next = line + 1;
  if (next < lineCount && isBlankFrom(text, lineStart(container, next))) next++;
  if (next >= lineCount) return -1;
  return definitionMarkerEnd(text, lineStart(container, next)) >= 0 ? next : -1;
}

/** The lines of the definition whose text begins at `contentStart` on `line`. */
export function collectDefinition(
  context: LineContext,
  line: number,
  contentStart: number,
): Collected {
  const { container } = context;
  const { text, lineCount } = container;
  const builder = new ContainerBuilder(container);
  builder.addLine(contentStart, lineEnd(container, line));
  const startOf = (at: number): number => lineStart(container, at);
  const isBlank = (at: number): boolean => isBlankFrom(text, startOf(at));
  let next = line + 1;
  const addRun = (): void => {
    for (; next < lineCount && !isBlank(next); next++) {
      const start = startOf(next);
      const isIndented = hasIndent(text, start, 4);
      if (isDivCloser(text, start) && context.isInDiv) return;
      if (!isIndented && definitionMarkerEnd(text, start) >= 0) return;
      builder.addLine(isIndented ? start + 4 : start, lineEnd(container, next));
    }
  };
  addRun();
  for (;;) {
    const beforeBlanks = next;
    while (next < lineCount && isBlank(next)) next++;
    if (next === beforeBlanks || next >= lineCount || !hasIndent(text, startOf(next), 4)) {
      return { builder, nextLine: beforeBlanks };
    }
    for (let at = beforeBlanks; at < next; at++)
      builder.addLine(lineEnd(container, at), lineEnd(container, at));
    builder.addLine(startOf(next) + 4, lineEnd(container, next));
    next++;
    addRun();
  }
}
