import type { Kind } from '../../model';
import { sentenceAround } from '../../project/sentences';
import { visibleText, type Leaf, type SyntaxDocument } from '../../syntax';
import { touches, type TextRange } from '../../text/range';
import { lineAfter, lineBefore, lineEnd, lineStart, prefixOf, trimRange } from './lines';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const LONE_IMAGE = /^!\[[^]*\]\([^)]*\)(?:\{[^{}]*\})?$/;

/** Quotation marks that open, and what closes each. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
};

/**
 * What an author means who tags without a selection: the sentence for a claim, the block quotation, the quotation or else
 * the sentence for evidence, the word for a construct, the whole block for a mechanism or a step. Nothing where the caret is at no word.
 */
export function expandCaret(
  document: SyntaxDocument,
  leaf: Leaf,
  offset: number,
  kind: Kind,
): TextRange | undefined {
  const whole = trimRange(document.text, leaf.range);
  if (LONE_IMAGE.test(document.text.slice(whole.start, whole.end))) return whole;
  switch (kind) {
    case 'claim':
      return sentenceAt(document, offset);
    case 'evidence':
      return (
        blockQuotationAt(document.text, leaf) ??
        quotationAt(document, leaf, offset) ??
        sentenceAt(document, offset)
      );
    case 'construct':
      return wordAt(document.text, leaf, offset);
    case 'mechanism':
    case 'step':
      return whole;
  }
}

/** A range that begins and ends in no word; a hyphen parts words, and some scripts do not part them at all. */
export function wholeWords(text: string, { start, end }: TextRange): TextRange {
  let [from, to] = [start, end];
  while (from > 0 && isInWord(text, from)) from--;
  while (to < text.length && isInWord(text, to)) to++;
  return { start: from, end: to };
}

const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('');
const LETTER = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}])`;
const WORD_BEFORE = new RegExp(`${LETTER}['’.]?$`, 'u');
const LETTER_BEFORE = new RegExp(`${LETTER}$`, 'u');
const WORD_BEHIND = new RegExp(`^['’.]?${LETTER}`, 'u');
const LETTER_BEHIND = new RegExp(`^${LETTER}`, 'u');

/** Whether an offset is between letters or digits, or beside the apostrophe or point between them. */
function isInWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  const behind = text.slice(at, at + 3);
  return (
    (WORD_BEFORE.test(before) && LETTER_BEHIND.test(behind)) ||
    (LETTER_BEFORE.test(before) && WORD_BEHIND.test(behind))
  );
}

/** The sentence without its full stop and the citations behind it, which say nothing themselves. */
function sentenceAt(document: SyntaxDocument, offset: number): TextRange | undefined {
  const { text, citations } = document;
  const sentence = sentenceAround(document, { start: offset, end: offset });
  let { start, end } = trimRange(text, sentence);
  for (;;) {
    const citation = citations.find(({ groupRange }) => groupRange?.end === end);
    if (citation?.groupRange && citation.groupRange.start > start) end = citation.groupRange.start;
    else if (text[end - 1] === '.' && text[end - 2] !== '.') end--;
    else break;
    ({ start, end } = trimRange(text, { start, end }));
  }
  return end > start ? { start, end } : undefined;
}

/** The lines of the block quotation around a block of text, from its first mark on. */
function blockQuotationAt(text: string, { range }: Leaf): TextRange | undefined {
  const isQuoted = (line: TextRange | undefined): line is TextRange =>
    line !== undefined && prefixOf(text, line.start).includes('>');
  let start = lineStart(text, range.start);
  if (!isQuoted({ start, end: range.start })) return undefined;
  for (let line = lineBefore(text, start); isQuoted(line); line = lineBefore(text, start)) {
    start = line.start;
  }
  let end = lineEnd(text, range.end);
  for (let line = lineAfter(text, end); isQuoted(line); line = lineAfter(text, end)) {
    end = line.end;
  }
  return trimRange(text, { start, end });
}

function quotationAt(document: SyntaxDocument, leaf: Leaf, offset: number): TextRange | undefined {
  const { text, offsets } = visibleText(document, leaf.range);
  let open: { readonly at: number; readonly closers: string } | undefined;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    const at = offsets[index] ?? leaf.range.start;
    if (open?.closers.includes(character)) {
      const quotation = { start: open.at, end: at + 1 };
      if (touches(quotation, offset)) return quotation;
      open = undefined;
    } else if (!open && QUOTES[character] !== undefined) {
      open = { at, closers: QUOTES[character] };
    }
  }
  return undefined;
}

function wordAt(text: string, { range }: Leaf, offset: number): TextRange | undefined {
  for (const match of text.slice(range.start, range.end).matchAll(WORD)) {
    const start = range.start + match.index;
    const word = { start, end: start + match[0].length };
    if (touches(word, offset)) return word;
  }
  return undefined;
}
