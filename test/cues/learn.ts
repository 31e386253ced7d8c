import { chancesOf, CONTEXT, contextOf } from '../../server/src/core/cues/context';
import { FEATURES } from '../../server/src/core/cues/features';
import { likeliest, sumsOf } from '../../server/src/core/cues/judge';
import {
  CLAIMS,
  OUTCOMES,
  ROLES,
  type Role,
  type Outcome,
  type SuggestedLabel,
} from '../../server/src/core/cues/lexicon';
import { weightsBy, type Weights, type WeightsBy } from '../../server/src/core/cues/weights';
import type { GoldLabel } from './gold';
import { isRight, type Judged } from './measure';
import { matrixOf, regress, type Example } from './regression';
import type { Studied, Study } from './study';

/** How strongly weights are held back; chosen by cross-validation. Words, of which there are thousands, are trusted least. */
const STRENGTH = { bias: 1e-3, feature: 1, word: 1.5, context: 5 } as const;

/** In so many groups hands are parted to judge each by the others. */
const GROUPS = 6;

/**
 * What is expected of sections, of which the passages have few (where the authors tell how they went about it, or what is known, the past
 * tense tells no finding), and of marks that say it all, such as that of a question.
 */
const EXPECTED: Partial<Record<Role, Readonly<Record<string, number>>>> = {
  finding: {
    'section:findings': 0.7,
    'section:introduction': -0.5,
    'section:theory': -1,
    'section:method': -1.5,
    'section:limitations': -1,
    question: -3,
  },
  interpretation: { 'section:method': -1, 'section:discussion': 0.3, question: -3 },
  contribution: { 'section:method': -1, 'section:discussion': 0.3 },
  construct: { 'section:theory': 0.5 },
  mechanism: { chain: 6 },
  proposition: { 'section:theory': 0.3, 'section:method': -1 },
  claim: { 'section:method': -1.5, 'section:limitations': -0.5, question: -3 },
  question: { question: 3 },
};

/** With which phrases of the lexicon; see {@link Studied}. */
export type Phrases = 'learned' | 'full';

/** For sentences by their place, what each by itself says for each role: the logarithm of the odds. */
type Sums = ReadonlyMap<number, readonly number[]>;

/** Learns the weights of all that was studied. */
export function learn(learner: Learner): Weights {
  return learner.without();
}

/** Learns from parts of what was studied; what was learned from a part is kept, as both questions below ask for it. */
export class Learner {
  readonly #groupOf: ReadonlyMap<number, number>;
  readonly #learned = new Map<string, WeightsBy<Role>>();

  constructor(private readonly study: Study) {
    this.#groupOf = groupsOf(study.sentences);
  }

  /** The sentences of one group of hands. */
  group(number: number): Studied[] {
    return this.study.sentences.filter((one) => this.#groupOf.get(one.hand) === number);
  }

  /** Learns from all groups of hands but one, or from all. */
  without(left?: number): Weights {
    const sums = new Map<number, readonly number[]>();
    for (let group = 0; group < GROUPS; group++) {
      if (group === left) continue;
      // A sentence from which weights were learned is judged better by them than others will be.
      const weights = this.#alone([group, ...(left === undefined ? [] : [left])]);
      for (const [at, sum] of sumsAlone(this.group(group), weights, 'learned')) sums.set(at, sum);
    }
    const rest = this.study.sentences.filter(({ hand }) => this.#groupOf.get(hand) !== left);
    return {
      alone: this.#alone(left === undefined ? [] : [left]),
      context: learnContext(rest, sums),
    };
  }

  #alone(left: readonly number[]): WeightsBy<Role> {
    const key = [...left].sort().join(' ');
    let weights = this.#learned.get(key);
    if (!weights) {
      const known = this.study.sentences.filter(
        ({ hand }) => !left.includes(this.#groupOf.get(hand) ?? -1),
      );
      this.#learned.set(key, (weights = learnAlone(known, this.study.terms)));
    }
    return weights;
  }
}

/** Parts hands in groups of about the same size. */
function groupsOf(sentences: readonly Studied[]): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const { hand } of sentences) sizes.set(hand, (sizes.get(hand) ?? 0) + 1);
  const filled = new Array<number>(GROUPS).fill(0);
  const groups = new Map<number, number>();
  for (const [hand, size] of [...sizes].sort(([a], [b]) => a - b).sort(bySize)) {
    const emptiest = filled.indexOf(Math.min(...filled));
    groups.set(hand, emptiest);
    filled[emptiest] = (filled[emptiest] ?? 0) + size;
  }
  return groups;
}

function bySize([, a]: readonly [number, number], [, b]: readonly [number, number]): number {
  return b - a;
}

/** A word that says less than that for and against every role is left out. */
export const LEAST_OF_WORDS = 0.33;

/**
 * Learns what the features of a sentence by itself, and its words, say for some roles, from all that was studied. Words
 * that say little for every role are still there.
 */
