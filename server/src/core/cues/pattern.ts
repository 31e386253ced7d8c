/** What a token has to be so that a step of a phrase goes on: one of the symbols that its word stands for. */
export interface Step {
  readonly symbol: number;
  /** How many tokens may stand before it, which are passed over. */
  readonly gap: number;
  /** The steps that may come next; empty where a phrase is complete. */
  readonly next: number[];
  /** The phrase that is complete with it, if one is. */
  readonly completes: number;
}

/** Phrases put together, so that one pass over the words of a text finds all of them. */
export interface Automaton {
  readonly steps: readonly Step[];
  /** Room for a search, used again by each. */
  readonly room: readonly [Waiting, Waiting];
  /** For each symbol, whether the word that is looked at stands for it. */
  readonly isMeant: Uint8Array;
  /** The steps with which phrases begin, by symbol. */
  readonly starts: ReadonlyMap<number, readonly number[]>;
  /** The symbols for which a word stands. */
  readonly symbolsOf: (word: string) => readonly number[];
}

/** A phrase that was found, in tokens: the first, and the one behind the last. */
export interface Found {
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
}

/** How many words `..` and `...` stand for at most. */
const GAPS: Readonly<Record<string, number>> = { '..': 3, '...': 12 };

/** The token that stands before the first word of a sentence, and the one behind its last. */
export const FIRST = '^';
export const LAST = '$';

/** Tokens that no gap passes over. */
const BARRIERS: ReadonlySet<string> = new Set([FIRST, LAST, ';', ':', '"']);

/** A mistake in a phrase of a lexicon. */
export class PhraseError extends Error {}

/**
 * Compiles phrases. A phrase is written in words with one space between them:
 * `word`, `*` (any word), `one/two` (either), `<list>` (any word of a list), `begin*` and `*end` (words that begin or end so), `(word)` (may be missing),
 * `..` (up to 3 words), `...` (up to 12 words), and tokens that stand for something else; see `tokens.ts`.
 * @param lists the words of `<list>`
 * @throws PhraseError where a phrase cannot be read
 */
export function compile(
  phrases: readonly string[],
  lists: Readonly<Record<string, readonly string[]>>,
): Automaton {
  const compiler = new Compiler(lists);
  phrases.forEach((phrase, index) => {
    compiler.add(phrase, index);
  });
  return compiler.automaton();
}

class Compiler {
  readonly #lists: Readonly<Record<string, readonly string[]>>;
  readonly #steps: Step[] = [];
  readonly #starts = new Map<number, number[]>();
  readonly #symbols = new Map<string, number>();
  readonly #members = new Map<string, Set<number>>();

  constructor(lists: Readonly<Record<string, readonly string[]>>) {
    this.#lists = lists;
  }

  add(phrase: string, index: number): void {
    const items = phrase.split(' ').filter((item) => item !== '');
    /** The steps from which the next one may be reached; `start` where the phrase may begin with it. */
    let from: number[] = [];
    let isStart = true;
    let gap = 0;
    const lastNeeded = items.findLastIndex((item) => !isOptional(item) && GAPS[item] === undefined);
    if (lastNeeded < 0) throw new PhraseError(`Nothing in “${phrase}” has to be there`);
    if (lastNeeded < items.length - 1)
      throw new PhraseError(`The end of “${phrase}” may be missing`);
    items.forEach((item, at) => {
      const wide = GAPS[item];
      if (wide !== undefined) {
        if (isStart) throw new PhraseError(`“${phrase}” begins with a gap`);
        gap = wide;
        return;
      }
      const optional = isOptional(item);
      const symbol = this.#symbolOf(optional ? item.slice(1, -1) : item, phrase);
      const completes = at === lastNeeded ? index : -1;
      const step = this.#steps.push({ symbol, gap, next: [], completes }) - 1;
      for (const before of from) this.#steps[before]?.next.push(step);
      if (isStart) {
        const known = this.#starts.get(symbol);
        if (known) known.push(step);
        else this.#starts.set(symbol, [step]);
      }
      from = optional ? [...from, step] : [step];
      isStart &&= optional;
      if (!optional) gap = 0;
    });
  }

