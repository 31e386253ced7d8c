import { judgeFeatures } from '../../server/src/core/cues/judge';
import type { CompiledLexicon } from '../../server/src/core/cues/compiled';
import { FEATURES, featuresOf, type Features } from '../../server/src/core/cues/features';
import { SUGGESTED, type SuggestedLabel } from '../../server/src/core/cues/lexicon';
import { lexiconOf } from '../../server/src/core/cues/lexicons';
import { find } from '../../server/src/core/cues/pattern';
import { readParagraphs } from '../../server/src/core/cues/suggestions';
import type { Weights } from '../../server/src/core/cues/weights';
import { LiveFacts, VOCABULARY } from '../../server/src/core/model';
import { parse } from '../../server/src/core/syntax';
import { manuscriptOf, type Entry, type GoldPassage } from './gold';
import { isRight, type Judged } from './measure';
import { regress } from './regression';

/** A sentence of the gold standard with its features; without them, where nothing is read in it (headings). */
interface Studied {
  readonly language: string;
  readonly field: string;
  readonly entry: Entry;
  /** With the phrases that are found elsewhere as well. */
  readonly learned: Features | undefined;
  /** With all phrases. */
  readonly full: Features | undefined;
}

/** How strongly the weights are held back; chosen by cross-validation. */
const STRENGTH = 2;

/**
 * What is expected of sections, of which the passages have few: where the authors tell how they went about it, or what is known, the past
 * tense tells no finding.
 */
const EXPECTED: Partial<Record<SuggestedLabel, Readonly<Record<string, number>>>> = {
  finding: {
    'section:findings': 0.7,
    'section:introduction': -0.5,
    'section:theory': -1,
    'section:method': -1.5,
    'section:limitations': -1,
  },
  interpretation: { 'section:method': -1, 'section:discussion': 0.3 },
  contribution: { 'section:method': -1, 'section:discussion': 0.3 },
  construct: { 'section:theory': 0.5 },
  mechanism: { chain: 2 },
  proposition: { 'section:theory': 0.3, 'section:method': -1 },
};

/**
 * Reads passages for learning. A phrase that occurs in one passage only may have been written for it, and would be
 * trusted more than it deserves: to learn from a passage, only phrases count that occur in another one as well.
 */
export function study(passages: readonly GoldPassage[]): Studied[] {
  const occurs = occurrences(passages);
  return passages.flatMap((passage, index) => {
    const lexicon = lexiconOf(passage.language);
    if (!lexicon) throw new Error(`There is no lexicon for ${passage.language}`);
    const muted = new Set<number>();
    for (const [phrase, where] of occurs.get(passage.language) ?? []) {
      if (where.size === 1 && where.has(index)) muted.add(phrase);
    }
    const learned = featuresIn(passage, { ...lexicon, muted });
    const full = featuresIn(passage, lexicon);
    return passage.passage.map((entry, at) => ({
      language: passage.language,
      field: `${passage.language} ${passage.field}`,
      entry,
      learned: learned[at],
      full: full[at],
    }));
  });
}

/** In which passages each phrase of each language occurs. */
function occurrences(passages: readonly GoldPassage[]): Map<string, Map<number, Set<number>>> {
  const occurs = new Map<string, Map<number, Set<number>>>();
  passages.forEach((passage, index) => {
    const lexicon = lexiconOf(passage.language);
    if (!lexicon) return;
    const own = occurs.get(passage.language) ?? new Map<number, Set<number>>();
    occurs.set(passage.language, own);
    for (const { sentences } of paragraphsIn(passage, lexicon)) {
      for (const { phrase } of sentences.flatMap(({ words }) => find(lexicon.automaton, words))) {
        if (lexicon.phrases[phrase]?.type !== 'cue') continue;
        const where = own.get(phrase) ?? new Set();
        own.set(phrase, where.add(index));
      }
    }
  });
  return occurs;
}

function paragraphsIn(passage: GoldPassage, lexicon: CompiledLexicon) {
  const { text } = manuscriptOf(passage);
  const facts = new LiveFacts('file:///paper.md', parse(text), VOCABULARY);
  return readParagraphs(facts.document, lexicon);
}

/** The features of each sentence of a passage. */
function featuresIn(passage: GoldPassage, lexicon: CompiledLexicon): (Features | undefined)[] {
  const { ranges } = manuscriptOf(passage);
  const found: (Features | undefined)[] = passage.passage.map(() => undefined);
  for (const { start, sentences, surroundings } of paragraphsIn(passage, lexicon)) {
    const features = featuresOf(sentences, surroundings);
    sentences.forEach(({ range }, index) => {
      const middle = start + (range.start + range.end) / 2;
      found[ranges.findIndex((one) => one.start <= middle && middle < one.end)] ??= features[index];
    });
  }
  return found;
}

/** Learns weights. */
export function learn(studied: readonly Studied[]): Weights {
  const known = studied.flatMap(({ learned, entry }) => (learned ? [{ learned, entry }] : []));
  const examples = known.map(({ learned }) => learned);
  const weights = SUGGESTED.map((label) => {
    const expected = Float64Array.from(FEATURES, (name) => expectedOf(label, name));
    const truths = known.map(({ entry }) => isRight(entry, label));
    const restraint = { strength: STRENGTH, expected };
    return [label, regress(examples, truths, FEATURES.length, restraint)] as const;
  });
  return Object.fromEntries(weights) as Weights;
}

/** What a weight is expected to be before anything is learned: the phrases of a label speak for it. */
function expectedOf(label: SuggestedLabel, feature: string): number {
  if (feature === `cue:${label}`) return 1.5;
  if (feature === `best:${label}`) return 1;
  return EXPECTED[label]?.[feature] ?? 0;
}

/** What is suggested for a sentence, and how likely it is right. */
export interface Guess extends Omit<Judged, 'suggestions'> {
  readonly label: SuggestedLabel;
  readonly chance: number;
}

/** Judges sentences by weights. */
export function guess(
  studied: readonly Studied[],
  weights: Weights,
  phrases: 'learned' | 'full',
): Guess[] {
  return studied.map((one) => {
    const { language, entry } = one;
    const features = one[phrases];
    if (features) return { language, entry, ...judgeFeatures(features, weights) };
    const isQuotation = entry.text.startsWith('>') && !entry.text.includes('@');
    return { language, entry, label: 'evidence', chance: isQuotation ? 1 : 0 };
  });
}

/** Judges the sentences of each field by what is learned from the other fields. */
export function crossValidate(studied: readonly Studied[], phrases: 'learned' | 'full'): Guess[] {
  const fields = [...new Set(studied.map(({ field }) => field))];
  return fields.flatMap((field) => {
    const weights = learn(studied.filter((one) => one.field !== field));
    const rest = studied.filter((one) => one.field === field);
    return guess(rest, weights, phrases);
  });
}

/** What is suggested from a chance on. */
export function judgedFrom(guesses: readonly Guess[], chance: number): Judged[] {
  return guesses.map((one) => ({
    language: one.language,
    entry: one.entry,
    suggestions: one.chance >= chance ? [{ label: one.label, phrase: '' }] : [],
  }));
}
