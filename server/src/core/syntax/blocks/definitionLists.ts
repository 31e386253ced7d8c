import { type Container, lineStart } from '../source';
import { isBlankFrom } from './lines';
import { definitionStart } from './listMarkers';

/** The line on which the first definition of the term on `line` stands, or -1 where the line is no term. */
export function firstDefinitionLine(container: Container, line: number): number {
  const next = line + 1;
  const isBlank =
    next < container.lineCount && isBlankFrom(container.text, lineStart(container, next));
  return definitionLine(container, isBlank ? next + 1 : next);
}

/** The line, if a definition stands on it (Pandoc manual, "Definition lists"); else -1. */
export function definitionLine(container: Container, line: number): number {
  if (line >= container.lineCount) return -1;
  return definitionStart(container.text, lineStart(container, line)) >= 0 ? line : -1;
}

/** The line of the definition after any number of blank lines from `line` on, or -1. */
export function nextDefinitionLine(container: Container, line: number): number {
  while (line < container.lineCount && isBlankFrom(container.text, lineStart(container, line)))
    line++;
  return definitionLine(container, line);
}
