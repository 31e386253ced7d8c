import * as z from 'zod';
import type { TextRange } from '../text/range';
import { ROLES } from './lexicon';
import en from './words/en.json';
import nl from './words/nl.json';

/** A word of a sentence, or two that stand side by side, and where it first stands, in tokens. */
export interface Term extends TextRange {
  readonly term: string;
}

/** The number of each term that says something, counted from 0. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Words and pairs of words that were learned for a language: how much each speaks for each role. */
interface WordList {
  readonly vocabulary: Vocabulary;
  /** By the number of the term, then by the place of what it speaks for in {@link ROLES}. */
  readonly weights: readonly (readonly number[])[];
}

/** In the files, weights are whole numbers, of which so many make 1. */
export const PARTS = 20;

const schema = z.record(z.string(), z.array(z.int()).length(ROLES.length));

const NOTHING: WordList = { vocabulary: new Map(), weights: [] };

function listOf(written: unknown): WordList {
  const checked = Object.entries(schema.parse(written));
  return {
    vocabulary: new Map(checked.map(([term], number) => [term, number])),
    weights: checked.map(([, weights]) => weights.map((one) => one / PARTS)),
  };
}

const WRITTEN: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['en', en],
  ['nl', nl],
]);

/** Those that were asked for: there are thousands of words, and most who start the program never need them. */
const lists = new Map<string, WordList>();

/** What was learned for the words of a language; nothing for a language without gold standard. */
export function wordsOf(language: string): WordList {
  let list = lists.get(language);
  if (!list) {
    const written = WRITTEN.get(language);
    lists.set(language, (list = written === undefined ? NOTHING : listOf(written)));
  }
  return list;
}

/** The words and pairs of words of a sentence, each once; its beginning and its end count as words. */
export function termsIn(words: readonly string[]): Term[] {
  const terms = new Map<string, Term>();
  const add = (term: string, start: number, end: number): void => {
    if (!terms.has(term)) terms.set(term, { term, start, end });
  };
  for (let at = 0; at + 1 < words.length; at++) {
    const word = words[at] ?? '';
    if (at > 0) add(word, at, at + 1);
    add(`${word} ${words[at + 1] ?? ''}`, at, at + 2);
  }
  return [...terms.values()];
}
