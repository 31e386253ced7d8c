import { LABELS, type Label, type Section } from './lexicon';
import type { FoundCue, SentenceReading } from './reading';
import { QUOTATION_WORDS } from './tokens';

/** What the phrases of a sentence, and the way it is made, say for each label. */
export interface Tally {
  /** By the place of the label in {@link LABELS}. */
  readonly scores: Float64Array;
  /** For each label, the phrase that most speaks for it. */
  readonly cues: readonly (FoundCue | undefined)[];
  /** The label that most speaks for; of two that weigh the same, the later one, which claims less. */
  readonly best: Label | undefined;
  readonly bestScore: number;
}

/** What signs other than phrases weigh. */
const WEIGHT = { question: 7, citation: 4, chain: 6, quotation: 5, phraseQuoted: 3 } as const;

/** For each label its place in {@link LABELS}. */
export const PLACE_OF = Object.fromEntries(
  LABELS.map((label, place) => [label, place]),
) as Readonly<Record<Label, number>>;

/** Adds up what speaks for each label by itself. */
export function tally(sentence: SentenceReading, around: Section | undefined): Tally {
  const section = sentence.section ?? around;
  const scores = new Float64Array(LABELS.length);
  const cues: (FoundCue | undefined)[] = [];
  for (const found of sentence.cues) {
    const { label, weight, in: sections } = found.cue;
    if (sections && !(section && sections.includes(section))) continue;
    const place = PLACE_OF[label];
    if (weight > (cues[place]?.cue.weight ?? 0)) cues[place] = found;
    add(scores, label, weight);
  }
  if (sentence.isQuestion) add(scores, 'question', WEIGHT.question);
  if (sentence.cites) add(scores, 'background', WEIGHT.citation);
  if (sentence.chain) add(scores, 'mechanism', WEIGHT.chain);
  const { longest, isItsOwn } = quotedIn(sentence);
  if (longest >= QUOTATION_WORDS) {
    add(scores, 'evidence', isItsOwn ? WEIGHT.quotation : WEIGHT.phraseQuoted);
  }
  let best: Label | undefined;
  let bestScore = 0;
  LABELS.forEach((label, place) => {
    const score = scores[place] ?? 0;
    if (score > 0 && score >= bestScore) [best, bestScore] = [label, score];
  });
  return { scores, cues, best, bestScore };
}

/** What most speaks for a label counts in full, and the rest by half: phrases that say the same are often found together. */
function add(scores: Float64Array, label: Label, weight: number): void {
  const place = PLACE_OF[label];
  const score = scores[place] ?? 0;
  scores[place] = Math.max(score, weight) + Math.min(score, weight) / 2;
}

/** The words of the longest quotation in a sentence, and whether the sentence is there for what it quotes. */
export function quotedIn({ quotations, ownWords }: SentenceReading): {
  readonly longest: number;
  readonly isItsOwn: boolean;
} {
  let longest = 0;
  let quoted = 0;
  for (const { words } of quotations) {
    longest = Math.max(longest, words);
    quoted += words;
  }
  const isItsOwn = longest >= QUOTATION_WORDS && (quoted * 2 >= ownWords || longest >= 8);
  return { longest, isItsOwn };
}
