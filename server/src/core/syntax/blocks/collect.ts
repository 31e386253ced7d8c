import { Code, isSpace, skipSpaces } from '../characters';
import { noteLabelEnd } from '../inline/scanner';
import { type Container, ContainerBuilder, lineEnd, lineStart } from '../source';
import { isBlankFrom, isClosingTag, isDivCloser } from './lines';
import { startsItem } from './listMarkers';

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
  /** Whether a fenced div is open. */
  readonly isInDiv: boolean;
  /** The name of the innermost HTML element that is open. */
  readonly openTag: string | undefined;
  /** Whether a closed code fence opens on the line. */
  isFence(line: number): boolean;
}

/** Whether the line at `start` closes a div around, which ends whatever stands in it. */
function closesDiv(context: LineContext, start: number): boolean {
  const { text } = context.container;
  const code = text.charCodeAt(start);
  if (code === Code.Colon) return isDivCloser(text, start) && context.isInDiv;
  if (code !== Code.Less || text.charCodeAt(start + 1) !== Code.Slash) return false;
  const { openTag } = context;
  return openTag !== undefined && isClosingTag(text, start, openTag);
}

/**
 * The lines of the item whose text begins at `contentStart` on `line`. What belongs to it is indented by `indent`, or as its
 * text is.
 */
export function collectItem(
  context: LineContext,
  line: number,
  contentStart: number,
  indent = contentStart - lineStart(context.container, line),
): Collected {
  const { container } = context;
  const { text, lineCount } = container;
  const builder = new ContainerBuilder(container);
  let next = addLine(builder, container, line, contentStart);
  while (next < lineCount) {
    const start = lineStart(container, next);
    const at = skipSpaces(text, start, text.length);
    if (isBlankFrom(text, at)) break;
    if (startsItem(text, start) || context.isFence(next)) break;
    if (closesDiv(context, start)) break;
    const isIndented = at - start >= indent;
    if (isIndented && startsItem(text, at)) break;
    next = addLine(builder, container, next, isIndented ? start + indent : start);
  }
  for (;;) {
    const beforeBlanks = next;
    next = afterBlankLines(container, next);
    const first = lineStart(container, next);
    const continues =
      next < lineCount && hasIndent(text, first, indent) && !closesDiv(context, first);
    if (!continues) return { builder, nextLine: beforeBlanks };
    addBlankLines(builder, container, beforeBlanks, next);
    next = addLine(builder, container, next, first + indent);
    while (next < lineCount) {
      const start = lineStart(container, next);
      const at = skipSpaces(text, start, text.length);
      if (isBlankFrom(text, at)) break;
      if (closesDiv(context, start)) break;
      const isIndented = at - start >= indent;
      if (!isIndented && startsItem(text, start)) break;
      next = addLine(builder, container, next, isIndented ? start + indent : start);
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
      if (text.charCodeAt(skipSpaces(text, start, text.length)) === Code.Greater) break;
      if (text.charCodeAt(start) === Code.Backtick && context.isFence(next)) break;
      if (context.isInList && startsItem(text, start)) break;
      if (closesDiv(context, start)) break;
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
  const { text, lineCount } = container;
  const builder = new ContainerBuilder(container);
  let next = line;
  if (isBlankFrom(text, contentStart) && line + 1 < lineCount) next++;
  const first = next === line ? contentStart : lineStart(container, next);
  next = addLine(builder, container, next, afterIndent(text, first));
  for (;;) {
    while (next < lineCount) {
      const start = lineStart(container, next);
      if (isBlankFrom(text, start) || noteMarkerEnd(text, start) >= 0) break;
      if (isDivCloser(text, start) && context.isInDiv) break;
      next = addLine(builder, container, next, afterIndent(text, start));
    }
    const beforeBlanks = next;
    next = afterBlankLines(container, next);
    const start = lineStart(container, next);
    const continues = next > beforeBlanks && next < lineCount && hasIndent(text, start, 4);
    if (!continues) return { builder, nextLine: beforeBlanks };
    addBlankLines(builder, container, beforeBlanks, next);
    next = addLine(builder, container, next, start + 4);
  }
}

/** The first line from `line` on that is not blank. */
function afterBlankLines(container: Container, line: number): number {
  const { text, lineCount } = container;
  while (line < lineCount && isBlankFrom(text, lineStart(container, line))) line++;
  return line;
}

function addBlankLines(
  builder: ContainerBuilder,
  container: Container,
  from: number,
  to: number,
): void {
  for (let line = from; line < to; line++) {
    const end = lineEnd(container, line);
    builder.addLine(end, end);
  }
}

/** After the four blanks that belong to the note, where they are all there. */
function afterIndent(text: string, start: number): number {
  return hasIndent(text, start, 4) ? start + 4 : start;
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