  automaton(): Automaton {
    const steps = this.#steps;
    const room = [new Waiting(steps.length), new Waiting(steps.length)] as const;
    return {
      steps,
      room,
      isMeant: new Uint8Array(this.#symbols.size),
      starts: this.#starts,
      symbolsOf: symbolsOf(this.#members),
    };
  }

  #symbolOf(item: string, phrase: string): number {
    const known = this.#symbols.get(item);
    if (known !== undefined) return known;
    const symbol = this.#symbols.size;
    this.#symbols.set(item, symbol);
    for (const word of this.#wordsOf(item, phrase)) {
      const symbols = this.#members.get(word);
      if (symbols) symbols.add(symbol);
      else this.#members.set(word, new Set([symbol]));
    }
    return symbol;
  }

  #wordsOf(item: string, phrase: string, depth = 0): string[] {
    return item.split('/').flatMap((word) => {
      const name = /^<(.+)>$/.exec(word)?.[1];
      if (name === undefined) return [word];
      const list = this.#lists[name];
      if (!list || depth > 5) throw new PhraseError(`There is no list <${name}> for “${phrase}”`);
      return list.flatMap((entry) => this.#wordsOf(entry, phrase, depth + 1));
    });
  }
}

function isOptional(item: string): boolean {
  return item.startsWith('(') && item.endsWith(')') && item.length > 2;
}

/** How many words are remembered; a manuscript has fewer. */
const MOST_WORDS = 30_000;

/** Gives the symbols of words, which are looked up once for each word. */
function symbolsOf(members: ReadonlyMap<string, ReadonlySet<number>>) {
  const wholes = new Map<string, readonly number[]>();
  const beginnings = new Map<string, readonly number[]>();
  const endings = new Map<string, readonly number[]>();
  for (const [word, symbols] of members) {
    if (word.length > 1 && word.endsWith('*')) beginnings.set(word.slice(0, -1), [...symbols]);
    else if (word.length > 1 && word.startsWith('*')) endings.set(word.slice(1), [...symbols]);
    else wholes.set(word, [...symbols]);
  }
  const known = new Map<string, readonly number[]>();
  const anyWord = members.get('*');
  const find = (word: string): readonly number[] => {
    const found = new Set(wholes.get(word));
    if (anyWord && /^[\p{L}#_']/u.test(word)) for (const symbol of anyWord) found.add(symbol);
    const most = Math.min(word.length, LONGEST);
    for (let length = 1; length <= most; length++) {
      for (const symbol of beginnings.get(word.slice(0, length)) ?? NONE) found.add(symbol);
      for (const symbol of endings.get(word.slice(-length)) ?? NONE) found.add(symbol);
    }
    return found.size === 0 ? NONE : [...found];
  };
  return (word: string): readonly number[] => {
    let symbols = known.get(word);
    if (symbols === undefined) {
      if (known.size >= MOST_WORDS) known.clear();
      symbols = find(word);
      known.set(word, symbols);
    }
    return symbols;
  };
}

/** How long the beginning or end of a word may be that a phrase asks for. */
const LONGEST = 20;

const NONE: readonly never[] = [];

/**
 * Finds all phrases in some tokens, in one pass: at each token, only the steps are looked at that phrases have come to.
 * Of the places at which a phrase stands, the first is given.
 */
export function find(
  { steps, starts, symbolsOf, room, isMeant }: Automaton,
  tokens: readonly string[],
): Found[] {
  const found = new Map<number, Found>();
  let [waiting, next] = room;
  for (const one of room) one.clear();
  const take = (index: number, start: number, end: number): void => {
    const step = steps[index];
    if (!step) return;
    if (step.completes >= 0 && !found.has(step.completes)) {
      found.set(step.completes, { phrase: step.completes, start, end });
    }
    for (const after of step.next) next.add(after, start, steps[after]?.gap ?? 0);
  };
  tokens.forEach((token, at) => {
    const symbols = symbolsOf(token);
    const isPassedOver = !BARRIERS.has(token);
    for (const symbol of symbols) isMeant[symbol] = 1;
    for (let one = 0; one < waiting.size; one++) {
      const index = waiting.steps[one] ?? 0;
      const start = waiting.starts[one] ?? 0;
      const gap = waiting.gaps[one] ?? 0;
      if (isMeant[steps[index]?.symbol ?? 0] === 1) take(index, start, at + 1);
      if (gap > 0 && isPassedOver) next.add(index, start, gap - 1);
    }
    for (const symbol of symbols) {
      isMeant[symbol] = 0;
      const begun = starts.get(symbol);
      if (begun) for (const index of begun) take(index, at, at + 1);
    }
    const done = waiting;
    waiting = next;
    next = done;
    next.clear();
  });
  return [...found.values()];
}

/**
 * The steps that may be taken next, each once: with the token at which its phrase began, and how many tokens may still be
 * passed over.
 */
class Waiting {
  readonly steps: number[] = [];
  readonly starts: number[] = [];
  readonly gaps: number[] = [];
  size = 0;
  /** For each step, where it stands in the lists, from 1 on; 0 where it does not. */
  readonly #places: Uint16Array;

  constructor(steps: number) {
    this.#places = new Uint16Array(steps);
  }

  add(step: number, start: number, gap: number): void {
    const known = (this.#places[step] ?? 0) - 1;
    if (known >= 0 && (this.gaps[known] ?? 0) >= gap) return;
    const place = known >= 0 ? known : this.size++;
    this.steps[place] = step;
    this.starts[place] = start;
    this.gaps[place] = gap;
    this.#places[step] = place + 1;
  }

  clear(): void {
    for (let one = 0; one < this.size; one++) this.#places[this.steps[one] ?? 0] = 0;
    this.size = 0;
  }
}
