import type { SyntaxDocument } from '../syntax';
import type { CompiledLexicon } from './compiled';

/** How many words of a manuscript are looked at to guess its language. */
const ENOUGH = 400;

/** How much of the text they are looked for in, in UTF-16 units. */
const MOST = 20_000;

/** How large a part of the words has to be common in a language. */
const SHARE = 0.15;

/** The language that the front matter of a manuscript declares (`lang:`, Pandoc manual, `variables`), without its region. */
export function declaredLanguage(document: SyntaxDocument): string | undefined {
  const { frontMatter } = document;
  if (!frontMatter) return undefined;
  const { start, end } = frontMatter.contentRange;
  const lang = /^lang[ \t]*:[ \t]*["']?([A-Za-z]{2,3})(?![A-Za-z])/m.exec(
    document.slice(start, end),
  );
  return lang?.[1]?.toLowerCase();
}

/**
 * Guesses the language of a manuscript by its most common words. Nothing where none of the languages is likely.
 * @param lexicons the languages that come into question
 */
export function guessLanguage(
  document: SyntaxDocument,
  lexicons: readonly CompiledLexicon[],
): CompiledLexicon | undefined {
  const start = document.frontMatter?.range.end ?? 0;
  const text = document.slice(start, Math.min(document.length, start + MOST)).toLowerCase();
  const words = (text.match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, ENOUGH);
  const counted = lexicons.map((lexicon) => ({
    lexicon,
    count: words.filter((word) => lexicon.commonWords.has(word)).length,
  }));
  const best = counted.sort((a, b) => b.count - a.count)[0];
  return best && best.count > words.length * SHARE ? best.lexicon : undefined;
}
