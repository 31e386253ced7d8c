import type { Kind, LiveFacts } from '../model';
import { KeptAnswers, type Heading, type Leaf } from '../syntax';
import type { SyntaxBlock, SyntaxDocument } from '../syntax';
import { overlaps, type TextRange } from '../text/range';
import { firstFrom } from '../text/search';
import { headingSection, type CompiledLexicon } from './compiled';
import type { Surroundings } from './features';
import { judgeBlock, type Clue, type Judgement } from './judge';
import { declaredLanguage, guessLanguage } from './language';
import type { Section, SuggestedLabel } from './lexicon';
import { LANGUAGES, lexiconOf } from './lexicons';
import { readLeaf, type SentenceReading } from './reading';
import { reasonFor } from './reasons';
import { TIERS } from './weights';

/** A passage that looks like something to tag. */
export interface Suggestion {
  /**
   * What to tag, in source offsets: a sentence without its full stop and the citations behind it; for evidence the
   * quotation with its marks, or the paragraphs of a block quotation.
   */
  readonly range: TextRange;
  /** The whole sentence, or the block quotation. */
  readonly sentence: TextRange;
  readonly kind: Kind;
  /** Of a claim, what `type=` would say. */
  readonly type?: Exclude<SuggestedLabel, 'construct' | 'mechanism' | 'evidence'>;
  readonly label: SuggestedLabel;
  /** 1: worth a hint. 2: to be shown only on demand. */
  readonly tier: 1 | 2;
  /** Where the words stand that led to it. */
  readonly cueRange: TextRange;
  /** These words in lower case, white space folded. Empty where there are none. */
  readonly phrase: string;
  /** What silences it as one of `never` of the options: the phrase; without one, the first words of the sentence. */
  readonly never: string;
  /** A short sentence for the author: why this is suggested. */
  readonly reason: string;
}

/** What to look for, and where. */
export interface SuggestionOptions {
  /** Only what stands in the blocks that this range touches. */
  readonly range?: TextRange;
  /** The lowest tier that is wanted; 1 where nothing is said. */
  readonly tier?: 1 | 2;
  /** The language (BCP 47) where the front matter names none; without it, the language is guessed. */
  readonly language?: string;
  /** What is never to lead to a suggestion, as {@link Suggestion.never} gives it. */
  readonly never?: ReadonlySet<string>;
}

/**
 * What in a file looks like a claim, evidence, mechanism or construct and is not tagged yet, in the order of the text. Code,
 * math, headings, captions, tables, notes, references and whatever is inside a tag are left out.
 *
 * What was found is kept by each block: after an edit, only the blocks that it touched are read again. The first time, a
 * whole manuscript takes much longer than to parse it; who has to stay responsive asks for one `range` after the other. Who
 * asks in a watcher is told when the file, or the blocks of the range, are others; tags and the front matter elsewhere are
 * not watched for a range.
 * @throws never for a manuscript, however broken
 */
export function suggestionsIn(facts: LiveFacts, options: SuggestionOptions = {}): Suggestion[] {
  const { range, tier = 1, never } = options;
  const document = range ? facts.around(range) : facts.document;
  const lexicon = lexiconFor(document, options.language);
  if (!lexicon) return [];
  const found: Suggestion[] = [];
  eachText(document, lexicon, range, {
    paragraph(leaf, surroundings) {
      for (const one of suggestionsOf(document, leaf, lexicon, surroundings)) {
        if (one.tier <= tier) found.push(moved(one, leaf.range.start));
      }
    },
    quotation(block, before) {
      const quotation = blockQuotation(document, block, before);
      if (quotation) found.push(quotation);
    },
  });
  return found.filter((one) => !(never?.has(one.never) ?? false) && !isTagged(facts, one));
}

/** A paragraph that was read. */
export interface Paragraph {
  /** Where it starts; what is told of its sentences is counted from there. */
  readonly start: number;
  readonly sentences: readonly SentenceReading[];
  readonly surroundings: Surroundings;
}

