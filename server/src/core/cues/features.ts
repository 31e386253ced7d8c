import { LABELS, SECTIONS, type Section } from './lexicon';
import type { SentenceReading } from './reading';
import { SIGNAL_NAMES } from './signals';
import { PLACE_OF, quotedIn, tally, type Tally } from './tally';
import { MARK, QUOTATION_WORDS } from './tokens';
import { termsIn, type Vocabulary } from './words';

/** What is around a block of text that says something about its sentences. */
export interface Surroundings {
  readonly section: Section | undefined;
  /** Whether the words of an informant stand beside it, as a block quotation. */
  readonly besideQuotation: boolean;
}

/** How a sentence is made: marks in it, its tense and length. */
const MAKE = [
  'past',
  'not past',
  'question',
  'cites',
  'cites for the own study',
  'names a work',
  'chain',
  'below 8 words',
  'below 12 words',
  'above 20 words',
  'above 28 words',
  'words',
  'length of words',
  'long words',
  'commas',
  'name',
  'two names',
  'quoted',
  'quotation',
  'long quotation',
  'mostly quotation',
  'number',
  'term',
  'colon',
  'ends in colon',
  'semicolon',
  'dash',
  'bracket',
] as const;

/** Where a sentence stands in its paragraph. */
const PLACES = [
  'only',
  'first',
  'second',
  'last but one',
  'last',
  'position',
  'sentences',
  'beside quotation',
  'past before',
  'past after',
] as const;

/**
 * What is known of a sentence when it is judged, by name. `cue:` is what the phrases of the lexicon say for a label, `best:` the
 * label for which they say most, `before:` and `after:` the same of the sentences around it.
 */
export const FEATURES: readonly string[] = [
  'bias',
  ...LABELS.map((label) => `cue:${label}`),
  ...LABELS.map((label) => `best:${label}`),
  ...LABELS.map((label) => `before:${label}`),
  ...LABELS.map((label) => `after:${label}`),
  ...SIGNAL_NAMES.map((name) => `signal:${name}`),
  ...SECTIONS.map((section) => `section:${section}`),
  ...MAKE,
  ...PLACES,
];

const NUMBER_OF: ReadonlyMap<string, number> = new Map(FEATURES.map((name, at) => [name, at]));

/** The number of a feature in {@link FEATURES}. */
function numberOf(name: string): number {
  return NUMBER_OF.get(name) ?? 0;
}

const CUE = numberOf('cue:finding');
const BEST = numberOf('best:finding');
const BEFORE = numberOf('before:finding');
const AFTER = numberOf('after:finding');
const SIGNAL = numberOf(`signal:${SIGNAL_NAMES[0] ?? ''}`);
const SECTION = numberOf(`section:${SECTIONS[0]}`);
const make = Object.fromEntries(
  [...MAKE, ...PLACES].map((name) => [name, numberOf(name)]),
) as Readonly<Record<(typeof MAKE)[number] | (typeof PLACES)[number], number>>;

/**
 * The features that a sentence has, and how much of each; what is not there is 0. Behind the {@link FEATURES} come the words
 * of a vocabulary.
 */
export interface Features {
  readonly numbers: readonly number[];
  readonly values: readonly number[];
  readonly tally: Tally;
}

/** Signals that a sentence speaks of the authors or their study. */
const OWN: ReadonlySet<number> = new Set([SIGNAL_NAMES.indexOf('we')]);

/** A score of the phrases that counts as 1. */
const UNIT = 5;

