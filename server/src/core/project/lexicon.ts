import { definitionsOf, wordingsOf } from './construct';
import { valueOf, type Element } from './element';
import type { Search } from './leafIndex';
import { numberOf, type LeafWords } from './leafWords';
import type { Project } from './project';
import { StemTree } from './stemTree';
import { isAbbreviation, singularsOf, wordsOfText, type Word } from './words';
import { MarksByTable } from './wordTable';

/** A wording of a construct, found in a text. */
export interface TermMatch {
  readonly construct: Element;
  /** Index of its last word. */
  readonly last: number;
}

interface Entry {
  readonly construct: Element;
  /** Words with two capitals or more, as they must be written; '' for words in any case. */
  readonly exact: readonly string[];
}

interface Branch {
  readonly next: Map<string, Branch>;
  readonly entries: Entry[];
}

/** The wordings of all constructs, as a tree of words: looking one up costs as much as reading it. */
export class Lexicon implements Search {
  readonly signature: string;
  readonly wanted: ReadonlyMap<string, string>;
  readonly #root: Branch = { next: new Map(), entries: [] };
  readonly #stems = new StemTree();
  readonly #marks = new MarksByTable((word) => (this.#stems.hasFirst(word) ? 1 : 0));
  readonly #constructs: ReadonlyMap<string, Element>;

  /** `constructs` come in the order in which they win a wording that several have. */
  constructor(constructs: Iterable<Element>) {
    const all = [...new Set(constructs)];
    const said = all.map((construct) => ({ construct, wordings: wordingsOf(construct) }));
    this.signature = JSON.stringify(
      said.map(({ construct, wordings }) => [construct.key, wordings]),
    );
    this.#constructs = new Map(all.map((construct) => [construct.key, construct]));
    const wanted = new Map<string, string>();
    for (const { construct, wordings } of said) {
      const phrases = wordings.flatMap((wording) => this.#add(construct, wordsOfText(wording)));
      wanted.set(construct.key, phrases.map((stems) => `${stems.join(' ')}\n`).join(''));
    }
    this.wanted = wanted;
  }

  get isEmpty(): boolean {
    return this.#stems.isEmpty;
  }

  /** The construct with a key. */
  construct(key: string): Element | undefined {
    return this.#constructs.get(key);
  }

  /** The longest wording that begins with a word of a text. */
  longestAt(words: readonly Word[], first: number): TermMatch | undefined {
    let longest: TermMatch | undefined;
    let branch: Branch | undefined = this.#root;
    for (let at = first; branch; at++) {
      const word = words[at];
      if (!word || (at > first && !word.joined)) break;
      const construct = endingWith(branch, words, first, at);
      if (construct) longest = { construct, last: at };
      branch = branch.next.get(word.key);
    }
    return longest;
  }

  /** The keys of the constructs of which a wording may stand in a block of text. */
  keysIn(words: LeafWords): readonly string[] {
    if (!words.isSure) return [...this.#constructs.keys()];
    const { entries, start, end, table } = words;
    const marks = this.#marks.of(table);
    let keys: Set<string> | undefined;
    for (let at = start; at < end; at++) {
      if (marks[numberOf(entries[at] ?? 0)] === 0) continue;
      keys = this.#stems.addKeysAt(words, at, keys);
    }
    return keys ? [...keys] : NO_KEYS;
  }

  narrowed(keys: ReadonlySet<string>): Lexicon {
    const constructs = [...this.#constructs.values()].filter(({ key }) => keys.has(key));
    return new Lexicon(constructs);
  }

  /** Gives the stems of what is the construct's own by this wording. */
  #add(construct: Element, words: readonly Word[]): readonly string[][] {
    const last = words.at(-1);
    if (!last) return [];
    const exact = words.map(({ written }) => (isAbbreviation(written) ? written : ''));
    let branch = this.#root;
    for (const { key } of words.slice(0, -1)) branch = grow(branch, key);
    // A term of several words that is given in the plural is used in the singular as well.
    const ends = words.length > 1 ? [last.stem, ...singularsOf(last.stem)] : [last.stem];
    const before = words.slice(0, -1).map(({ stem }) => stem);
    return ends.flatMap((end) => {
      const { entries } = grow(branch, end);
      // Whatever fits this one fits the one before, which wins it.
      if (entries.some((entry) => isAsWide(entry.exact, exact))) return [];
      entries.push({ construct, exact });
      const stems = [...before, end];
      this.#stems.add(stems, construct.key);
      return [stems];
    });
  }
}

const NO_KEYS: readonly string[] = [];

/** Gathers the wordings under which the constructs of a project are recognised in plain text. */
export function buildLexicon(project: Project): Lexicon {
  const constructs = project
    .elementsOfKind('construct')
    .filter((construct) => valueOf(construct, 'match') !== 'tagged');
  // Of two constructs with one wording, the one that is defined has it.
  const defined = constructs.filter((construct) => definitionsOf(construct).length > 0);
  return new Lexicon([...defined, ...constructs]);
}

/** Whether words that are written as one wording asks for are also written as another one does. */
function isAsWide(wide: readonly string[], exact: readonly string[]): boolean {
  return wide.every((word, index) => word === '' || word === exact[index]);
}

function grow(branch: Branch, word: string): Branch {
  let next = branch.next.get(word);
  if (!next) branch.next.set(word, (next = { next: new Map(), entries: [] }));
  return next;
}

/** The construct with a wording that ends with this word, its regular plural or its possessive. */
function endingWith(
  branch: Branch,
  words: readonly Word[],
  first: number,
  last: number,
): Element | undefined {
  const stem = words[last]?.stem ?? '';
  for (const form of [stem, ...singularsOf(stem)]) {
    const fitting = branch.next
      .get(form)
      ?.entries.find(({ exact }) => exact.every((word, index) => fits(words[first + index], word)));
    if (fitting) return fitting.construct;
  }
  return undefined;
}

/** Whether an abbreviation is written in its own case; a small plural `s` may follow it. */
function fits(word: Word | undefined, exact: string): boolean {
  return exact === '' || word?.written === exact || word?.written === `${exact}s`;
}
