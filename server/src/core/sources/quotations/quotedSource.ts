import { inSlices } from '../../steps';
import { readSourceText, type SourceText } from '../texts';
import type { ContentReader } from '../contents';
import { findWords, type IndexedWords } from './indexedWords';
import { baseOf } from './lexicon';
import { QuotationIndex } from './quotationIndex';

/** The text of a source, ready to have quotations looked up in it. */
export class QuotedSource {
  readonly #index: QuotationIndex;
  readonly #others = new Map<string, QuotationIndex>();

  constructor(
    readonly content: SourceText,
    words?: IndexedWords,
  ) {
    this.#index = new QuotationIndex(content, undefined, words);
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
export const QUOTED_SOURCE: ContentReader<QuotedSource> = {
  async read(bytes, uri, pace, readPdf) {
    const content = await readSourceText(bytes, uri, pace, readPdf);
    if (pace.isDue()) await pace.pause();
    return new QuotedSource(content, await inSlices(findWords(content), pace));
  },
  of(text) {
    let quoted = INDEXED.get(text);
    if (!quoted) INDEXED.set(text, (quoted = new QuotedSource(text)));
    return quoted;
  },
};

/** Of a QDA project, only the texts in which something is looked up are indexed. */
const INDEXED = new WeakMap<SourceText, QuotedSource>();
