import { GERMAN } from './de';
import { ENGLISH } from './en';
import { SPANISH } from './es';
import { FRENCH } from './fr';
import { DUTCH } from './nl';
import type { QuotationLanguage } from './language';

/** The languages of which more is known than their letters. */
export const LANGUAGES: readonly QuotationLanguage[] = [ENGLISH, DUTCH, GERMAN, FRENCH, SPANISH];
