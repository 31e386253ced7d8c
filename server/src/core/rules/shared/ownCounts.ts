import {
  documentAt,
  Gap,
  gapBefore,
  inOrder,
  MarksByTable,
  numberOf,
  sentenceAround,
  textQuestion,
  wordsOf,
  type LeafWords,
  type PlacedLeaf,
  type Project,
  type ProjectFile,
  type Search,
  type TextQuestion,
} from '../../project';
import { citationsBetween } from '../../project/citations';
import { KeptAnswers, visibleText, type Leaf, type SyntaxDocument } from '../../syntax';
import { containsRange, type TextRange } from '../../text/range';
import { countsOf, isNumber, MAX_BETWEEN, type Count } from './counts';

/** A count that the authors give of their own data or findings. */
export interface OwnCount extends Count {
  readonly uri: string;
  readonly leaf: Leaf;
}

/** Authors who speak of themselves or their study. */
const OWN =
  /\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|(?:[Tt]his|[Tt]he|[Tt]he present) (?:study|paper|article|research|analysis|case|findings|data|results|model))\b/;

/** How a finding is put forward. */
const YIELDS =
  /\b(?:f[io]nds?|found|identif(?:y|ies|ied)|yield(?:s|ed)?|reveal(?:s|ed)?|show(?:s|ed)?|distinguish(?:es|ed)?|trace[sd]?|propos(?:e|es|ed)|discern(?:s|ed)?|uncover(?:s|ed)?|develop(?:s|ed)?|describe[sd]?|suggest(?:s|ed)?|present(?:s|ed)?|put forward|emerge[sd]?|consists? of|theori[sz]e[sd]?|arrive[sd]? at|result(?:s|ed) in|condense[sd]?|group(?:s|ed)?)\b/i;

/** How the authors went about it: the steps of an analysis are none of the case. */
const PROCEDURE =
  /\b(?:analy[sz](?:e|ed|es|ing)|analysis|analyses|cod(?:e|ed|es|ing)|collect(?:ed|ing|ion)?|proceed(?:ed|s)?|procedures?|sampl(?:e|ed|ing)|interview(?:s|ed|ing)?|transcribed|read|reading)\b[^.]*$/i;

/** How much of a sentence before a number is read for who says it, and how. */
const REACH = 400;

const METHOD_TITLE =
  /\b(?:methods?|methodology|data|research design|procedure|approach|case and)\b/i;

/** What a count is of decides where its author plainly speaks of the paper's own. */
export type Sort = 'data' | 'result' | 'process';

/** In which blocks of text a number of things may be named; the keys are the nouns, in the plural. */
class CountSearch implements Search {
  readonly signature = '';
  readonly wanted: ReadonlyMap<string, string>;
  readonly #names: readonly string[];
  readonly #nouns: ReadonlySet<string>;
  readonly #marks = new MarksByTable((word) =>
    this.#nouns.has(word) ? NOUN : isNumber(word) ? NUMBER : 0,
  );

  constructor(nouns: Iterable<string>) {
    this.#nouns = new Set(nouns);
    this.#names = [...this.#nouns];
    this.wanted = new Map(this.#names.map((noun) => [noun, noun]));
  }

  keysIn({ entries, start, end, table, isSure }: LeafWords): readonly string[] {
    if (!isSure) return this.#names;
    const marks = this.#marks.of(table);
    let keys: Set<string> | undefined;
    for (let at = start; at < end; at++) {
      const number = numberOf(entries[at] ?? 0);
      if (marks[number] === NOUN && hasNumberBefore(entries, marks, start, at)) {
        (keys ??= new Set()).add(table.word(number));
      }
    }
    return keys ? [...keys] : NO_KEYS;
  }

  narrowed(nouns: ReadonlySet<string>): CountSearch {
    return new CountSearch(nouns);
  }
}

const NUMBER = 1;
const NOUN = 2;
const NO_KEYS: readonly string[] = [];

function hasNumberBefore(
  entries: Int32Array,
  marks: Uint8Array,
  start: number,
  noun: number,
): boolean {
  for (let at = noun; at > start && at >= noun - MAX_BETWEEN; at--) {
    const gap = gapBefore(entries[at] ?? 0);
    if (gap >= Gap.Opening) return true;
    if (gap === Gap.Apart) return false;
    if (marks[numberOf(entries[at - 1] ?? 0)] === NUMBER) return true;
  }
  return false;
}

