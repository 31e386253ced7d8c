import type { CompiledLexicon } from '../../server/src/core/cues/compiled';
import { NEIGHBOURS } from '../../server/src/core/cues/context';
import { featuresOf, type Features } from '../../server/src/core/cues/features';
import { lexiconOf } from '../../server/src/core/cues/lexicons';
import { find } from '../../server/src/core/cues/pattern';
import { readParagraphs } from '../../server/src/core/cues/suggestions';
import { termsIn, type Vocabulary } from '../../server/src/core/cues/words';
import { LiveFacts, VOCABULARY } from '../../server/src/core/model';
import { parse } from '../../server/src/core/syntax';
import { manuscriptOf, type Entry, type GoldPassage } from './gold';

/** A sentence of the gold standard with its features; without them, where nothing is read in it (headings). */
export interface Studied {
  /** Its place among all that were studied. */
  readonly at: number;
  readonly language: string;
  readonly hand: number;
  readonly entry: Entry;
  /** With the phrases that are found elsewhere as well. */
  readonly learned: Features | undefined;
  /** With all phrases. */
  readonly full: Features | undefined;
  /** The places of the sentences around it in its paragraph, in the order of `NEIGHBOURS`. */
  readonly neighbours: readonly (number | undefined)[];
}

/** What was studied. */
export interface Study {
  readonly sentences: readonly Studied[];
  /** The words from which may be learned, by language; those of the second language are counted on from the first, and so on. */
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  /** How many words there are in all. */
  readonly terms: number;
}

/** A word that fewer hands use says more of them, and of their fields, than of its label. */
const HANDS = 4;

/**
 * Reads passages for learning. A phrase that occurs in one passage only may have been written for it, and would be
 * trusted more than it deserves: to learn from a passage, only phrases count that occur in another one as well.
 */
export function study(passages: readonly GoldPassage[]): Study {
  const { phrases, words } = occurrences(passages);
  const vocabularies = new Map<string, Vocabulary>();
  let terms = 0;
  for (const [language, own] of words) {
    const often = [...own].filter(([, where]) => handsOf(where, passages) >= HANDS);
    const shared = often.map(([term]) => term);
    const numbers = shared.sort().map((term, number) => [term, terms + number] as const);
    vocabularies.set(language, new Map(numbers));
    terms += numbers.length;
  }
  const sentences: Studied[] = [];
  passages.forEach((passage, index) => {
    const { language, hand } = passage;
    const lexicon = lexiconFor(language);
    const muted = new Set<number>();
    for (const [phrase, where] of phrases.get(language) ?? []) {
      if (where.size === 1 && where.has(index)) muted.add(phrase);
    }
    const vocabulary = vocabularies.get(language) ?? new Map<string, number>();
    const learned = placesIn(passage, { ...lexicon, muted }, vocabulary);
    const full = placesIn(passage, lexicon, vocabulary);
    const base = sentences.length;
    passage.passage.forEach((entry, at) => {
      const neighbours = (full[at]?.neighbours ?? []).map((one) =>
        one === undefined ? undefined : base + one,
      );
      sentences.push({
        at: base + at,
        language,
        hand,
        entry,
        learned: learned[at]?.features,
        full: full[at]?.features,
        neighbours,
      });
    });
  });
  return { sentences, vocabularies, terms };
}

/** How many hands wrote some passages. */
function handsOf(where: ReadonlySet<number>, passages: readonly GoldPassage[]): number {
  return new Set([...where].map((index) => passages[index]?.hand)).size;
}

function lexiconFor(language: string): CompiledLexicon {
  const lexicon = lexiconOf(language);
  if (!lexicon) throw new Error(`There is no lexicon for ${language}`);
  return lexicon;
}

/** By language, in which passages something occurs. */
type Occurrences<What> = Map<string, Map<What, Set<number>>>;

/** In which passages each phrase and each word of each language occurs. */
function occurrences(passages: readonly GoldPassage[]): {
  readonly phrases: Occurrences<number>;
  readonly words: Occurrences<string>;
} {
  const phrases: Occurrences<number> = new Map();
  const terms: Occurrences<string> = new Map();
  passages.forEach((passage, index) => {
    const { language } = passage;
    const lexicon = lexiconFor(language);
    const note = <What>(occurs: Occurrences<What>, what: What): void => {
      const own = occurs.get(language) ?? new Map<What, Set<number>>();
      occurs.set(language, own);
      own.set(what, (own.get(what) ?? new Set()).add(index));
    };
    for (const { words } of paragraphsIn(passage, lexicon).flatMap(({ sentences }) => sentences)) {
      for (const { phrase } of find(lexicon.automaton, words)) {
        if (lexicon.phrases[phrase]?.type === 'cue') note(phrases, phrase);
      }
      for (const { term } of termsIn(words)) note(terms, term);
    }
  });
  return { phrases, words: terms };
}

function paragraphsIn(passage: GoldPassage, lexicon: CompiledLexicon) {
  const { text } = manuscriptOf(passage);
  const facts = new LiveFacts('file:///paper.md', parse(text), VOCABULARY);
  return readParagraphs(facts.document, lexicon);
}

/** What is known of an entry of a passage. */
interface Place {
  readonly features: Features;
  /** Entries of the same passage. */
  readonly neighbours: readonly (number | undefined)[];
}

/** The features of each sentence of a passage, and what stands around it. */
function placesIn(
  passage: GoldPassage,
  lexicon: CompiledLexicon,
  vocabulary: Vocabulary,
): (Place | undefined)[] {
  const { ranges } = manuscriptOf(passage);
  const found: (Place | undefined)[] = passage.passage.map(() => undefined);
  for (const { start, sentences, surroundings } of paragraphsIn(passage, lexicon)) {
    const entries = sentences.map(({ range }) => {
      const middle = start + (range.start + range.end) / 2;
      return ranges.findIndex((one) => one.start <= middle && middle < one.end);
    });
    featuresOf(sentences, surroundings, vocabulary).forEach((features, index) => {
      const neighbours = NEIGHBOURS.map((distance) => entries[index + distance]);
      found[entries[index] ?? -1] ??= { features, neighbours };
    });
  }
  return found;
}
