/** What has to be known of a language to tell a slip from an alteration, as lists of lower-case words. */
export interface QuotationLanguage {
  /** BCP 47, without a region. */
  readonly code: string;
  /** Frequent words by which the language of a text is recognised. */
  readonly common: string;
  /** What is sound or habit wherever it stands. */
  readonly fillers: string;
  /** Phrases that are so where a comma or a stop stands beside them; separated by `;`. */
  readonly asides: string;
  /** Words that turn a statement around. */
  readonly negations: string;
  /** A word with a negation in it, and the word that says it after another negation: `nothing/anything`. */
  readonly echoes: string;
  /** A word that says nothing of its own beside one of those that follow it, and denies without: `ne=pas/jamais`. */
  readonly particle?: string;
  /** Letters that stand for one letter with a mark, as they are written where it cannot be typed: `ae=ä`. */
  readonly spelledOut?: string;
  /** Modal verbs: forms of one strength are separated by `/`; with `+`, a verb that is one before another word. */
  readonly modals: string;
  /** Number words with their values: `three/third=3`. */
  readonly numbers: string;
  /** Words that make a fraction of the number before them, with what they divide it by: `third/thirds=3`. */
  readonly parts: string;
  /** Words that say how many or how often: those of one extent are separated by `/`; with `+`, behind another word. */
  readonly quantities: string;
  /** The months, as they stand beside a day. */
  readonly months: string;
  /** What a number word is put together with: `twenty-one`, *einundzwanzig*. */
  readonly joiner: string;
}
