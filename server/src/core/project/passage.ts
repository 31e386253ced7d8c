import type { Leaf, SyntaxDocument } from '../syntax';
import type { TextRange } from '../text/range';
import { firstFrom } from '../text/search';
import { sentenceAround } from './sentences';

/** How much of a long sentence or passage is given, in UTF-16 units. */
const MAX_SENTENCE = 2_000;

/** How much of what follows a passage is given, in UTF-16 units. */
const MAX_FOLLOWING = 400;

/** The text of a range and around it, with its markup. */
export interface Passage {
  /** What its sentence has before it. */
  readonly before: string;
  /** The passage itself; of a long one, the end. */
  readonly inside: string;
  /** What its sentence has behind it. */
  readonly after: string;
  /** The text behind it, whether of its sentence or not. */
  readonly following: string;
  /** The last sentence of the block before it, where that ends with a colon; else empty. */
  readonly lead: string;
}

/** The passage of nothing. */
export const NO_PASSAGE: Passage = { before: '', inside: '', after: '', following: '', lead: '' };

/** Reads a range and what is around it. */
export function passageOf(document: SyntaxDocument, range: TextRange): Passage {
  const { start, end } = range;
  const sentence = sentenceAround(document, range);
  const lead = leadIn(document, range);
  return {
    before: document.slice(Math.max(sentence.start, start - MAX_SENTENCE), start),
    inside: document.slice(Math.max(start, end - MAX_SENTENCE), end),
    after: document.slice(end, Math.min(sentence.end, end + MAX_SENTENCE)),
    following: document.slice(end, end + MAX_FOLLOWING),
    lead: lead ? document.slice(lead.start, lead.end) : '',
  };
}

/** The last sentence of the block before a range, where it ends with a colon. */
function leadIn(document: SyntaxDocument, { start }: TextRange): TextRange | undefined {
  const before = leafBefore(document, start);
  if (!before || document.slice(before.end, start).trim() !== '') return undefined;
  const { end } = before;
  if (!document.slice(before.start, end).trimEnd().endsWith(':')) return undefined;
  return sentenceAround(document, { start: Math.max(before.start, end - 1), end });
}

/** The last block of text that begins before an offset, if it ends before it too and nothing else stands between. */
function leafBefore(document: SyntaxDocument, offset: number): TextRange | undefined {
  const block = document.blockAt(offset);
  // Whatever has no text of its own, such as code, stands between.
  const before = block.start > 0 ? [document.blockAt(block.start - 1)] : [];
  for (const { leaves } of [block, ...before]) {
    const range = leaves[firstFrom(leaves, offset, startOf) - 1]?.range;
    if (range) return range.end <= offset ? range : undefined;
  }
  return undefined;
}

const startOf = ({ range }: Leaf): number => range.start;
