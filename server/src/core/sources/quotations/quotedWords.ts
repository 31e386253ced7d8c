import { attributeOf, type Element, type Project } from '../../project';
import { visibleText, type SyntaxDocument } from '../../syntax';
import { containsRange, type TextRange } from '../../text/range';
import { markedQuotations } from './marks';

/** A quotation as it stands in a manuscript. */
export interface QuotedWords {
  /** As its reader sees it, without the marks around it. */
  readonly text: string;
  readonly uri: string;
  /** In the manuscript. */
  readonly range: TextRange;
  /** Where a part of the text stands in the manuscript. */
  placeOf(part: TextRange): TextRange;
}

/** A shorter part in quotation marks inside other words is a term. */
const MIN_WORDS = 4;

/** How much of a paragraph may be outside of quotation marks if it is one quotation: an attribution. */
const SHARE = 0.5;

/**
 * The quotations in a piece of evidence: all of it where it is one, what stands between quotation marks, block quotations,
 * also the one that a tagged sentence introduces with a colon. None where it is told in the words of the author.
 */
export function quotedWordsOf(project: Project, element: Element): readonly QuotedWords[] {
  const { tag } = element;
  const form = attributeOf(element, 'form')?.text;
  if (form !== undefined && form !== 'quote' && form !== 'excerpt') return [];
  const file = project.file(tag?.uri ?? element.place.uri);
  if (!file) return [];
  if (tag === undefined) {
    const { uri, range } = element.place;
    const document = file.facts.around(range);
    return partsOf(document, uri, range, form !== undefined);
  }
  const { carrier, contentRange, range } = tag.source;
  if (carrier === 'image' || carrier === 'table' || carrier === 'heading') return [];
  const document = file.facts.around(range);
  if (carrier !== 'div') {
    const words = partsOf(document, tag.uri, contentRange, form !== undefined);
    return words.length > 0 ? words : introducedBy(document, tag.uri, contentRange, range.end);
  }
  const blocks = blockQuotations(document, contentRange);
  if (blocks.length > 0) return blocks.map((block) => wordsOf(document, tag.uri, block));
  return leafRanges(document, contentRange).flatMap((leaf) =>
    partsOf(document, tag.uri, leaf, form !== undefined),
  );
}

/** The quotations in a piece of running text. */
function partsOf(
  document: SyntaxDocument,
  uri: string,
  range: TextRange,
  isQuotation: boolean,
): QuotedWords[] {
  const { text, offsets } = visibleText(document, range);
  const marked = markedQuotations(text);
  const length = text.trim().length;
  const covered = marked.reduce((sum, { whole }) => sum + whole.end - whole.start, 0);
  if (isQuotation && covered < length * SHARE) {
    return text.trim() === '' ? [] : [wordsIn(text, offsets, uri, { start: 0, end: text.length })];
  }
  const isWhole = covered >= length * SHARE;
  return marked
    .filter(({ inside }) => isWhole || wordCount(text.slice(inside.start, inside.end)) >= MIN_WORDS)
    .map(({ inside }) => wordsIn(text, offsets, uri, inside));
}

/** The block quotation behind a sentence that ends with a colon. */
function introducedBy(
  document: SyntaxDocument,
  uri: string,
  content: TextRange,
  end: number,
): QuotedWords[] {
  const said = document.slice(Math.max(content.start, content.end - 4), content.end);
  const block = document.blockAt(end);
  const rest = document.slice(end, block.end);
  if (!/:["”’*_\s]*$/.test(said) && !/^\s*:/.test(rest)) return [];
  if (!/^\s*:?\s*$/.test(rest)) return [];
  const next = document.blockAt(Math.min(block.end, document.length));
  if (next === block || !isBlockQuotation(next)) return [];
  return [wordsOf(document, uri, { start: next.start, end: next.end })];
}

function isBlockQuotation({ text }: { readonly text: string }): boolean {
  return /^ {0,3}>/.test(text.trimStart());
}

/** The block quotations inside a div, each with all its paragraphs. */
function blockQuotations(document: SyntaxDocument, range: TextRange): TextRange[] {
  const ranges: TextRange[] = [];
  for (let block = document.blockAt(range.start); ; block = document.blockAt(block.end)) {
    if (block.start >= range.start && block.end <= range.end && isBlockQuotation(block)) {
      ranges.push({ start: block.start, end: block.end });
    }
    if (block.end >= range.end || block.end >= document.length) return ranges;
  }
}

function leafRanges(document: SyntaxDocument, range: TextRange): TextRange[] {
  return document
    .leavesIn(range)
    .filter((leaf) => leaf.kind === 'paragraph' && containsRange(range, leaf.range))
    .map((leaf) => leaf.range);
}

/** All words of a block quotation, without quotation marks around all of it, and without who is named behind it. */
function wordsOf(document: SyntaxDocument, uri: string, range: TextRange): QuotedWords {
  const { text, offsets } = visibleText(document, range);
  const end = /\s*(?:(?:—|–|―|--+)\s*[^—–―]{2,80}|\([^()]{3,80}\))[.\s]*$/u.exec(text)?.index;
  const all = { start: 0, end: end !== undefined && end > text.length / 3 ? end : text.length };
  const [first, ...more] = markedQuotations(text.slice(0, all.end));
  const isMarked = first && more.length === 0 && first.whole.end >= all.end - 2;
  return wordsIn(text, offsets, uri, isMarked && first.whole.start <= 1 ? first.inside : all);
}

function wordsIn(text: string, offsets: Int32Array, uri: string, part: TextRange): QuotedWords {
  const offsetOf = (at: number) => offsets[Math.min(part.start + at, offsets.length - 1)] ?? 0;
  const placeOf = ({ start, end }: TextRange) => {
    const from = offsetOf(start);
    // Behind the last unit, and not before what follows it, which may be markup.
    return { start: from, end: end > start ? offsetOf(end - 1) + 1 : from };
  };
  const inside = text.slice(part.start, part.end);
  return { text: inside, uri, range: placeOf({ start: 0, end: inside.length }), placeOf };
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
