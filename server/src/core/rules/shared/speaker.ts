import { sentenceAround } from '../../project';
import type { SyntaxDocument } from '../../syntax';
import type { TextRange } from '../../text/range';

/** Verbs and phrases that ascribe words to somebody, unless it is the authors themselves. */
const ASCRIPTION =
  /(?<!\b(?:we|I)\s+)\b(?:sa(?:id|ys?)|told|tells?|explain(?:s|ed)|recall(?:s|ed)|remember(?:s|ed)|remark(?:s|ed)|admit(?:s|ted)|complain(?:s|ed)|comment(?:s|ed)|insist(?:s|ed)|confess(?:es|ed)|conced(?:es|ed)|adds|added|answer(?:s|ed)|repl(?:ies|ied)|writes|wrote|puts? it|according to|in the words of|as mentioned by)\b/iu;

/** An attribution behind the words: a dash or a pair of parentheses with the name or role in it. */
const ATTRIBUTION = /(?:(?:—|–|―|---?)\s*[^—–―]{2,80}|\([^()]{3,80}\))[.\s]*$/u;

/** The same, where it follows the tag. */
const FOLLOWING = /^\s*[.,;]?\s*(?:(?:—|–|―|---?)\s*\S|\([^()]{3,80}\))/u;

/** A line that names the source of a table or figure. */
const SOURCE_LINE = /\bsources?\s*:/iu;

/** As much text around a tag as an attribution may take, in UTF-16 units. */
const REACH = 400;

/**
 * Whether the text says whose words a passage gives: by an attribution at its end or directly behind it, by a line
 * “Source: …”, or by a verb of saying in its sentence or in a lead-in that ends with a colon.
 * @param whole the passage with its markup
 * @param content the words alone
 */
export function namesSpeaker(
  document: SyntaxDocument,
  whole: TextRange,
  content: TextRange,
): boolean {
  // Long texts are read as far as an attribution could be away; without attributes, which no reader sees.
  const seen = (start: number, end: number) =>
    document.text.slice(start, Math.max(start, end)).replace(/\{[^{}]*\}/g, '');
  const inside = seen(Math.max(content.start, content.end - REACH), content.end);
  if (ATTRIBUTION.test(inside) || SOURCE_LINE.test(inside)) return true;
  if (FOLLOWING.test(seen(whole.end, whole.end + REACH))) return true;
  const sentence = sentenceAround(document, whole);
  const lead = leadIn(document, whole);
  return (
    ASCRIPTION.test(seen(Math.max(sentence.start, whole.start - REACH), whole.start)) ||
    ASCRIPTION.test(seen(whole.end, Math.min(sentence.end, whole.end + REACH))) ||
    (lead !== undefined && ASCRIPTION.test(seen(lead.start, lead.end)))
  );
}

/** The last sentence of the block before a passage, where it ends with a colon. */
function leadIn(document: SyntaxDocument, { start }: TextRange): TextRange | undefined {
  const before = leafBefore(document, start);
  if (!before || document.text.slice(before.end, start).trim() !== '') return undefined;
  const { end } = before;
  if (!document.text.slice(before.start, end).trimEnd().endsWith(':')) return undefined;
  return sentenceAround(document, { start: Math.max(before.start, end - 1), end });
}

/** The last block of text that begins before an offset. */
function leafBefore({ leaves }: SyntaxDocument, offset: number): TextRange | undefined {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const range = leaves[low - 1]?.range;
  return range && range.end <= offset ? range : undefined;
}
