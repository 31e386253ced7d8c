import { definitionsOf, wordingsOf } from './construct';
import { valueOf, type Element } from './element';
import type { Project } from './project';
import { isAbbreviation, singularsOf, wordsOfText, type Word } from './words';

/** A wording of a construct, found in a text. */
export interface TermMatch {
  readonly construct: Element;
  /** Index of its last word. */
  readonly last: number;
}

/** The wordings of all constructs, as a tree of words: looking one up costs as much as reading it. */
export interface Lexicon {
  readonly isEmpty: boolean;
  /** The longest wording that begins with a word of a text. */
  longestAt(words: readonly Word[], first: number): TermMatch | undefined;
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

/** Gathers the wordings under which the constructs of a project are recognised in plain text. */
export function buildLexicon(project: Project): Lexicon {
  const root: Branch = { next: new Map(), entries: [] };
  const constructs = project.elements.filter(
    (element) => element.kind === 'construct' && valueOf(element, 'match') !== 'tagged',
  );
  // Of two constructs with one wording, the one that is defined has it.
  const defined = constructs.filter((construct) => definitionsOf(construct).length > 0);
  for (const construct of new Set([...defined, ...constructs])) {
    for (const wording of wordingsOf(construct)) add(root, construct, wordsOfText(wording));
  }
  return {
    isEmpty: root.next.size === 0,
    longestAt: (words, first) => longestAt(root, words, first),
  };
}

function add(root: Branch, construct: Element, words: readonly Word[]): void {
  const last = words.at(-1);
  if (!last) return;
  const exact = words.map(({ written }) => (isAbbreviation(written) ? written : ''));
  let branch = root;
  for (const { key } of words.slice(0, -1)) branch = grow(branch, key);
  grow(branch, last.stem).entries.push({ construct, exact });
  // A term of several words that is given in the plural is used in the singular as well.
  if (words.length > 1) {
    for (const singular of singularsOf(last.stem)) {
      grow(branch, singular).entries.push({ construct, exact });
    }
  }
}

function grow(branch: Branch, word: string): Branch {
  let next = branch.next.get(word);
  if (!next) branch.next.set(word, (next = { next: new Map(), entries: [] }));
  return next;
}

function longestAt(root: Branch, words: readonly Word[], first: number): TermMatch | undefined {
  let longest: TermMatch | undefined;
  let branch: Branch | undefined = root;
  for (let at = first; branch; at++) {
    const word = words[at];
    if (!word || (at > first && !word.joined)) break;
    const construct = endingWith(branch, words, first, at);
    if (construct) longest = { construct, last: at };
    branch = branch.next.get(word.key);
  }
  return longest;
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