/** A question for the counts of some nouns. */
export function countQuestion(nouns: Iterable<string>): TextQuestion {
  const search = new CountSearch(nouns);
  return textQuestion(() => search);
}

/** Whether the text may name a number of what one of some nouns stands for. */
export function areNumbered(
  project: Project,
  question: TextQuestion,
  nouns: readonly string[],
): boolean {
  return nouns.some((noun) => {
    for (const _ of project.leavesWith(question, noun)) return true;
    return false;
  });
}

/** The counts of some nouns that the authors give of their own work; a sentence that cites is about somebody else's. */
export function ownCounts(
  project: Project,
  question: TextQuestion,
  nouns: ReadonlyMap<string, Sort>,
): OwnCount[] {
  const leaves = new Map<Leaf, PlacedLeaf>();
  for (const noun of nouns.keys()) {
    for (const placed of project.leavesWith(question, noun)) leaves.set(placed.leaf, placed);
  }
  return inOrder(project, leaves.values()).flatMap(({ uri, leaf }) => {
    const file = project.file(uri);
    if (!file?.participates || leaf.kind === 'heading') return [];
    if (project.inGeneratedTable({ uri, range: leaf.range })) return [];
    return countsIn(documentAt(file, leaf.range), leaf, nouns).flatMap((stated) => {
      const { count, start } = stated;
      const sort = nouns.get(count.noun);
      const from = leaf.range.start + start;
      const range = { start: from, end: from + count.range.end - count.range.start };
      if (sort === undefined || !speaksOfItself(project, file, range, stated, sort)) return [];
      return [{ ...count, range, uri, leaf }];
    });
  });
}

/** A count, and what its sentence says. */
interface StatedCount {
  readonly count: Count;
  /** Where it begins, counted from where its block starts. */
  readonly start: number;
  readonly cites: boolean;
  /** Whether the authors speak of themselves in the sentence. */
  readonly isOwn: boolean;
  /** Whether they put a finding forward before the number. */
  readonly isYield: boolean;
}

/** What was found in each block of text when it was last read, by the nouns. */
const known = new KeptAnswers<readonly StatedCount[]>();

function countsIn(
  document: SyntaxDocument,
  leaf: Leaf,
  nouns: ReadonlyMap<string, Sort>,
): readonly StatedCount[] {
  return known.get(leaf, [...nouns.keys()].join(' '), () =>
    countsOf(wordsOf(document, leaf), new Set(nouns.keys())).map((count) =>
      stated(document, leaf, count),
    ),
  );
}

function stated(document: SyntaxDocument, leaf: Leaf, count: Count): StatedCount {
  const { range } = count;
  const sentence = sentenceAround(document, range);
  const before = visibleText(document, { start: sentence.start, end: range.start }).text.slice(
    -REACH,
  );
  return {
    count,
    start: range.start - leaf.range.start,
    cites: citationsBetween(document, sentence).length > 0,
    isOwn: OWN.test(visibleText(document, sentence).text),
    isYield: OWN.test(before) && YIELDS.test(before) && !isProcedure(before),
  };
}

function speaksOfItself(
  project: Project,
  { uri, facts }: ProjectFile,
  range: TextRange,
  { cites, isOwn, isYield }: StatedCount,
  sort: Sort,
): boolean {
  if (cites) return false;
  for (const { kind } of facts.tagsAround(range)) if (kind === 'evidence') return false;
  const inMethod = facts.headings.some(
    ({ text, sectionRange }) => containsRange(sectionRange, range) && METHOD_TITLE.test(text),
  );
  switch (sort) {
    case 'data':
      return inMethod || isOwn || project.inAbstract({ uri, range });
    case 'result':
      return isOwn || project.inAbstract({ uri, range });
    case 'process':
      return !inMethod && isYield;
  }
}

/** Whether the number of steps is that of the authors' own work: “we analysed the data in three steps”. */
function isProcedure(before: string): boolean {
  return /\b(?:in|through|over|during)\s*$/i.test(before) && PROCEDURE.test(before);
}
