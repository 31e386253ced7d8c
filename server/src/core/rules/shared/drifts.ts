import type { Place } from '../../model';
import {
  definitionsOf,
  documentAt,
  inOrder,
  mentionsOf,
  perProject,
  textQuestion,
  valueOf,
  wordingsOf,
  wordsOf,
  wordsOfText,
  type Element,
  type LeafWords,
  type Project,
  type ProjectFile,
  type Search,
} from '../../project';
import { KeptAnswers, type Leaf, type SyntaxDocument } from '../../syntax';
import { overlaps, type TextRange } from '../../text/range';
import { VariantFinder, type Term } from './variantFinder';

/** A wording that is nearly that of a defined construct. */
export interface Drift {
  readonly construct: Element;
  /** The wording that it is near to. */
  readonly term: string;
  /** In lower case. */
  readonly wording: string;
  readonly places: Place[];
}

/** The drifts from the wordings of a construct, in the order of the manuscript. */
export function* driftsOf(project: Project, construct: Element): Iterable<Drift> {
  const candidates = Array.from(project.leavesWith(DRIFTS, construct.key));
  // Mostly there are none; then the wordings of others do not matter.
  if (candidates.length === 0) return;
  const terms = termsOf(project);
  const leaves = candidates.filter(({ uri, leaf }) => {
    const file = project.file(uri);
    if (file?.participates !== true || variantsOf(terms, file, leaf).length === 0) return false;
    return !project.inGeneratedTable({ uri, range: leaf.range });
  });
  for (const { uri, leaf } of inOrder(project, leaves)) {
    const file = project.file(uri);
    if (!file) continue;
    for (const drift of driftsIn(project, file, leaf)) {
      if (drift.construct.key === construct.key) yield drift;
    }
  }
}

/** The wordings of the defined constructs that can be told from other words. */
class Terms implements Search {
  /** What tells these terms from others; who keeps it does not keep the terms. */
  readonly identity = {};
  readonly signature: string;
  readonly wanted: ReadonlyMap<string, string>;
  readonly #finder: VariantFinder<Element>;
  readonly #terms: readonly Term<Element>[];
  readonly #constructs: ReadonlyMap<string, Element>;

  /** A wording that several constructs have belongs to the first. */
  constructor(terms: readonly Term<Element>[]) {
    const own = new Map<string, Term<Element>>();
    for (const term of terms) {
      const name = term.words.join(' ');
      if (!own.has(name)) own.set(name, term);
    }
    this.#terms = [...own.values()];
    this.#constructs = new Map(this.#terms.map(({ owner }) => [owner.key, owner]));
    const wanted = new Map<string, string>();
    for (const { owner, wording } of this.#terms) {
      wanted.set(owner.key, `${wanted.get(owner.key) ?? ''}${JSON.stringify(wording)}`);
    }
    this.wanted = wanted;
    this.signature = JSON.stringify([...wanted]);
    this.#finder = new VariantFinder(this.#terms);
  }

  /** The wordings of some constructs. */
  static of(constructs: readonly Element[]): Terms {
    return new Terms(
      constructs.flatMap((owner) =>
        wordingsOf(owner).map((wording) => ({
          owner,
          wording,
          words: wordsOfText(wording).map(({ stem }) => stem),
        })),
      ),
    );
  }

  get isEmpty(): boolean {
    return this.#finder.isEmpty;
  }

  /** The construct with a key. */
  construct(key: string): Element | undefined {
    return this.#constructs.get(key);
  }

  keysIn(words: LeafWords): readonly string[] {
    const terms = this.#finder.termsIn(words);
    // Mostly there are none.
    if (terms?.size === 0) return NO_KEYS;
    return [...new Set(Array.from(terms ?? this.#terms, ({ owner }) => owner.key))];
  }

  narrowed(keys: ReadonlySet<string>): Terms {
    return new Terms(this.#terms.filter(({ owner }) => keys.has(owner.key)));
  }

  /** The variants in a block of text; ranges count from where it starts. */
  variantsIn(file: ProjectFile, leaf: Leaf): readonly FoundVariant[] {
    const words = wordsOf(documentAt(file, leaf.range), leaf);
    const base = leaf.range.start;
    return Array.from(this.#finder.find(words), ({ term: { owner, wording: term }, range }) => ({
      key: owner.key,
      term,
      wording: words.flatMap((word) => (overlaps(word.range, range) ? word.stem : [])).join(' '),
      range: { start: range.start - base, end: range.end - base },
    }));
  }
}

const NO_KEYS: readonly string[] = [];

/** It is kept by blocks of text, which may stay longer than the construct does, so that it does not hold on to that. */
interface FoundVariant {
  /** The key of the construct. */
  readonly key: string;
  /** The wording that it is near to. */
  readonly term: string;
  readonly wording: string;
  readonly range: TextRange;
}

/** Who reads the terms depends on the constructs alone. */
const termsOf = perProject((project) => {
  const constructs = project
    .elementsOfKind('construct')
    .filter(
      (construct) =>
        valueOf(construct, 'match') !== 'tagged' && definitionsOf(construct).length > 0,
    );
  return Terms.of(constructs);
});

/** In which blocks of text a variant of a construct's wordings may stand. */
const DRIFTS = textQuestion((project): Terms | undefined => {
  const terms = termsOf(project);
  return terms.isEmpty ? undefined : terms;
});

/** What was found in each block of text when it was last read. */
const variants = new KeptAnswers<readonly FoundVariant[]>();

function variantsOf(terms: Terms, file: ProjectFile, leaf: Leaf): readonly FoundVariant[] {
  return variants.get(leaf, terms.identity, () => terms.variantsIn(file, leaf));
}

/** The drifts in a block of text: variants that are neither uses, nor quoted, nor tagged. */
function driftsIn(project: Project, file: ProjectFile, leaf: Leaf): Drift[] {
  if (leaf.kind === 'metadata') return [];
  const terms = termsOf(project);
  const found = variantsOf(terms, file, leaf);
  if (found.length === 0) return [];
  const { uri } = file;
  const base = leaf.range.start;
  const taken = [
    ...mentionsOf(project)
      .inLeaf(uri, leaf)
      .map(({ place }) => place.range),
    ...quotationsIn(documentAt(file, leaf.range), leaf),
  ];
  const drifts: Drift[] = [];
  for (const { key, term, wording, range: relative } of found) {
    const construct = terms.construct(key);
    const range = { start: base + relative.start, end: base + relative.end };
    if (!construct || taken.some((other) => overlaps(other, range))) continue;
    if (isTagged(project, file, construct, range)) continue;
    taken.push(range);
    drifts.push({ construct, term, wording, places: [{ uri, range }] });
  }
  return drifts;
}

/** What stands between double quotation marks: somebody else's words. */
function quotationsIn(document: SyntaxDocument, { range: { start, end } }: Leaf): TextRange[] {
  return [...document.slice(start, end).matchAll(/“[^”]{1,2000}”|(?<![=\w])"[^"]{1,2000}"/g)].map(
    ({ 0: match, index }) => ({ start: start + index, end: start + index + match.length }),
  );
}

/** Whether words are tagged as the construct already, or stand in the words of an informant. */
function isTagged(
  project: Project,
  { facts }: ProjectFile,
  construct: Element,
  range: TextRange,
): boolean {
  for (const tag of facts.tagsAround(range)) {
    if (tag.kind === 'evidence') return true;
    if (tag.kind === 'construct' && project.elementOf(tag) === construct) return true;
  }
  return false;
}