export function learnRoles<Name extends Role>(
  roles: readonly Name[],
  { sentences, terms }: Pick<Study, 'sentences' | 'terms'>,
): WeightsBy<Name> {
  const known = sentences.flatMap(({ learned, entry }) => (learned ? [{ learned, entry }] : []));
  return learnFrom(
    roles,
    known.map(({ learned }) => learned),
    known.map(({ entry }) => entry),
    (role) => [...FEATURES.map((name) => expectedOf(role, name)), ...new Float64Array(terms)],
    (number) => (number < FEATURES.length ? STRENGTH.feature : STRENGTH.word),
  );
}

function learnAlone(sentences: readonly Studied[], terms: number): WeightsBy<Role> {
  const weights = learnRoles(ROLES, { sentences, terms });
  const lists = ROLES.map((role) => weights[role]);
  for (let number = FEATURES.length; number < FEATURES.length + terms; number++) {
    if (lists.some((list) => Math.abs(list[number] ?? 0) >= LEAST_OF_WORDS)) continue;
    for (const list of lists) list[number] = 0;
  }
  return weights;
}

function learnContext(studied: readonly Studied[], sums: Sums): WeightsBy<Outcome> {
  const known = studied.flatMap((one) => {
    const example = contextIn(one, sums);
    return example ? [{ example, entry: one.entry }] : [];
  });
  return learnFrom(
    OUTCOMES,
    known.map(({ example }) => example),
    known.map(({ entry }) => entry),
    (outcome) => CONTEXT.map((name) => (name === `alone:${outcome}` ? 1 : 0)),
    () => STRENGTH.context,
  );
}

function learnFrom<Name extends Role>(
  names: readonly Name[],
  examples: readonly Example[],
  entries: readonly Studied['entry'][],
  expectedFor: (name: Name) => readonly number[],
  strengthOf: (number: number) => number,
): WeightsBy<Name> {
  const matrix = matrixOf(examples);
  return weightsBy(names, (name) => {
    const expected = Float64Array.from(expectedFor(name));
    const strength = expected.map((_, number) =>
      number === 0 ? STRENGTH.bias : strengthOf(number),
    );
    const truths = entries.map((entry) => labelsOf(name).some((label) => isRight(entry, label)));
    return regress(matrix, truths, { strength, expected });
  });
}

/** The labels that make something so. */
function labelsOf(role: Role): readonly GoldLabel[] {
  return role === 'claim' ? CLAIMS : [role];
}

/** What a weight is expected to be before anything is learned: the phrases of a label speak for it. */
function expectedOf(role: Role, feature: string): number {
  const labels = labelsOf(role);
  if (labels.some((label) => feature === `cue:${label}`)) return 1.5;
  if (labels.some((label) => feature === `best:${label}`)) return 1;
  return EXPECTED[role]?.[feature] ?? 0;
}

function sumsAlone(
  studied: readonly Studied[],
  weights: WeightsBy<Role>,
  phrases: Phrases,
): Map<number, readonly number[]> {
  return new Map(
    studied.flatMap((one) => {
      const features = one[phrases];
      return features ? [[one.at, sumsOf(features, ROLES, weights)] as const] : [];
    }),
  );
}

function contextIn({ at, neighbours }: Studied, sums: Sums): Example | undefined {
  const own = sums.get(at);
  if (!own) return undefined;
  const around = neighbours.map((one) => {
    const other = one === undefined ? undefined : sums.get(one);
    return other && chancesOf(other);
  });
  return contextOf(own, around);
}

/** What is suggested for a sentence, and how likely it is right. */
export interface Guess extends Omit<Judged, 'suggestions'> {
  readonly label: SuggestedLabel;
  readonly chance: number;
}

/** Judges sentences by weights. */
function guess(studied: readonly Studied[], weights: Weights, phrases: Phrases): Guess[] {
  const sums = sumsAlone(studied, weights.alone, phrases);
  return studied.map((one) => {
    const { language, entry } = one;
    const example = contextIn(one, sums);
    if (example)
      return { language, entry, ...likeliest(sumsOf(example, OUTCOMES, weights.context)) };
    const isQuotation = entry.text.startsWith('>') && !entry.text.includes('@');
    return { language, entry, label: 'evidence', chance: isQuotation ? 1 : 0 };
  });
}

/** Judges the sentences of each group of hands by what is learned from all other groups. */
export function crossValidate(learner: Learner): Record<Phrases, Guess[]> {
  const guesses: Record<Phrases, Guess[]> = { learned: [], full: [] };
  for (let group = 0; group < GROUPS; group++) {
    const weights = learner.without(group);
    for (const phrases of ['learned', 'full'] as const) {
      guesses[phrases].push(...guess(learner.group(group), weights, phrases));
    }
  }
  return guesses;
}

/** What is suggested from a chance on. */
export function judgedFrom(guesses: readonly Guess[], chance: number): Judged[] {
  return guesses.map((one) => ({
    language: one.language,
    entry: one.entry,
    suggestions: one.chance >= chance ? [{ label: one.label, phrase: '' }] : [],
  }));
}
