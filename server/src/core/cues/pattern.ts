/** Phrases put together, so that one pass over the words of a text finds all of them. */
export interface Automaton {
  /** For each step, how many tokens may stand before it, which are passed over. */
  readonly gaps: Uint8Array;
  /** For each step, whether a phrase may begin with it: 1 or 0. */
  readonly begins: Uint8Array;
  /** For each step, the phrase that is complete with it; -1 where none is. */
  readonly completes: Int32Array;
  /** The steps that may come next, which stand behind it: for each step, from its place in `nextFrom` to that of the following step. */
  readonly next: Uint16Array;
  readonly nextFrom: Int32Array;
  /** For each step, whether any word may take it: 1 or 0. */
  readonly takesAny: Uint8Array;
  /** The steps that a word may take, the last one first; without those that any word may take. */
  readonly stepsOf: (word: string) => Uint16Array;
  readonly search: Search;
}

/**
 * The state of a search, used again by each: for each step, from which token on it may be taken, and where its phrase began.
 * Tokens are counted on from one search to the next, so that nothing has to be cleared.
 */
interface Search {
  readonly from: Int32Array;
  readonly start: Int32Array;
  /** For each phrase, the search in which it was found last. */
  readonly foundIn: Int32Array;
  /** The open steps that any word may take, those of this token and those of the next; each with where its phrase began. */
  readonly open: readonly [number[], number[]];
  searches: number;
  /** The number of the next token. */
  at: number;
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
  return compiler.automaton(phrases.length);
}

/** What a token has to be so that a phrase goes on: a word for which the symbol stands. */
interface Step {
  readonly symbol: number;
  readonly gap: number;
  readonly next: number[];
  readonly completes: number;
  readonly begins: boolean;
}

