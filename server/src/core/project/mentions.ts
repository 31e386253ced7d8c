import type { Place } from '../model';
import { KeptAnswers, type Leaf, type SyntaxDocument } from '../syntax';
import { subRange } from '../text/anchor';
import { containsRange, touches, type TextRange } from '../text/range';
import { blocksAt, documentAt } from './around';
import type { Element } from './element';
import { comparePlaces, inOrder } from './order';
import type { PlacedLeaf } from './leafIndex';
import { leafWords } from './leafWords';
import { buildLexicon, type Lexicon } from './lexicon';
import { perProject } from './perProject';
import type { Project } from './project';
import { textQuestion } from './textQuestion';
import { wordsOf } from './words';

/** A use of a construct in plain text. */
export interface Mention {
  readonly construct: Element;
  readonly place: Place;
  /** The block of text in which it stands. */
  readonly leaf: Leaf;
}

/** The plain-text uses of the constructs of a project. */
export interface MentionIndex {
  /** All uses in a file, in order. */
  inFile(uri: string): readonly Mention[];
  /** The uses in one block of text of a file. */
  inLeaf(uri: string, leaf: Leaf): readonly Mention[];
  /** The uses of one construct in the whole manuscript, found one after the other, in no order. */
  of(construct: Element): Iterable<Mention>;
  /** Those of them that stand before a place, found one after the other, in the order of the manuscript. */
  before(construct: Element, place: Place): Iterable<Mention>;
}

/** The wordings of the constructs; who reads them depends on the constructs alone. */
const lexiconOf = perProject(buildLexicon);

/** In which blocks of text a construct may be used. */
const USES = textQuestion((project): Lexicon | undefined => {
  const lexicon = lexiconOf(project);
  return lexicon.isEmpty ? undefined : lexicon;
});

/** The plain-text uses of a project. What is asked for is found once, block by block. */
export function mentionsOf(project: Project): MentionIndex {
  return {
    inFile: (uri) => {
      const document = project.file(uri)?.facts.document;
      return document?.leaves.flatMap((leaf) => inLeaf(project, uri, leaf)) ?? [];
    },
    inLeaf: (uri, leaf) => inLeaf(project, uri, leaf),
    of: (construct) => usesOf(project, construct, project.leavesWith(USES, construct.key)),
    before: (construct, place) => usesBefore(project, construct, place),
  };
}

/** The uses in the blocks of text that lie in a range of a file. */
export function mentionsIn(project: Project, uri: string, range: TextRange): readonly Mention[] {
  const leaves = project.file(uri)?.facts.document.leaves ?? [];
  return leaves
    .filter((leaf) => containsRange(range, leaf.range))
    .flatMap((leaf) => inLeaf(project, uri, leaf));
}

/** The use at an offset of a file; the caret may stand just behind it. */
export function mentionAt(project: Project, uri: string, offset: number): Mention | undefined {
  const document = project.file(uri)?.facts.document;
  return (document ? blocksAt(document, offset) : [])
    .flatMap(({ leaves }) => leaves)
    .filter(({ range }) => touches(range, offset))
    .flatMap((leaf) => inLeaf(project, uri, leaf))
    .find(({ place }) => touches(place.range, offset));
}

function* usesOf(
  project: Project,
  construct: Element,
  leaves: Iterable<PlacedLeaf>,
): Iterable<Mention> {
  for (const { uri, leaf } of leaves) {
    if (project.inGeneratedTable({ uri, range: leaf.range })) continue;
    for (const mention of inLeaf(project, uri, leaf)) {
      if (mention.construct.key === construct.key) yield mention;
    }
  }
}

function* usesBefore(project: Project, construct: Element, end: Place): Iterable<Mention> {
  const leaves = [...project.leavesWith(USES, construct.key)].filter(
    ({ uri, leaf: { range } }) => comparePlaces(project, { uri, range }, end) < 0,
  );
  for (const mention of usesOf(project, construct, inOrder(project, leaves))) {
    if (comparePlaces(project, mention.place, end) >= 0) return;
    yield mention;
  }
}

function inLeaf(project: Project, uri: string, leaf: Leaf): Mention[] {
  const lexicon = lexiconOf(project);
  if (lexicon.isEmpty) return [];
  const file = project.file(uri);
  if (!file) return [];
  const document = documentAt(file, leaf.range);
  return wordingsIn(lexicon, document, leaf).flatMap(({ key, start, end }) => {
    const construct = lexicon.construct(key);
    const place = { uri, range: subRange(leaf.range, start, end) };
    if (!construct || isTagged(construct, place)) return [];
    return [{ construct, place, leaf }];
  });
}

/** A wording that is found in a block of text; offsets count from where the block starts. */
interface Found {
  /** The key of the construct. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** What was found in each block of text when it was last read, by the signature of the wordings. */
const found = new KeptAnswers<readonly Found[]>();

function wordingsIn(lexicon: Lexicon, document: SyntaxDocument, leaf: Leaf): readonly Found[] {
  return found.get(leaf, lexicon.signature, () =>
    lexicon.keysIn(leafWords(leaf)).length > 0 ? findWordings(lexicon, document, leaf) : [],
  );
}

/** Takes the longest term at each word, so that a match inside a longer term belongs to the longer. */
function findWordings(lexicon: Lexicon, document: SyntaxDocument, leaf: Leaf): Found[] {
  const words = wordsOf(document, leaf);
  const base = leaf.range.start;
  const wordings: Found[] = [];
  let next = 0;
  words.forEach(({ range: { start }, afterHyphen }, first) => {
    // The second half of a compound is no whole word: “non-compliance” is no compliance.
    if (first < next || afterHyphen) return;
    const match = lexicon.longestAt(words, first);
    if (!match) return;
    next = match.last + 1;
    const end = words[match.last]?.range.end ?? start;
    wordings.push({ key: match.construct.key, start: start - base, end: end - base });
  });
  return wordings;
}

/** Whether words stand where the construct is tagged: its own words there are no plain-text use. */
function isTagged({ tag, place, occurrences }: Element, { uri, range }: Place): boolean {
  // An entry of the registry is anchored to untagged words.
  if (!tag && place.uri === uri && containsRange(place.range, range)) return true;
  return [...(tag ? [tag] : []), ...occurrences].some(
    (own) => own.uri === uri && containsRange(own.source.range, range),
  );
}
