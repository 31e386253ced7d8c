import { SlipIndex } from './slipIndex';
import { contentWords, isPreposition } from './variants';

/** So many terms of the same words are looked at; further ones say the same once more. */
const MOST_ALIKE = 32;

/** What is found: a term, and its place in the order in which terms were added. */
export interface Indexed<T> {
  readonly term: T;
  readonly order: number;
}

/** Terms of several words, found by what nearly all of their words are, among many as among few. */
export class PhraseIndex<T extends { readonly words: readonly string[] }> {
  /** By the other words and the place of the one that is left out. */
  readonly #others = new Map<string, Left<T>>();
  /** By the words that are no prepositions, whatever their order. */
  readonly #content = new Map<string, Indexed<T>[]>();

  /** Adds a term. */
  add(term: T, order: number): void {
    const { words } = term;
    const found = { term, order };
    words.forEach((word, at) => {
      const key = without(words, at);
      let left = this.#others.get(key);
      if (!left) this.#others.set(key, (left = { slips: new SlipIndex(), prepositions: [] }));
      if (isPreposition(word)) left.prepositions.push(found);
      else left.slips.add(word, found);
    });
    const key = anyOrder(words);
    const alike = this.#content.get(key);
    if (!alike) this.#content.set(key, [found]);
    else if (alike.length < MOST_ALIKE) alike.push(found);
  }

  /** Terms that are the same words but for one slip of the pen, or one preposition. */
  *withOneSlip(words: readonly string[]): Iterable<Indexed<T>> {
    for (const [at, word] of words.entries()) {
      const left = this.#others.get(without(words, at));
      if (!left) continue;
      yield* left.slips.near(word);
      if (!isPreposition(word)) continue;
      for (const found of left.prepositions) if (found.term.words[at] !== word) yield found;
    }
  }

  /** Terms of the same words in any order, prepositions left out. */
  ofSameWords(words: readonly string[]): readonly Indexed<T>[] {
    return this.#content.get(anyOrder(words)) ?? [];
  }
}

/** The words that stand at one place in terms which are the same otherwise. */
interface Left<T> {
  readonly slips: SlipIndex<Indexed<T>>;
  readonly prepositions: Indexed<T>[];
}

function without(words: readonly string[], at: number): string {
  return `${at} ${words.slice(0, at).join(' ')} ${words.slice(at + 1).join(' ')}`;
}

function anyOrder(words: readonly string[]): string {
  return contentWords(words).sort().join(' ');
}
