import { GERMAN } from './de';
import { ENGLISH } from './en';
import { SPANISH } from './es';
import { FRENCH } from './fr';
import { DUTCH } from './nl';
import type { QuotationLanguage } from './language';

/** The languages of which more is known than their letters. */
export const LANGUAGES: readonly QuotationLanguage[] = [ENGLISH, DUTCH, GERMAN, FRENCH, SPANISH];

/** The number words of all languages, in lower case. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ numbers }) => numbers.split(/=\S+\s?|\//)),
);
