import {
  KeptAnswers,
  visibleText,
  type Attributed,
  type Heading,
  type Leaf,
  type SyntaxBlock,
  type SyntaxDocument,
} from '../syntax';
import type { FactsChange, LiveFacts } from '../model';
import { Change } from '../reactive';
import { containsRange, type TextRange } from '../text/range';

/** What an abstract is called, in the languages in which abstracts are commonly written; lower case, NFC. */
const TITLES: ReadonlySet<string> = new Set([
  'abstract',
  'summary',
  'samenvatting',
  'zusammenfassung',
  'résumé',
  'resumen',
]);

/**
 * Finds where the abstract of each file stands: the `abstract` of the front matter, a div of that class or id, a section
 * with such a heading (Abstract, Summary, Samenvatting, Zusammenfassung, Résumé, Resumen), or a paragraph that begins with
 * the emphasised word. Who asks is told when it is another place.
 */
export class AbstractFinder {
  readonly #abstracts = new Map<LiveFacts, Abstract>();

  /** Whether a range stands in the abstract of its file. */
  holds(facts: LiveFacts, range: TextRange): boolean {
    let abstract = this.#abstracts.get(facts);
    if (!abstract) this.#abstracts.set(facts, (abstract = new Abstract(facts.current)));
    return abstract.holds(facts.current, range);
  }

  /** Takes over what an edit has changed. */
  update(change: FactsChange): void {
    this.#abstracts.get(change.facts)?.update(change);
  }
}

/** A part of an abstract, and what begins and ends it: as long as these are the same, it moves with them. */
interface Part {
  readonly range: TextRange;
  readonly by: object;
  readonly until?: object | undefined;
  /** With what it may come to end elsewhere, though it is the same. */
  readonly endsWith?: 'divs' | 'headings';
}

/** The abstract of one file. */
class Abstract {
  readonly #divs = new Set<Attributed>();
  /** The paragraphs that begin like one, with their blocks. */
  readonly #runIns = new Map<Leaf, SyntaxBlock>();
  #titles: readonly Heading[];
  #parts: readonly Part[];
  readonly #change = new Change();
  /** The lines of the front matter, which concern only what stands there. */
  #metadata: TextRange | undefined;
  readonly #metadataChange = new Change();

  constructor(document: SyntaxDocument) {
    for (const block of document.blocks) {
      for (const element of block.elements) if (isAbstractDiv(element)) this.#divs.add(element);
      this.#addRunIns(document, block);
    }
    this.#titles = titlesOf(document);
    this.#parts = this.#find(document);
    this.#metadata = metadataRange(document);
  }

  /** Whether something stands in it. */
  holds({ frontMatter }: SyntaxDocument, range: TextRange): boolean {
    if (frontMatter && range.start < frontMatter.range.end) {
      this.#metadataChange.track();
      return this.#metadata !== undefined && containsRange(this.#metadata, range);
    }
    this.#change.track();
    for (const part of this.#parts) if (containsRange(part.range, range)) return true;
    return false;
  }

  update({ facts, syntax, headingsChanged }: FactsChange): void {
    const document = facts.current;
    for (const element of syntax.removedElements) this.#divs.delete(element);
    for (const element of syntax.addedElements) {
      if (isAbstractDiv(element)) this.#divs.add(element);
    }
    for (const { leaves } of syntax.removedBlocks) {
      for (const leaf of leaves) this.#runIns.delete(leaf);
    }
    for (const block of syntax.addedBlocks) this.#addRunIns(document, block);
    if (headingsChanged) this.#titles = titlesOf(document);
    if (syntax.frontMatterChanged) {
      this.#metadata = metadataRange(document);
      this.#metadataChange.announce();
    }
    const before = this.#parts;
    const after = this.#find(document);
    const moves = {
      divs: syntax.divsChanged,
      headings: syntax.divsChanged || headingsChanged,
    };
    const isSame =
      before.length === after.length &&
      after.every((part, index) => isSamePart(before[index], part, moves));
    this.#parts = after;
    if (!isSame) this.#change.announce();
  }

  #addRunIns(document: SyntaxDocument, block: SyntaxBlock): void {
    const { leaves } = block;
    for (const leaf of leaves) {
      if (leaf.kind === 'paragraph' && runInTitle(document, block, leaf) !== '') {
        this.#runIns.set(leaf, block);
      }
    }
  }

