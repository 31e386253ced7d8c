import type { TextRange } from '../text/range';
import { chancesOf, contextOf, NEIGHBOURS } from './context';
import { FEATURES, featuresOf, type Features, type Surroundings } from './features';
import { CLAIMS, OUTCOMES, ROLES, type Outcome, type SuggestedLabel } from './lexicon';
import { lexiconOf } from './lexicons';
import type { SentenceReading } from './reading';
import { SIGNAL_NAMES, type Signal } from './signals';
import { PLACE_OF } from './tally';
import { weightsFor, type WeightsBy } from './weights';
import { termsIn, wordsOf } from './words';

/** What a sentence is taken for. */
export interface Judgement {
  readonly label: SuggestedLabel;
  /** How likely it is that an author would tag it as this kind, whatever the type of a claim; from 0 to 1. */
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
  language: string,
): Judgement[] {
  const { vocabulary } = wordsOf(language);
  const weights = weightsFor(language);
  const features = featuresOf(sentences, surroundings, vocabulary);
  const alone = features.map((one) => sumsOf(one, ROLES, weights.alone));
  const chances = alone.map(chancesOf);
  return sentences.flatMap((sentence, index) => {
    const own = features[index];
    const sums = alone[index];
    if (!own || !sums) return [];
    const neighbours = NEIGHBOURS.map((distance) => chances[index + distance]);
    const context = contextOf(sums, neighbours);
    const { label, chance } = likeliest(sumsOf(context, OUTCOMES, weights.context));
    return { label, chance, clue: clueTo(label, sentence, own, language) };
  });
}

/** The kinds as what they are reckoned as. */
const KINDS = ['claim', 'construct', 'mechanism', 'evidence'] as const satisfies readonly Outcome[];

/** The likeliest kind, and of a claim the likeliest type, by what speaks for each. */
export function likeliest(sums: readonly number[]): Pick<Judgement, 'label' | 'chance'> {
  const kind = mostOf(KINDS, sums);
  const label = kind === 'claim' ? mostOf(CLAIMS, sums) : kind;
  return { label, chance: 1 / (1 + Math.exp(-(sums[PLACE[kind]] ?? 0))) };
}

const PLACE = Object.fromEntries(OUTCOMES.map((one, place) => [one, place])) as Readonly<
  Record<Outcome, number>
>;

function mostOf<One extends Outcome>(
  choice: readonly [One, ...One[]],
  sums: readonly number[],
): One {
  let [best] = choice;
  for (const one of choice) if ((sums[PLACE[one]] ?? 0) > (sums[PLACE[best]] ?? 0)) best = one;
  return best;
}

/** What all features together say for each of some names: the logarithm of the odds. */
export function sumsOf<Name extends string>(
  { numbers, values }: Pick<Features, 'numbers' | 'values'>,
  names: readonly Name[],
  weights: WeightsBy<Name>,
): number[] {
  return names.map((name) => {
    const list = weights[name];
    let sum = 0;
    for (let at = 0; at < numbers.length; at++) {
      sum += (list[numbers[at] ?? 0] ?? 0) * (values[at] ?? 0);
    }
    return sum;
  });
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

/** Weaker signs tell an author nothing. */
const TELLING = 0.25;

/** The plainest sign of a label: a quotation, a phrase, a chain, else a signal, else a pair of words. */
function clueTo(
  label: SuggestedLabel,
  sentence: SentenceReading,
  { tally }: Features,
  language: string,
): Clue {
  const { placeOf, quotations, chain, past, range } = sentence;
  const longest = Math.max(0, ...quotations.map(({ words }) => words));
  const quotation = quotations.find(({ words }) => words === longest);
  if (label === 'evidence' && quotation) {
    return { type: 'quotation', range: { start: quotation.start, end: quotation.end } };
  }
  const cue = tally.cues[PLACE_OF[label]];
  if (cue) return { type: 'phrase', range: placeOf(cue) };
  if (label === 'mechanism' && chain) return { type: 'chain', range: placeOf(chain) };
  const strongest = strongestOf(label, sentence, language);
  if (strongest) return { type: 'signal', range: placeOf(strongest) };
  return { type: 'telling', range: past ? placeOf(past) : range };
}

/**
 * The plain signal that most speaks for a label; without one, the pair of words that does. In tokens. Words were learned, and often
 * tell an author nothing (“in the”, “the two”), however much they weigh.
 */
function strongestOf(
  label: SuggestedLabel,
  { signals, words }: Pick<SentenceReading, 'signals' | 'words'>,
  language: string,
): TextRange | undefined {
  const own = weightsFor(language).alone[label];
  const plain = signals.filter(({ signal }) => PLAIN.has(SIGNAL_NAMES[signal] ?? 'we'));
  const signal = heaviest(plain, (one) => own[FIRST_SIGNAL + one.signal] ?? 0);
  if (signal) return signal;
  const { vocabulary } = wordsOf(language);
  const common = lexiconOf(language)?.commonWords;
  const pairs = termsIn(words).filter(({ term }) => {
    // One word alone, or a mark, would make nothing plain.
    if (!/^[\p{L}-]{2,} [\p{L}-]{2,}$/u.test(term)) return false;
    return !term.split(' ').some((word) => common?.has(word));
  });
  return heaviest(pairs, ({ term }) => {
    const weight = own[FEATURES.length + (vocabulary.get(term) ?? NaN)] ?? 0;
    return weight >= TELLING ? weight : 0;
  });
}

/** What weighs most, if anything weighs more than nothing. */
function heaviest<One>(list: readonly One[], weigh: (one: One) => number): One | undefined {
  let [found, most]: [One | undefined, number] = [undefined, 0];
  for (const one of list) {
    const weight = weigh(one);
    if (weight > most) [found, most] = [one, weight];
  }
  return found;
}