/** The features of the sentences of a block of text, each with regard to the others. */
export function featuresOf(
  sentences: readonly SentenceReading[],
  { section: around, besideQuotation }: Surroundings,
  vocabulary: Vocabulary,
): Features[] {
  const tallies = sentences.map((sentence) => tally(sentence, around));
  return sentences.map((sentence, index) => {
    const numbers: number[] = [0];
    const values: number[] = [1];
    const add = (number: number, value = 1): void => {
      numbers.push(number);
      values.push(value);
    };
    const own = tallies[index] ?? tally(sentence, around);
    addTally(own, add);
    for (const { signal } of sentence.signals) add(SIGNAL + signal);
    const section = sentence.section ?? around;
    if (section) add(SECTION + SECTIONS.indexOf(section));
    addMake(sentence, add);
    addPlace(index, sentences.length, add);
    if (besideQuotation) add(make['beside quotation']);
    for (let distance = 1; distance <= 2; distance++) {
      const value = 1 / distance;
      addNeighbour(tallies[index - distance], BEFORE, value, add);
      addNeighbour(tallies[index + distance], AFTER, value, add);
      if (sentences[index - distance]?.past) add(make['past before'], value);
      if (sentences[index + distance]?.past) add(make['past after'], value);
    }
    for (const { term } of termsIn(sentence.words)) {
      const word = vocabulary.get(term);
      if (word !== undefined) add(FEATURES.length + word);
    }
    return { numbers, values, tally: own };
  });
}

type Add = (number: number, value?: number) => void;

function addTally({ scores, best, bestScore }: Tally, add: Add): void {
  scores.forEach((score, place) => {
    if (score !== 0) add(CUE + place, Math.min(score, 2 * UNIT) / UNIT);
  });
  if (best && bestScore >= 4) add(BEST + PLACE_OF[best]);
}

function addNeighbour(neighbour: Tally | undefined, first: number, value: number, add: Add): void {
  if (neighbour?.best && neighbour.bestScore >= 3) add(first + PLACE_OF[neighbour.best], value);
}

function addPlace(index: number, sentences: number, add: Add): void {
  const last = sentences - 1;
  if (last === 0) add(make.only);
  else if (index === 0) add(make.first);
  else if (index === last) add(make.last);
  if (index === 1) add(make.second);
  if (index > 0 && index === last - 1) add(make['last but one']);
  if (index > 0) add(make.position, index / last);
  add(make.sentences, Math.log(sentences));
}

/** Words of so many letters or more are mostly abstract. */
const LONG_WORD = 9;

/** How long words are on average, more or less; features are counted from there. */
const USUAL_LENGTH = 5;

/** Tells how long words are; what has one character is mostly a mark. */
function addLengths(words: readonly string[], add: Add): void {
  let [count, letters, long, commas] = [0, 0, 0, 0];
  for (const word of words) {
    if (word === ',') commas++;
    if (word.length < 2) continue;
    count++;
    letters += word.length;
    if (word.length >= LONG_WORD) long++;
  }
  if (count < 8) add(make['below 8 words']);
  if (count < 12) add(make['below 12 words']);
  if (count > 0) {
    add(make['length of words'], letters / count - USUAL_LENGTH);
    add(make['long words'], long / count);
  }
  if (commas > 0) add(make.commas, Math.min(3, commas));
}

function addMake(sentence: SentenceReading, add: Add): void {
  const { words, ownWords, names } = sentence;
  add(sentence.past ? make.past : make['not past']);
  if (sentence.isQuestion) add(make.question);
  if (sentence.cites) add(make.cites);
  if (sentence.cites && sentence.signals.some(({ signal }) => OWN.has(signal))) {
    add(make['cites for the own study']);
  }
  if (sentence.chain) add(make.chain);
  if (ownWords > 20) add(make['above 20 words']);
  if (ownWords > 28) add(make['above 28 words']);
  add(make.words, Math.log(Math.max(1, ownWords)) / 3);
  addLengths(words, add);
  if (names > 0) add(make.name);
  if (names > 1) add(make['two names']);
  const { longest, isItsOwn } = quotedIn(sentence);
  if (longest > 0) add(make.quoted);
  if (longest >= QUOTATION_WORDS) add(make.quotation);
  if (longest >= 8) add(make['long quotation']);
  if (isItsOwn) add(make['mostly quotation']);
  if (words.includes(MARK.work)) add(make['names a work']);
  if (words.includes(MARK.number)) add(make.number);
  if (words.includes(MARK.term)) add(make.term);
  if (words.includes(':')) add(make.colon);
  if (words.at(-2) === ':') add(make['ends in colon']);
  if (words.includes(';')) add(make.semicolon);
  if (words.includes('—')) add(make.dash);
  if (words.includes('(')) add(make.bracket);
}
