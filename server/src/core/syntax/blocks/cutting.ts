import type { Span } from '../attributes';
import { isSpace, skipSpaces } from '../characters';
import { type Container, ContainerBuilder } from '../source';

/** What stands between two offsets of a line, without blanks around it. */
export function trimmed(text: string, start: number, end: number): Span {
  const from = skipSpaces(text, start, end);
  let to = end;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Cuts the lines of a cell out of a table. */
export function cutOut(container: Container, lines: readonly Span[]): ContainerBuilder {
  const builder = new ContainerBuilder(container, lines.length > 1);
  for (const { start, end } of lines) builder.addLine(start, end);
  return builder;
}
