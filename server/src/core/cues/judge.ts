import type { TextRange } from '../text/range';
import { FEATURES, featuresOf, type Features, type Surroundings } from './features';
import { SUGGESTED, type SuggestedLabel } from './lexicon';
import type { SentenceReading } from './reading';
import { SIGNAL_NAMES, type Signal } from './signals';
import { PLACE_OF } from './tally';
import { WEIGHTS, type Weights } from './weights';

/** What a sentence is taken for. */
export interface Judgement {
  readonly label: SuggestedLabel;
  /** How likely it is that an author would tag it so, from 0 to 1. */
  readonly chance: number;
  readonly clue: Clue;
}

/** What led to a judgement: a phrase, signals, or how the sentence is made. */
export interface Clue {
  readonly type: 'phrase' | 'quotation' | 'chain' | 'signal' | 'telling';
  /** Relative to the start of the block. */
  readonly range: TextRange;
}

/** Judges the sentences of a block of text, each with regard to the others: for each, the likeliest label. */
export function judgeBlock(
  sentences: readonly SentenceReading[],
  surroundings: Surroundings,
  weights: Weights = WEIGHTS,
): Judgement[] {
  const features = featuresOf(sentences, surroundings);
  return sentences.flatMap((sentence, index) => {
    const own = features[index];
    return own ? judgeOne(sentence, own, weights) : [];
  });
}

function judgeOne(sentence: SentenceReading, features: Features, weights: Weights): Judgement {
  const { label, chance } = judgeFeatures(features, weights);
  return { label, chance, clue: clueTo(label, sentence, features, weights) };
}

/** The likeliest label for the features of a sentence. */
export function judgeFeatures(
  features: Features,
  weights: Weights,
): Pick<Judgement, 'label' | 'chance'> {
  let label: SuggestedLabel = 'finding';
  let most = -Infinity;
  for (const one of SUGGESTED) {
    const sum = speaksFor(features, weights[one]);
    if (sum > most) [label, most] = [one, sum];
  }
  return { label, chance: 1 / (1 + Math.exp(-most)) };
}

/** What all features together say for a label: the logarithm of the odds. */
function speaksFor({ numbers, values }: Features, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) {
    sum += (weights[numbers[at] ?? 0] ?? 0) * (values[at] ?? 0);
  }
  return sum;
}

/** Signals whose words make plain to an author why something is suggested; “the manager” would not. */
const PLAIN: ReadonlySet<Signal> = new Set([
  'all',
  'nobody',
  'most',
  'comparison',
  'change',
  'cause',
  'correction',
  'relation',
  'hedge',
  'conclusion',
  'result',
  'share',
  'condition',
  'occasion',
  'contrast',
  'definition',
  'predicate',
  'expectation',
  'importance',
] satisfies Signal[]);

const FIRST_SIGNAL = FEATURES.indexOf(`signal:${SIGNAL_NAMES[0] ?? ''}`);

/** The plainest sign of a label: a quotation, a phrase, a chain, else the signal that most speaks for it. */
function clueTo(
  label: SuggestedLabel,
  sentence: SentenceReading,
  { tally }: Features,
  weights: Weights,
): Clue {
  const { placeOf, quotations, chain, past, signals, range } = sentence;
  const longest = Math.max(0, ...quotations.map(({ words }) => words));
  const quotation = quotations.find(({ words }) => words === longest);
  if (label === 'evidence' && quotation) {
    return { type: 'quotation', range: { start: quotation.start, end: quotation.end } };
  }
  const cue = tally.cues[PLACE_OF[label]];
  if (cue) return { type: 'phrase', range: placeOf(cue) };
  if (label === 'mechanism' && chain) return { type: 'chain', range: placeOf(chain) };
  const weightOf = (signal: number): number => weights[label][FIRST_SIGNAL + signal] ?? 0;
  const [strongest] = signals
    .filter(({ signal }) => PLAIN.has(SIGNAL_NAMES[signal] ?? 'we') && weightOf(signal) > 0)
    .sort((a, b) => weightOf(b.signal) - weightOf(a.signal));
  if (strongest) return { type: 'signal', range: placeOf(strongest) };
  return { type: 'telling', range: past ? placeOf(past) : range };
}