/** What {@link suggestionsIn} reads, and where; for learning. */
export function readParagraphs(document: SyntaxDocument, lexicon: CompiledLexicon): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  eachText(document, lexicon, undefined, {
    paragraph(leaf, surroundings) {
      const sentences = readLeaf(document, leaf, lexicon);
      paragraphs.push({ start: leaf.range.start, sentences, surroundings });
    },
  });
  return paragraphs;
}

/** Who is told of the texts of a manuscript in which something may be suggested. */
interface Reader {
  paragraph(leaf: Leaf, surroundings: Surroundings): void;
  quotation?(block: SyntaxBlock, before: SyntaxBlock | undefined): void;
}

function eachText(
  document: SyntaxDocument,
  lexicon: CompiledLexicon,
  range: TextRange | undefined,
  reader: Reader,
): void {
  const sections = sectionsOf(document, lexicon);
  const blocks = range ? document.blocksAround(range) : document.blocks;
  blocks.forEach((block, index) => {
    if (range && (block.end < range.start || block.start > range.end)) return;
    const section = sections(block.start);
    if (section === 'outside') return;
    if (isQuote(block)) {
      reader.quotation?.(block, blocks[index - 1]);
      return;
    }
    const besideQuotation = [blocks[index - 1], blocks[index + 1]].some(
      (other) => other && isQuote(other),
    );
    const surroundings = surroundingsOf(section, besideQuotation);
    for (const leaf of block.leaves) {
      if (leaf.kind === 'paragraph' && leaf.context === 'body') {
        reader.paragraph(leaf, surroundings);
      }
    }
  });
}

/** The lexicon for a manuscript: by its front matter, else by what is set, else by its words. */
function lexiconFor(
  document: SyntaxDocument,
  language: string | undefined,
): CompiledLexicon | undefined {
  const declared = declaredLanguage(document) ?? language?.toLowerCase().split('-')[0];
  if (declared !== undefined && declared !== '') return lexiconOf(declared);
  return guessLanguage(
    document,
    LANGUAGES.flatMap((one) => lexiconOf(one) ?? []),
  );
}

/** What the headings of a manuscript say, for each language; who asks range by range does not read them again. */
const knownSections = new WeakMap<
  CompiledLexicon,
  WeakMap<SyntaxDocument, readonly (Section | undefined)[]>
>();

/** Tells of an offset in which kind of section it stands. */
function sectionsOf(
  document: SyntaxDocument,
  lexicon: CompiledLexicon,
): (offset: number) => Section | undefined {
  const { headings } = document;
  let known = knownSections.get(lexicon);
  if (!known) knownSections.set(lexicon, (known = new WeakMap()));
  const sections = known.get(document) ?? readSections(headings, lexicon);
  known.set(document, sections);
  return (offset) => sections[firstFrom(headings, offset, ({ range }) => range.start) - 1];
}

/** For each heading, the section that it or one above it opens. */
function readSections(
  headings: readonly Heading[],
  lexicon: CompiledLexicon,
): (Section | undefined)[] {
  const open: { readonly heading: Heading; readonly section: Section | undefined }[] = [];
  return headings.map((heading) => {
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop();
    const section = headingSection(lexicon, heading.text) ?? open.at(-1)?.section;
    open.push({ heading, section });
    return section;
  });
}

function isQuote({ text }: SyntaxBlock): boolean {
  return /^ {0,3}>/.test(text.slice(0, 4));
}

/** A block quotation, unless it is one from the literature: then it, or what leads to it, cites a work. */
function blockQuotation(
  document: SyntaxDocument,
  block: SyntaxBlock,
  before: SyntaxBlock | undefined,
): Suggestion | undefined {
  const leaves = block.leaves.filter(({ kind }) => kind === 'paragraph');
  const [first, last] = [leaves[0], leaves.at(-1)];
  if (!first || !last || block.citations.length > 0) return undefined;
  const leads = before?.text.trimEnd().endsWith(':') ?? false;
  const sentence = before?.citations.at(-1);
  if (leads && sentence && before && before.end - sentence.range.end < 200) return undefined;
  const text = document.slice(first.range.start, last.range.end);
  const range = { start: first.range.start, end: first.range.start + text.trimEnd().length };
  return {
    range,
    sentence: range,
    kind: 'evidence',
    label: 'evidence',
    tier: 1,
    cueRange: range,
    phrase: '',
    never: firstWords(text),
    reason: reasonFor('evidence', 'blockQuotation', ''),
  };
}

