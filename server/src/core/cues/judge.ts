import type { TextRange } from '../text/range';
import { LABELS, type Label, type Section } from './lexicon';
import type { SentenceReading } from './reading';
import { QUOTATION_WORDS } from './tokens';

/** What a sentence is taken for. */
export interface Judgement {
  readonly label: Label;
  /** From {@link FIRST_TIER} on it is worth a hint, from {@link SECOND_TIER} on it is said when asked for. */
  readonly score: number;
  readonly cue: Clue;
}

/** What led to a judgement: a phrase, or how the sentence is made or where it stands. */
export interface Clue {
  readonly type: 'phrase' | 'quotation' | 'chain' | 'telling';
  /** Relative to the start of the block. */
  readonly range: TextRange;
}

/** The score from which on something is worth a hint. */
export const FIRST_TIER = 4;

/** The score from which on something is said when asked for. */
export const SECOND_TIER = 2;

/** What is around a block of text that says something about its sentences. */
export interface Surroundings {
  readonly section: Section | undefined;
  /** Whether the words of an informant stand beside it, as a block quotation. */
  readonly besideQuotation: boolean;
}

/** What signs other than phrases weigh. */
const WEIGHT = {
  question: 7,
  citation: 4,
  chain: 6,
  quotation: 5,
  phraseQuoted: 3,
  past: 4,
} as const;

/** Judges the sentences of a block of text, each with regard to the others. */
export function judgeBlock(
  sentences: readonly SentenceReading[],
  surroundings: Surroundings,
): (Judgement | undefined)[] {
  const tallies = sentences.map((sentence) => tally(sentence, surroundings));
  const moods = moodsOf(tallies, surroundings);
  return tallies.map((one, index) => {
    const sentence = sentences[index];
    if (!sentence) return undefined;
    weighTelling(one, sentence, moods[index] ?? 0, sentence.section ?? surroundings.section);
    return best(one);
  });
}

interface Tally {
  readonly scores: Map<Label, number>;
  readonly clues: Map<Label, { readonly clue: Clue; readonly weight: number }>;
}

function tally(sentence: SentenceReading, { section: around }: Surroundings): Tally {
  const section = sentence.section ?? around;
  const tally: Tally = { scores: new Map(), clues: new Map() };
  for (const { label, weight, sections, range } of sentence.cues) {
    if (sections && !(section && sections.includes(section))) continue;
    add(tally, label, weight, { type: 'phrase', range });
  }
  const { range } = sentence;
  if (sentence.isQuestion) add(tally, 'question', WEIGHT.question);
  if (sentence.cites) add(tally, 'background', WEIGHT.citation);
  if (sentence.chain) {
    add(tally, 'mechanism', WEIGHT.chain, { type: 'chain', range: sentence.chain });
  }
  const longest = sentence.quotations.reduce((most, { words }) => Math.max(most, words), 0);
  const quoted = sentence.quotations.reduce((sum, { words }) => sum + words, 0);
  if (longest >= QUOTATION_WORDS) {
    const isItsOwn = quoted * 2 >= sentence.ownWords || longest >= 8;
    const first = sentence.quotations.find(({ words }) => words === longest) ?? { range };
    const place = 'words' in first ? { start: first.start, end: first.end } : range;
    const weight = isItsOwn ? WEIGHT.quotation : WEIGHT.phraseQuoted;
    add(tally, 'evidence', weight, { type: 'quotation', range: place });
  }
  return tally;
}

/** What speaks most for a label counts in full, and the rest by half: phrases that say the same are often found together. */
function add({ scores, clues }: Tally, label: Label, weight: number, clue?: Clue): void {
  const score = scores.get(label) ?? 0;
  scores.set(label, Math.max(score, weight) + Math.min(score, weight) / 2);
  if (clue && weight > (clues.get(label)?.weight ?? 0)) clues.set(label, { clue, weight });
}

/** How far each sentence stands among others that are plainly about the case; the nearer they are, the more they count. */
function moodsOf(tallies: readonly Tally[], { besideQuotation }: Surroundings): number[] {
  const own = tallies.map((one) => {
    const judged = best(one);
    return judged && judged.score >= 3 ? MOOD[judged.label] : 0;
  });
  const moods = own.map((): number => (besideQuotation ? 1 : 0));
  let carried = 0;
  own.forEach((mood, index) => {
    moods[index] = (moods[index] ?? 0) + carried;
    carried = (carried + mood) * FADING;
  });
  carried = 0;
  for (let index = own.length - 1; index >= 0; index--) {
    moods[index] = (moods[index] ?? 0) + carried;
    carried = (carried + (own[index] ?? 0)) * FADING;
  }
  return moods.map((mood) => Math.max(-2, Math.min(1.5, mood)));
}

/** How much less a sentence counts with each sentence that it is farther away. */
const FADING = 0.7;

/** What a sentence with a label says about its neighbours: whether they are about the case as well. */
const MOOD: Readonly<Record<Label, number>> = {
  finding: 1,
  evidence: 1,
  interpretation: 0.5,
  mechanism: 0.5,
  proposition: 0,
  assumption: 0,
  contribution: 0,
  construct: 0,
  limitation: 0,
  background: -0.5,
  question: 0,
  method: -1,
  none: 0,
};

function weighTelling(
  tally: Tally,
  sentence: SentenceReading,
  mood: number,
  section: Section | undefined,
): void {
  if (!sentence.past || isPlain(tally)) return;
  const weight = WEIGHT.past + mood + (section ? IN_SECTION[section] : 0);
  add(tally, 'finding', weight, { type: 'telling', range: sentence.past });
}

/** Whether a phrase says plainly what a sentence is, so that it makes no difference how it is told. */
function isPlain({ scores }: Tally): boolean {
  for (const [label, score] of scores) if (label !== 'finding' && score >= FIRST_TIER) return true;
  return false;
}

/** How a section bears on whether what is told in it is a finding. */
const IN_SECTION: Readonly<Record<Section, number>> = {
  abstract: 0,
  introduction: -1,
  theory: -2,
  method: -3,
  findings: 1.5,
  discussion: 0,
  limitations: -2,
  outside: -5,
};

/** The label that most speaks for; of two that weigh the same, the later one of {@link LABELS}, which claims less. */
function best({ scores, clues }: Tally): Judgement | undefined {
  let found: Label | undefined;
  let score = 0;
  for (const label of LABELS) {
    const own = scores.get(label) ?? 0;
    if (own > 0 && own >= score) [found, score] = [label, own];
  }
  if (found === undefined) return undefined;
  const clue = clues.get(found)?.clue ?? { type: 'phrase', range: { start: 0, end: 0 } };
  return { label: found, score, cue: clue };
}
