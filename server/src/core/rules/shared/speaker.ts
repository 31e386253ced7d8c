import type { Passage } from '../../project';

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
export function namesSpeaker(whole: Passage, content: Passage): boolean {
  // Long texts are read as far as an attribution could be away.
  const inside = seen(content.inside.slice(-REACH));
  if (ATTRIBUTION.test(inside) || SOURCE_LINE.test(inside)) return true;
  if (FOLLOWING.test(seen(whole.following.slice(0, REACH)))) return true;
  return (
    ASCRIPTION.test(seen(whole.before.slice(-REACH))) ||
    ASCRIPTION.test(seen(whole.after.slice(0, REACH))) ||
    ASCRIPTION.test(seen(whole.lead))
  );
}

/** A text without attributes, which no reader sees. */
function seen(text: string): string {
  return text.replace(/\{[^{}]*\}/g, '');
}