/** Surroundings that are the same are one object, so that what was found in them is found again. */
const alike = new Map<string, Surroundings>();

function surroundingsOf(section: Section | undefined, besideQuotation: boolean): Surroundings {
  const key = `${section ?? ''} ${besideQuotation}`;
  let known = alike.get(key);
  if (!known) alike.set(key, (known = { section, besideQuotation }));
  return known;
}

/** So many words and marks without a full stop are no sentence, but a list, or a table as text. */
const LONGEST = 250;

/** What is suggested in a block of text, counted from its start, for each language; kept as long as it stays the same. */
const kept = new WeakMap<CompiledLexicon, KeptAnswers<readonly Suggestion[]>>();

function suggestionsOf(
  document: SyntaxDocument,
  leaf: Leaf,
  lexicon: CompiledLexicon,
  surroundings: Surroundings,
): readonly Suggestion[] {
  let answers = kept.get(lexicon);
  if (!answers) kept.set(lexicon, (answers = new KeptAnswers()));
  return answers.get(leaf, surroundings, () => {
    const sentences = readLeaf(document, leaf, lexicon);
    return judgeBlock(sentences, surroundings, lexicon.language).flatMap((judgement, at) => {
      const sentence = sentences[at];
      if (!sentence || judgement.chance < TIERS.second) return [];
      if (sentence.words.length > LONGEST) return [];
      return suggestionOf(document, leaf, sentence, judgement);
    });
  });
}

function moved(suggestion: Suggestion, by: number): Suggestion {
  const move = ({ start, end }: TextRange): TextRange => ({ start: start + by, end: end + by });
  const { range, sentence, cueRange } = suggestion;
  return {
    ...suggestion,
    range: move(range),
    sentence: move(sentence),
    cueRange: move(cueRange),
  };
}

function suggestionOf(
  document: SyntaxDocument,
  leaf: Leaf,
  { range }: { readonly range: TextRange },
  { label, chance, clue }: Judgement,
): Suggestion {
  const { start } = leaf.range;
  const source = document.slice(start + clue.range.start, start + clue.range.end);
  const written = source.replace(/\s+/g, ' ').trim();
  const phrase = phraseOf(clue, written);
  return {
    range: label === 'evidence' && clue.type === 'quotation' ? clue.range : range,
    sentence: range,
    ...kindOf(label),
    label,
    tier: chance >= TIERS.first ? 1 : 2,
    cueRange: clue.range,
    phrase,
    never: phrase || firstWords(document.slice(start + range.start, start + range.end)),
    reason: reasonFor(label, clue.type, written),
  };
}

/** So many words tell a sentence from the others of a manuscript. */
const FIRST_WORDS = 12;

function firstWords(text: string): string {
  return text
    .toLowerCase()
    .split(/[\s>]+/, FIRST_WORDS + 1)
    .filter((word) => word !== '')
    .slice(0, FIRST_WORDS)
    .join(' ');
}

function phraseOf({ type }: Clue, written: string): string {
  return type === 'phrase' ? written.toLowerCase() : '';
}

function kindOf(label: SuggestedLabel): Pick<Suggestion, 'kind' | 'type'> {
  switch (label) {
    case 'construct':
    case 'mechanism':
    case 'evidence':
      return { kind: label };
    default:
      return { kind: 'claim', type: label };
  }
}

/** Whether a suggestion shares text with a tag; a tagged term keeps no sentence from being a claim. */
function isTagged(facts: LiveFacts, { range, kind }: Suggestion): boolean {
  const tags = facts.currentTags;
  const counts = (one: (typeof tags)[number]): boolean =>
    one.source.carrier !== 'heading' && (one.kind !== 'construct' || kind === 'construct');
  for (const tag of facts.tagsAround(range)) if (counts(tag)) return true;
  const first = firstFrom(tags, range.start, (tag) => tag.source.range.start);
  for (let at = first; at < tags.length; at++) {
    const tag = tags[at];
    if (!tag || !overlaps(tag.source.range, range)) break;
    if (counts(tag)) return true;
  }
  return false;
}