class Compiler {
  readonly #lists: Readonly<Record<string, readonly string[]>>;
  readonly #steps: Step[] = [];
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
      const step = this.#steps.push({ symbol, gap, next: [], completes, begins: isStart }) - 1;
      for (const before of from) this.#steps[before]?.next.push(step);
      from = optional ? [...from, step] : [step];
      isStart &&= optional;
      if (!optional) gap = 0;
    });
  }

  automaton(phrases: number): Automaton {
    const steps = this.#steps;
    const any = this.#symbols.get('*');
    let before = 0;
    const stepsOfSymbol: number[][] = [...this.#symbols].map(() => []);
    steps.forEach(({ symbol, begins }, index) => {
      if (symbol !== any || begins) stepsOfSymbol[symbol]?.push(index);
    });
    return {
      gaps: Uint8Array.from(steps, ({ gap }) => gap),
      begins: Uint8Array.from(steps, ({ begins }) => (begins ? 1 : 0)),
      completes: Int32Array.from(steps, ({ completes }) => completes),
      takesAny: Uint8Array.from(steps, ({ symbol, begins }) => (symbol === any && !begins ? 1 : 0)),
      next: Uint16Array.from(steps.flatMap(({ next }) => next)),
      nextFrom: Int32Array.from([0, ...steps.map(({ next }) => (before += next.length))]),
      stepsOf: stepsOf(symbolsOf(this.#members), stepsOfSymbol),
      search: {
        from: new Int32Array(steps.length),
        start: new Int32Array(steps.length),
        foundIn: new Int32Array(phrases),
        open: [[], []],
        searches: 0,
        at: APART,
      },
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

/** What `*` stands for: a word, a number, a term. */
const ANY = /^[\p{L}#_']/u;

/** How many words are remembered; a manuscript has fewer. */
const MOST_WORDS = 30_000;

/** Gives the steps that words may take, which are looked up once for each word; most words share one list. */
function stepsOf(
  symbolsOf: (word: string) => ReadonlySet<number>,
  stepsOfSymbol: readonly (readonly number[])[],
): (word: string) => Uint16Array {
  const known = new Map<string, Uint16Array>();
  const lists = new Map<string, Uint16Array>();
  const find = (word: string): Uint16Array => {
    const symbols = [...symbolsOf(word)].sort((a, b) => a - b);
    const key = symbols.join();
    let list = lists.get(key);
    if (!list) {
      const steps = symbols.flatMap((symbol) => stepsOfSymbol[symbol] ?? NONE);
      list = Uint16Array.from(steps.sort((a, b) => b - a));
      lists.set(key, list);
    }
    return list;
  };
  return (word) => {
    let steps = known.get(word);
    if (steps === undefined) {
      if (known.size >= MOST_WORDS) for (const one of [known, lists]) one.clear();
      steps = find(word);
      known.set(word, steps);
    }
    return steps;
  };
}

/** Gives the symbols that stand for a word. */
function symbolsOf(
  members: ReadonlyMap<string, ReadonlySet<number>>,
): (word: string) => ReadonlySet<number> {
  const wholes = new Map<string, readonly number[]>();
  const beginnings = new Map<string, readonly number[]>();
  const endings = new Map<string, readonly number[]>();
  for (const [word, symbols] of members) {
    if (word.length > 1 && word.endsWith('*')) beginnings.set(word.slice(0, -1), [...symbols]);
    else if (word.length > 1 && word.startsWith('*')) endings.set(word.slice(1), [...symbols]);
    else wholes.set(word, [...symbols]);
  }
  const anyWord = members.get('*') ?? NONE;
  return (word) => {
    const found = new Set(wholes.get(word));
    if (ANY.test(word)) for (const symbol of anyWord) found.add(symbol);
    const most = Math.min(word.length, LONGEST);
    for (let length = 1; length <= most; length++) {
      for (const symbol of beginnings.get(word.slice(0, length)) ?? NONE) found.add(symbol);
      for (const symbol of endings.get(word.slice(-length)) ?? NONE) found.add(symbol);
    }
    return found;
  };
}

/** How long the beginning or end of a word may be that a phrase asks for. */
const LONGEST = 20;

const NONE: readonly never[] = [];

/** More than the widest gap: nothing that one search left behind goes on in the next. */
const APART = 20;

/** Where the tokens are counted from anew. */
const MOST_TOKENS = 1_000_000_000;

/**
 * Finds all phrases in some tokens, in one pass: at each token, only the steps are looked at that its word may take.
 * Of the places at which a phrase stands, the first is given.
 */
export function find(automaton: Automaton, tokens: readonly string[]): Found[] {
  const { gaps, begins, completes, takesAny, next, nextFrom, stepsOf, search } = automaton;
  const { from, start, foundIn } = search;
  if (search.at > MOST_TOKENS) {
    search.at = APART;
    from.fill(0);
  }
  const base = search.at;
  search.at += tokens.length + APART;
  const current = ++search.searches;
  const found: Found[] = [];
  let [open, opened] = search.open;
  open.length = opened.length = 0;
  /** The last token that no gap passes over. */
  let barrier = base - 1;
  let at = base;
  const take = (step: number, begun: number): void => {
    const phrase = completes[step] ?? -1;
    if (phrase >= 0 && foundIn[phrase] !== current) {
      foundIn[phrase] = current;
      found.push({ phrase, start: begun - base, end: at + 1 - base });
    }
    const last = nextFrom[step + 1] ?? 0;
    for (let one = nextFrom[step] ?? 0; one < last; one++) {
      const after = next[one] ?? 0;
      const isKnown = from[after] === at + 1;
      if (isKnown && (start[after] ?? 0) <= begun) continue;
      from[after] = at + 1;
      start[after] = begun;
      if (takesAny[after] === 1) opened.push(after, begun);
    }
  };
  for (const token of tokens) {
    // A step comes before those that follow it, which it would open too early.
    const steps = stepsOf(token);
    for (const step of steps) {
      const since = from[step] ?? 0;
      const isOpen = since > barrier && since <= at && at <= since + (gaps[step] ?? 0);
      if (isOpen) take(step, start[step] ?? at);
      else if (begins[step] === 1) take(step, at);
    }
    const isBarrier = BARRIERS.has(token);
    const isWord = open.length > 0 && ANY.test(token);
    for (let one = 0; one < open.length; one += 2) {
      const step = open[one] ?? 0;
      const begun = open[one + 1] ?? 0;
      if (isWord) take(step, begun);
      const isStill = !isBarrier && at < (from[step] ?? 0) + (gaps[step] ?? 0);
      if (isStill && from[step] !== at + 1) opened.push(step, begun);
    }
    [open, opened] = [opened, open];
    opened.length = 0;
    if (isBarrier) barrier = at;
    at++;
  }
  return found;
}
