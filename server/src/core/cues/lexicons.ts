import { compileLexicon, type CompiledLexicon } from './compiled';
import { lexiconSchema } from './lexicon';
import en from './lexicons/en.json';
import nl from './lexicons/nl.json';

/** The lexicons as written. A further language is a file beside these, and a line here. */
export const WRITTEN: Readonly<Record<string, unknown>> = { en, nl };

/** The languages for which there is a lexicon (BCP 47, without region). */
export const LANGUAGES: readonly string[] = Object.keys(WRITTEN);

const compiled = new Map<string, CompiledLexicon>();

/**
 * The lexicon of a language, if there is one; it is checked and made ready when it is first asked for.
 * @throws ZodError or PhraseError where the file is wrong, which a test rules out
 */
export function lexiconOf(language: string): CompiledLexicon | undefined {
  const known = compiled.get(language);
  if (known) return known;
  const written = WRITTEN[language];
  if (written === undefined) return undefined;
  const lexicon = compileLexicon(lexiconSchema.parse(written));
  compiled.set(language, lexicon);
  return lexicon;
}
