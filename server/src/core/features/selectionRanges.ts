import type { LiveFacts } from '../model';
import { blocksAt, leafAt, sentenceAround } from '../project';
import type { Attributed, SyntaxBlock, SyntaxDocument } from '../syntax';
import { LineIndex } from '../text/lineIndex';
import { containsRange, touches, type TextRange } from '../text/range';

/**
 * What an editor selects at an offset step by step, each range holding the one before it: a word, the tagged words, the
 * tag, the sentence, the paragraph, the div or section, the document (LSP 3.17 §textDocument/selectionRange).
 */
export function selectionRangesAt(facts: LiveFacts, offset: number): TextRange[] {
  const document = facts.current;
  const { frontMatter } = document;
  const blocks = blocksAt(document, offset);
  const candidates: TextRange[] = [
    ...wordsAt(document, offset),
    ...blocks.flatMap((block) => [...inBlock(block, offset)]),
    ...textAt(document, blocks, offset),
    ...facts.divs.flatMap(({ contentRange, range }) => [contentRange, range]),
    ...document.headings.flatMap(({ range, sectionRange }) => [range, sectionRange]),
    ...(frontMatter ? [frontMatter.contentRange, frontMatter.range] : []),
  ].filter((range) => touches(range, offset));
  const whole = { start: 0, end: document.length };
  return chain(offset, [...candidates.map((range) => trimmed(document, range)), whole]);
}

/** The same in a text that is no manuscript: the word, the line, the text. */
export function plainSelectionRangesAt(text: string, offset: number): TextRange[] {
  const lines = new LineIndex(text);
  const source = { lines, slice: (start: number, end: number) => text.slice(start, end) };
  const whole = { start: 0, end: text.length };
  return chain(offset, [...wordsAt(source, offset), trimmed(source, lineAt(lines, offset)), whole]);
}

type Source = Pick<SyntaxDocument, 'lines' | 'slice'>;

/** The ranges at an offset, from the smallest on, without those that cut others in two. */
function chain(offset: number, candidates: readonly TextRange[]): TextRange[] {
  const chosen: TextRange[] = [];
  const sorted = candidates
    .filter((range) => touches(range, offset) && range.end > range.start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const { start, end } of sorted) {
    const last = chosen.at(-1);
    const isSame = last?.start === start && last.end === end;
    if (!last || (!isSame && containsRange({ start, end }, last))) chosen.push({ start, end });
  }
  return chosen;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
/** A longer word: an id with all that may be part of it. */
const TOKEN = /[\p{L}\p{M}\p{N}](?:[^\s"'={}()[\],;]*[\p{L}\p{M}\p{N}])?/gu;

/** The word at an offset, and the longer run of characters that an id may be. */
function wordsAt(source: Source, offset: number): TextRange[] {
  const { start } = lineAt(source.lines, offset);
  const from = Math.max(start, offset - LONGEST_WORD);
  const text = source.slice(from, offset + LONGEST_WORD);
  return [WORD, TOKEN].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .map(({ 0: word, index }) => ({ start: from + index, end: from + index + word.length }))
      .filter((range) => touches(range, offset)),
  );
}

const LONGEST_WORD = 200;

function lineAt(lines: LineIndex, offset: number): TextRange {
  const { line } = lines.positionAt(offset);
  const start = lines.offsetAt({ line, character: 0 });
  return { start, end: start + lines.lineText(line).length };
}

/** What has a place of its own in a block: tags with their parts, citations, links, comments. */
function* inBlock(block: SyntaxBlock, offset: number): Iterable<TextRange> {
  for (const element of block.elements) {
    if (!touches(element.range, offset)) continue;
    yield element.contentRange;
    yield element.range;
    if (element.attributeRange) yield* inAttributes(element, element.attributeRange);
  }
  for (const { range, groupRange } of block.citations) {
    yield range;
    if (groupRange) yield groupRange;
  }
  for (const { range, targetRange } of block.links) {
    yield targetRange;
    yield range;
  }
  for (const { range } of block.comments) yield range;
}

function* inAttributes(
  { id, classes, attributes }: Attributed,
  all: TextRange,
): Iterable<TextRange> {
  if (id) yield id.range;
  for (const { range } of classes) yield range;
  for (const { keyRange, valueRange, range } of attributes) {
    yield keyRange;
    yield valueRange;
    yield range;
  }
  // What stands between the braces.
  yield { start: all.start + 1, end: all.end - 1 };
  yield all;
}

/** The sentence, the paragraph and the block at an offset. */
function textAt(
  document: SyntaxDocument,
  blocks: readonly SyntaxBlock[],
  offset: number,
): TextRange[] {
  const leaf = leafAt(document, offset);
  const ranges: TextRange[] = blocks.map(({ start, end }) => ({ start, end }));
  if (!leaf) return ranges;
  const sentence = sentenceAround(document, { start: offset, end: offset });
  return [...ranges, withMarkup(document, sentence, leaf.range, blocks), leaf.range];
}

/** A sentence with the markup of which it holds the words: it begins with a bracket, and ends with attributes. */
function withMarkup(
  document: SyntaxDocument,
  sentence: TextRange,
  limit: TextRange,
  blocks: readonly SyntaxBlock[],
): TextRange {
  const elements = blocks
    .flatMap((block) => block.elements)
    .filter(({ carrier, range }) => carrier !== 'div' && containsRange(limit, range));
  for (let { start, end } = sentence; ;) {
    const before = document.slice(limit.start, start);
    const after = document.slice(end, limit.end);
    const marked = {
      start: start - (/[*_~]+$/.exec(before)?.[0].length ?? 0),
      end: end + (/^[*_~]+/.exec(after)?.[0].length ?? 0),
    };
    const held = elements
      .filter(({ contentRange }) => containsRange(marked, contentRange))
      .map(({ range }) => range);
    const from = Math.min(marked.start, ...held.map((range) => range.start));
    const to = Math.max(marked.end, ...held.map((range) => range.end));
    if (from === start && to === end) return { start, end };
    start = from;
    end = to;
  }
}

/** A range without white space at its ends; one that is nothing else stays as it is. */
function trimmed(source: Source, { start, end }: TextRange): TextRange {
  const text = source.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  const to = start + text.trimEnd().length;
  return to > from ? { start: from, end: to } : { start, end };
}
