import type { Place } from '../model';
import type { Leaf } from '../syntax';
import { containsRange, touches, type TextRange } from '../text/range';
import type { Element } from './element';
import { buildLexicon, type Lexicon } from './lexicon';
import type { Project } from './project';
import { wordsOf, type Word } from './words';

/** A use of a construct in plain text. */
export interface Mention {
  readonly construct: Element;
  readonly place: Place;
  /** The block of text in which it stands. */
  readonly leaf: Leaf;
}

/** The plain-text uses of the constructs of a project, in the order of the manuscript. */
export interface MentionIndex {
  /** All uses in a file. */
  inFile(uri: string): readonly Mention[];
  /** The uses of one construct in the whole manuscript. */
  of(construct: Element): readonly Mention[];
}

const indexes = new WeakMap<Project, Index>();

/** The plain-text uses of a project. What is asked for is computed once, block by block. */
export function mentionsOf(project: Project): MentionIndex {
  return indexOf(project);
}

/** The uses in the blocks of text that lie in a range of a file. */
export function mentionsIn(project: Project, uri: string, range: TextRange): readonly Mention[] {
  return indexOf(project).inLeaves(uri, (leaf) => containsRange(range, leaf.range));
}

/** The use at an offset of a file; the caret may stand just behind it. */
export function mentionAt(project: Project, uri: string, offset: number): Mention | undefined {
  return indexOf(project)
    .inLeaves(uri, ({ range }) => touches(range, offset))
    .find(({ place }) => touches(place.range, offset));
}

function indexOf(project: Project): Index {
  let index = indexes.get(project);
  if (!index) indexes.set(project, (index = new Index(project)));
  return index;
}

class Index implements MentionIndex {
  readonly #project: Project;
  readonly #lexicon: Lexicon;
  /** Where each construct is tagged, by its key: its own words there are no plain-text use. */
  readonly #tagged: ReadonlyMap<string, readonly Place[]>;
  readonly #ofLeaf = new Map<Leaf, readonly Mention[]>();
  readonly #ofFile = new Map<string, readonly Mention[]>();
  #ofConstruct: ReadonlyMap<string, readonly Mention[]> | undefined;

  constructor(project: Project) {
    this.#project = project;
    this.#lexicon = buildLexicon(project);
    this.#tagged = taggedPlaces(project);
  }

  inFile(uri: string): readonly Mention[] {
    let mentions = this.#ofFile.get(uri);
    if (!mentions) this.#ofFile.set(uri, (mentions = this.inLeaves(uri, () => true)));
    return mentions;
  }

  of(construct: Element): readonly Mention[] {
    this.#ofConstruct ??= byConstruct(this.#project.files.flatMap(({ uri }) => this.inFile(uri)));
    return this.#ofConstruct.get(construct.key) ?? [];
  }

  inLeaves(uri: string, wanted: (leaf: Leaf) => boolean): readonly Mention[] {
    const document = this.#project.file(uri)?.facts.document;
    if (!document || this.#lexicon.isEmpty) return [];
    return document.leaves.filter(wanted).flatMap((leaf) => {
      let mentions = this.#ofLeaf.get(leaf);
      if (!mentions) {
        mentions = this.#scan(uri, leaf, wordsOf(document, leaf));
        this.#ofLeaf.set(leaf, mentions);
      }
      return mentions;
    });
  }

  /** Takes the longest term at each word, so that a match inside a longer term belongs to the longer. */
  #scan(uri: string, leaf: Leaf, words: readonly Word[]): Mention[] {
    const mentions: Mention[] = [];
    let next = 0;
    words.forEach(({ range: { start }, afterHyphen }, first) => {
      // The second half of a compound is no whole word: “non-compliance” is no compliance.
      if (first < next || afterHyphen) return;
      const match = this.#lexicon.longestAt(words, first);
      if (!match) return;
      next = match.last + 1;
      const { construct } = match;
      const place = { uri, range: { start, end: words[match.last]?.range.end ?? start } };
      if (!this.#isTagged(construct, place)) mentions.push({ construct, place, leaf });
    });
    return mentions;
  }

  #isTagged({ key }: Element, { uri, range }: Place): boolean {
    const tagged = this.#tagged.get(key) ?? [];
    return tagged.some((place) => place.uri === uri && containsRange(place.range, range));
  }
}

function taggedPlaces(project: Project): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const { kind, key, tag, place, occurrences } of project.elements) {
    if (kind !== 'construct') continue;
    const tags = tag ? [tag, ...occurrences] : occurrences;
    const tagged = tags.map(({ uri, source }) => ({ uri, range: source.range }));
    // An entry of the registry is anchored to untagged words.
    places.set(key, tag ? tagged : [place, ...tagged]);
  }
  return places;
}

function byConstruct(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.construct.key);
    if (group) group.push(mention);
    else groups.set(mention.construct.key, [mention]);
  }
  return groups;
}