  #find(document: SyntaxDocument): Part[] {
    return [
      ...Array.from(this.#divs, (div): Part => ({ range: div.range, by: div, endsWith: 'divs' })),
      ...this.#titles.map(({ sectionRange, element, next }): Part => {
        const until = next?.element;
        const part = { range: sectionRange, by: element, until };
        return until ? part : { ...part, endsWith: 'headings' };
      }),
      ...Array.from(this.#runIns, ([leaf, block]) => runInParts(document, block, leaf)).flat(),
    ];
  }
}

function isSamePart(
  before: Part | undefined,
  after: Part,
  moves: Readonly<Record<'divs' | 'headings', boolean>>,
): boolean {
  return (
    before?.by === after.by &&
    before.until === after.until &&
    before.endsWith === after.endsWith &&
    !(after.endsWith && moves[after.endsWith])
  );
}

function isAbstractDiv({ carrier, id, classes }: Attributed): boolean {
  return (
    carrier === 'div' &&
    (id?.value.toLowerCase() === 'abstract' ||
      classes.some(({ name }) => name.toLowerCase() === 'abstract'))
  );
}

function titlesOf({ headings }: SyntaxDocument): readonly Heading[] {
  return headings.filter(({ text }) => MAY_BE_TITLE.test(text) && isTitle(text));
}

/** Tells most headings from titles of an abstract without looking closely. */
const MAY_BE_TITLE = /abstract|summary|samenvatting|zusammenfassung|r\S{1,2}sum/i;

/** The lines of the front matter from a top-level `abstract:` to the next key. */
function metadataRange(document: SyntaxDocument): TextRange | undefined {
  const { frontMatter } = document;
  if (!frontMatter) return undefined;
  const { start, end } = frontMatter.contentRange;
  const yaml = document.slice(start, end);
  const key = /^(?:abstract|"abstract"|'abstract')[ \t]*:/m.exec(yaml);
  if (!key) return undefined;
  const after = key.index + key[0].length;
  const next = /^[^\s#]/m.exec(yaml.slice(after));
  return { start: start + key.index, end: next ? start + after + next.index : end };
}

/** A paragraph such as `**Abstract.** We follow …`, and the one after it where it is the title alone. */
function runInParts(document: SyntaxDocument, block: SyntaxBlock, leaf: Leaf): Part[] {
  const parts = [{ range: leaf.range, by: leaf }];
  const isAlone = runInTitle(document, block, leaf) === 'alone';
  const next = isAlone ? leafBehind(document, leaf) : undefined;
  if (next?.kind === 'paragraph') parts.push({ range: next.range, by: next });
  return parts;
}

/** The block of text behind another one. */
function leafBehind(document: SyntaxDocument, { range: { start } }: Leaf): Leaf | undefined {
  for (let block = document.blockAt(start); ; block = document.blockAt(block.end)) {
    const next = block.leaves.find(({ range }) => range.start > start);
    if (next || block.end >= document.length) return next;
  }
}

/** How a block of text begins with the title of an abstract: before text, as all of it, or not at all. */
type RunIn = 'before' | 'alone' | '';

const runIns = new KeptAnswers<RunIn>();

function runInTitle(document: SyntaxDocument, { text, start }: SyntaxBlock, leaf: Leaf): RunIn {
  if (leaf.kind !== 'paragraph') return '';
  const { range } = leaf;
  const at = range.start - start;
  // Few paragraphs begin with emphasis, and what they begin with need not be cut out.
  const first = text.charCodeAt(at);
  const isLetter = (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a && first !== UNDERSCORE;
  if (isLetter || !/[\s*_]/.test(String.fromCharCode(first))) return '';
  return runIns.get(leaf, undefined, () =>
    readRunIn(document, range, text.slice(at, Math.min(range.end - start, at + 60))),
  );
}

const UNDERSCORE = 0x5f;

function readRunIn(document: SyntaxDocument, range: TextRange, opening: string): RunIn {
  const emphasised = /^\s*([*_]{1,3})([^*_\n]{3,40})\1/.exec(opening);
  if (!emphasised || !isTitle(emphasised[2] ?? '')) return '';
  return isTitle(visibleText(document, range).text) ? 'alone' : 'before';
}

/** Compares a title without its number and without what closes it. */
function isTitle(title: string): boolean {
  const bare = title
    .normalize('NFC')
    .trim()
    .replace(/^(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])(?:[.):]\s*|\s+)/i, '')
    .replace(/[\s.:—–-]+$/, '')
    .toLowerCase();
  return TITLES.has(bare);
}
