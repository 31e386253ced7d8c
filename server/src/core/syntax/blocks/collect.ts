import { Code, isSpace, skipSpaces } from '../characters';
import { noteLabelEnd } from '../inline/scanner';
import { type Container, ContainerBuilder, lineEnd, lineStart } from '../source';
import { isBlankFrom, isDivCloser } from './lines';
import { listMarker } from './listMarkers';

/** What stands in a quote, an item or a note, taken out of its container. */
export interface Collected {
  readonly builder: ContainerBuilder;
  /** The first line that is no longer part of it. */
  readonly nextLine: number;
}

/** What the collectors need to know of the blocks around. */
export interface LineContext {
  readonly container: Container;
  readonly isInList: boolean;
  readonly isInDiv: boolean;
  /** Whether a closed code fence opens on the line. */
  isFence(line: number): boolean;
}

/** The lines of the item whose text begins at `contentStart` on `line`. */
export function collectItem(context: LineContext, line: number, contentStart: number): Collected {
  const { container } = context;
  const { text } = container;
  const builder = new ContainerBuilder(container);
  const indent = contentStart - lineStart(container, line);
  let next = addLine(builder, container, line, Math.min(contentStart, lineEnd(container, line)));
  const startOf = (at: number): number => lineStart(container, at);
  const isBlank = (at: number): boolean => isBlankFrom(text, startOf(at));
  const isIndented = (at: number): boolean => hasIndent(text, startOf(at), indent);
  const add = (at: number): number =>
    addLine(builder, container, at, startOf(at) + (isIndented(at) ? indent : 0));
  while (next < container.lineCount && !isBlank(next)) {
    const start = startOf(next);
    if (listMarker(text, start) !== undefined || context.isFence(next)) break;
    if (context.isInDiv && isDivCloser(text, start)) break;
    if (isIndented(next) && listMarker(text, skipSpaces(text, start, text.length)) !== undefined)
      break;
    next = add(next);
  }
  for (;;) {
    const beforeBlanks = next;
    while (next < container.lineCount && isBlank(next)) next++;
    const continues =
      next < container.lineCount &&
      isIndented(next) &&
      !(context.isInDiv && isDivCloser(text, startOf(next)));
    if (!continues) return { builder, nextLine: beforeBlanks };
    for (let at = beforeBlanks; at < next; at++)
      addLine(builder, container, at, lineEnd(container, at));
    next = add(next);
    while (next < container.lineCount && !isBlank(next)) {
      if (context.isInDiv && isDivCloser(text, startOf(next))) break;
      if (!isIndented(next) && listMarker(text, startOf(next)) !== undefined) break;
      next = add(next);
    }
  }
}

/** Where the text of a quoted line begins, or -1 where the line is not quoted. */
export function quoteContentStart(text: string, start: number): number {
  const at = skipSpaces(text, start, start + 4);
  if (at - start > 3 || text.charCodeAt(at) !== Code.Greater) return -1;
  return text.charCodeAt(at + 1) === Code.Space ? at + 2 : at + 1;
}

/** The lines of the quote whose text begins at `contentStart` on `line`. */
export function collectQuote(context: LineContext, line: number, contentStart: number): Collected {
  const { container } = context;
  const { text } = container;
  const builder = new ContainerBuilder(container);
  let next = addLine(builder, container, line, contentStart);
  while (next < container.lineCount) {
    const start = lineStart(container, next);
    const quoted = quoteContentStart(text, start);
    if (quoted < 0) {
      if (isBlankFrom(text, start)) break;
      if (text.charCodeAt(start) === Code.Backtick && context.isFence(next)) break;
      if (context.isInList && listMarker(text, start) !== undefined) break;
      if (context.isInDiv && isDivCloser(text, start)) break;
    }
    next = addLine(
      builder,
      container,
      next,
      quoted < 0 ? skipSpaces(text, start, text.length) : quoted,
    );
  }
  return { builder, nextLine: next };
}

/** The offset after `[^label]` at the start of a line, or -1. */
export function noteMarkerEnd(text: string, start: number): number {
  const at = skipSpaces(text, start, start + 4);
  if (at - start > 3 || !text.startsWith('[^', at)) return -1;
  const close = noteLabelEnd(text, at + 2, text.length);
  return close > at + 2 ? close + 1 : -1;
}

/** The lines of the note whose text begins at `contentStart` on `line`. */
export function collectNote(context: LineContext, line: number, contentStart: number): Collected {
  const { container } = context;
  const { text } = container;
  const builder = new ContainerBuilder(container);
  const startOf = (at: number): number => lineStart(container, at);
  const isBlank = (at: number): boolean => isBlankFrom(text, startOf(at));
  let next = line;
  if (isBlankFrom(text, contentStart) && line + 1 < container.lineCount) next++;
  const first = next === line ? contentStart : startOf(next);
  next = addLine(builder, container, next, first + (hasIndent(text, first, 4) ? 4 : 0));
  const addRun = (): void => {
    while (next < container.lineCount && !isBlank(next) && noteMarkerEnd(text, startOf(next)) < 0) {
      const start = startOf(next);
      next = addLine(builder, container, next, start + (hasIndent(text, start, 4) ? 4 : 0));
    }
  };
  addRun();
  for (;;) {
    const beforeBlanks = next;
    while (next < container.lineCount && isBlank(next)) next++;
    const continues =
      next > beforeBlanks && next < container.lineCount && hasIndent(text, startOf(next), 4);
    if (!continues) return { builder, nextLine: beforeBlanks };
    for (let at = beforeBlanks; at < next; at++)
      addLine(builder, container, at, lineEnd(container, at));
    next = addLine(builder, container, next, startOf(next) + 4);
    addRun();
  }
}

/** Whether `count` blanks stand at `start`. */
export function hasIndent(text: string, start: number, count: number): boolean {
  for (let at = start; at < start + count; at++) {
    if (at >= text.length || !isSpace(text.charCodeAt(at))) return false;
  }
  return true;
}

/** Adds a line from `start` on; gives the next line. */
function addLine(
  builder: ContainerBuilder,
  container: Container,
  line: number,
  start: number,
): number {
  const end = lineEnd(container, line);
  builder.addLine(Math.min(start, end), end);
  return line + 1;
}
