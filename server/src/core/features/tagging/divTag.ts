import type { SyntaxDocument } from '../../syntax';
import { containsRange, overlaps, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { isBlank, lineAfter, lineBefore, lineBreakOf, lineEnd, lineStart, prefixOf } from './lines';
import { marks, type Request, type Tagged } from './request';
import { verify, type Verified } from './verify';

/**
 * Puts the blocks that a selection touches between the fences of a div, inside the quotation or list item in which they
 * stand. A list item, table or div that is touched is taken in whole. Nothing where Pandoc would not read it so.
 */
export function tagBlocks(document: SyntaxDocument, request: Request): Tagged | undefined {
  const { kind } = request;
  for (const lines of candidates(document, request.selection)) {
    const id = request.idOf(lines);
    const previous = lineBefore(document.text, lines.start);
    // Pandoc begins a div within a paragraph nowhere; behind a heading it does.
    for (const gap of previous && !isBlank(document.text, previous) ? [false, true] : [false]) {
      const edits = fence(document.text, lines, request, id, gap);
      const verified = verify(document, { edits, carrier: 'div', kind, id, content: lines });
      if (verified && isClosed(verified, lines, edits)) return { edits, ...verified };
    }
  }
  return undefined;
}

/** Whether the div ends with the fence that was written, and not somewhere behind one that code has swallowed. */
function isClosed({ document, element }: Verified, { end }: TextRange, edits: readonly TextEdit[]) {
  const written = edits.reduce((sum, { newText }) => sum + newText.length, 0);
  const { text } = document;
  return (
    text.slice(end + written, element.range.end).trim() === '' && element.range.end >= end + written
  );
}

/** The whole lines to try: those of the blocks, then, for a table or its caption, with the one that stands beside it. */
function candidates(document: SyntaxDocument, selection: TextRange): TextRange[] {
  const { text, leaves } = document;
  const lines = wholeBlocks(document, selection);
  const ofTable = leaves.filter(({ kind }) => kind === 'caption' || kind === 'cell');
  if (!ofTable.some(({ range }) => overlaps(range, lines))) return [lines];
  const before = ofTable.findLast(({ range }) => range.end <= lines.start);
  const after = ofTable.find(({ range }) => range.start >= lines.end);
  const wider = [before, after].flatMap((leaf) => {
    if (!leaf) return [];
    const run = paragraphAround(text, leaf.range);
    return { start: Math.min(lines.start, run.start), end: Math.max(lines.end, run.end) };
  });
  const others = [lines, ...wider.filter((range) => isBeside(document, lines, range))];
  const whole = withCaptions(document, lines);
  return containsRange(lines, whole) ? others : [whole, ...others];
}

/**
 * Lines with the whole of each table of which they hold a part. A caption that is left behind would become that of a table
 * behind it.
 */
function withCaptions(document: SyntaxDocument, lines: TextRange): TextRange {
  const { text } = document;
  let { start, end } = lines;
  for (const leaf of document.leavesIn(lines)) {
    const block = document.blockAt(leaf.range.start);
    if (!block.leaves.every(({ kind }) => kind === 'caption' || kind === 'cell')) continue;
    const from = block.start + block.text.length - block.text.trimStart().length;
    start = Math.min(start, lineStart(text, from));
    end = Math.max(end, lineEnd(text, trimEnd(text, block).end));
  }
  return { start, end };
}

/** Whether nothing but what belongs to a table lies between some lines and the wider range that takes in its caption. */
function isBeside({ leaves }: SyntaxDocument, lines: TextRange, wider: TextRange): boolean {
  const between = leaves.filter(
    ({ range }) => containsRange(wider, range) && !overlaps(range, lines),
  );
  return between.every(({ kind }) => kind === 'caption' || kind === 'cell');
}

function wholeBlocks(document: SyntaxDocument, selection: TextRange): TextRange {
  const { text, leaves, elements } = document;
  let { start, end } = wholeLines(text, selection);
  for (const { range, kind } of leaves) {
    if (!overlaps(range, selection)) continue;
    const run =
      kind === 'cell' ||
      kind === 'term' ||
      isDefinition(text, range.start) ||
      isLineBlock(text, range);
    const block = run ? paragraphAround(text, range) : range;
    start = Math.min(start, lineStart(text, block.start));
    end = Math.max(end, lineEnd(text, block.end));
  }
  // A div that is cut is taken in whole.
  for (const { carrier, range } of elements) {
    if (carrier !== 'div' || !overlaps(range, { start, end })) continue;
    if (containsRange(range, { start, end }) && holdsInside(text, range, { start, end })) continue;
    start = Math.min(start, lineStart(text, range.start));
    end = Math.max(end, lineEnd(text, range.end));
  }
  return wholeItems(
    text,
    selection,
    wholeQuotation(text, selection, wholeCode(document, { start, end })),
  );
}

/** Code that is cut behind or before text is taken in whole, and so is all else in which nobody reads any. */
function wholeCode(document: SyntaxDocument, range: TextRange): TextRange {
  let { start, end } = range;
  if (document.leavesIn(range).length === 0) return range;
  for (const block of document.blocksAround(range)) {
    const whole = trimEnd(document.text, block);
    if (block.leaves.length > 0 || block.elements.some(({ carrier }) => carrier === 'div'))
      continue;
    if (!overlaps(whole, range)) continue;
    start = Math.min(start, whole.start);
    end = Math.max(end, whole.end);
  }
  return { start, end };
}

function trimEnd(text: string, { start, end }: TextRange): TextRange {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** A quotation that some of the lines stand in and others do not is taken in whole, or it would be two. */
function wholeQuotation(text: string, selection: TextRange, { start, end }: TextRange): TextRange {
  const depth = quotationDepth(containerPrefix(text, selection, { start, end }));
  const inside = (line: TextRange | undefined) =>
    line !== undefined && quotationDepth(prefixOf(text, line.start)) > depth;
  const range = { start, end };
  if (inside({ start, end })) {
    for (
      let line = lineBefore(text, start);
      line && inside(line);
      line = lineBefore(text, range.start)
    ) {
      range.start = line.start;
    }
  }
  if (inside({ start: lineStart(text, end), end })) {
    for (let line = lineAfter(text, end); line && inside(line); line = lineAfter(text, range.end)) {
      range.end = line.end;
    }
  }
  return range;
}

function quotationDepth(prefix: string): number {
  return prefix.replace(/[^>]/g, '').length;
}

/** Whether a block of text follows the mark of a definition (Pandoc manual, `definition_lists`). */
function isDefinition(text: string, start: number): boolean {
  return /^[ \t>]*[:~][ \t]+$/.test(text.slice(lineStart(text, start), start));
}

/** Whether a text begins with the mark of a line block (Pandoc manual, `line_blocks`). */
function isLineBlock(text: string, { start }: TextRange): boolean {
  return /^[ \t>]*\|[ \t]/.test(text.slice(lineStart(text, start), lineEnd(text, start)));
}

/** Whether lines stand between the fences of a div, and take in neither. */
function holdsInside(text: string, div: TextRange, { start, end }: TextRange): boolean {
  return start > lineEnd(text, div.start) && end < lineStart(text, Math.max(0, div.end - 1));
}

/** A list item of which a part is taken is taken whole: back to its marker, and on over its further paragraphs. */
function wholeItems(text: string, selection: TextRange, { start, end }: TextRange): TextRange {
  const depth = Math.min(
    ...linesOf(text, { start, end }).map((line) => indentOf(text, line.start)),
  );
  while (indentOf(text, start) > depth) {
    const previous = lineBefore(text, start);
    if (!previous) break;
    start = previous.start;
  }
  const starts = /^[ \t>]*(?:[-*+]|\(?(?:\d+|[a-zA-Z#@])[.)])[ \t]/.test(
    text.slice(start, lineEnd(text, start)),
  );
  if (!starts) return { start, end };
  let last = end;
  for (let next = lineAfter(text, end); next; next = lineAfter(text, next.end)) {
    if (isBlank(text, next)) continue;
    if (indentOf(text, next.start) <= depth) break;
    last = next.end;
  }
  return { start, end: Math.max(last, selection.end) };
}

function fence(
  text: string,
  { start, end }: TextRange,
  request: Request,
  id: string,
  gap: boolean,
): TextEdit[] {
  const newline = lineBreakOf(text);
  const prefix = containerPrefix(text, request.selection, { start, end });
  const blank = prefix.trimEnd();
  const colons = ':'.repeat(longestFence(text, { start, end }));
  const gapInside = goesOn(text.slice(start, end)) ? newline + blank : '';
  const gapBefore = gap ? blank + newline : '';
  return [
    {
      range: { start, end: start },
      newText: `${gapBefore}${prefix}${colons} {${marks(request, id, gap)}}${newline}`,
    },
    { range: { start: end, end }, newText: `${gapInside}${newline}${prefix}${colons}` },
  ];
}

/** Whether blocks end in nothing but a blank line: definitions and captions do. */
export function goesOn(blocks: string): boolean {
  return /^[ \t>]*(?:[:~]|Table:)[ \t]/m.test(blocks);
}

/** One colon more than the fences inside: so an author sees which belong together. */
function longestFence(text: string, range: TextRange): number {
  const runs = linesOf(text, range).map(
    ({ start, end }) => /^[\s>]*(:{3,})/.exec(text.slice(start, end))?.[1]?.length ?? 2,
  );
  return Math.max(...runs) + 1;
}

/** What the fences begin with. Who selects the mark of a quotation too means the quotation as a whole. */
function containerPrefix(text: string, selection: TextRange, range: TextRange): string {
  const prefix = commonPrefix(text, range);
  const mark = text.slice(selection.start, lineEnd(text, selection.start)).startsWith('>');
  const before = selection.start - lineStart(text, selection.start);
  return mark && before < prefix.length ? prefix.slice(0, before) : prefix;
}

/** What all lines begin with, the blank ones aside. */
function commonPrefix(text: string, range: TextRange): string {
  const prefixes = linesOf(text, range)
    .filter((line) => !isBlank(text, line))
    .map(({ start }) => prefixOf(text, start));
  const [first = ''] = prefixes;
  let length = first.length;
  for (const prefix of prefixes) {
    while (!prefix.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, length);
}

function indentOf(text: string, start: number): number {
  return prefixOf(text, start).length;
}

function linesOf(text: string, { start, end }: TextRange): TextRange[] {
  const lines: TextRange[] = [];
  let line: TextRange | undefined = { start, end: lineEnd(text, start) };
  while (line && line.start <= end) {
    if (!isBlank(text, line) || lines.length === 0) lines.push(line);
    line = lineAfter(text, line.end);
  }
  return lines;
}

function wholeLines(text: string, { start, end }: TextRange): TextRange {
  return { start: lineStart(text, start), end: lineEnd(text, end) };
}

/** The lines around a range up to the blank ones: a table of which one cell is touched. */
function paragraphAround(text: string, range: TextRange): TextRange {
  let { start, end } = wholeLines(text, range);
  for (let line = lineBefore(text, start); line; line = lineBefore(text, start)) {
    if (isBlank(text, line)) break;
    start = line.start;
  }
  for (let line = lineAfter(text, end); line; line = lineAfter(text, end)) {
    if (isBlank(text, line)) break;
    end = line.end;
  }
  return { start, end };
}
