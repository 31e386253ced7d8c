import { SOURCE_TEXT, type SourceText } from '../texts';
import type { FileReader } from '../../project';
import { baseOf } from './lexicon';
import { QuotationIndex } from './quotationIndex';

/** The text of a source, ready to have quotations looked up in it. */
export class QuotedSource {
  readonly #index: QuotationIndex;
  readonly #others = new Map<string, QuotationIndex>();

  constructor(readonly content: SourceText) {
    this.#index = new QuotationIndex(content);
  }

  /** @param lang the language of the source, where it is declared and not to be guessed */
  indexIn(lang: string | undefined): QuotationIndex {
    if (lang === undefined || this.#index.lexicon.code === baseOf(lang)) return this.#index;
    let index = this.#others.get(lang);
    if (!index) this.#others.set(lang, (index = new QuotationIndex(this.content, lang)));
    return index;
  }
}

/** Reads the text of a source, and what is needed to find a quotation in it. */
export const QUOTED_SOURCE: FileReader<QuotedSource> = {
  read(bytes, uri) {
    return new QuotedSource(SOURCE_TEXT.read(bytes, uri));
  },
};
