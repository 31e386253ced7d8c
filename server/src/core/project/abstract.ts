import {
  visibleText,
  type DocumentChange,
  type Leaf,
  type SyntaxBlock,
  type SyntaxDocument,
} from '../syntax';
import type { FactsChange, LiveFacts } from '../model';
import { Signal } from '../reactive';
import type { TextRange } from '../text/range';

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
  readonly #ranges = new Map<LiveFacts, Signal<readonly TextRange[]>>();

  /** The ranges of a file's abstract; they move with the text. */
  of(facts: LiveFacts): readonly TextRange[] {
    let ranges = this.#ranges.get(facts);
    if (!ranges) {
      ranges = new Signal(abstractRanges(facts.current));
      this.#ranges.set(facts, ranges);
    }
    return ranges.value;
  }

  /** Takes over what an edit has changed. */
  update({ facts, syntax }: FactsChange): void {
    const ranges = this.#ranges.get(facts);
    if (!ranges || !isConcerned(facts.current, syntax)) return;
    const before = ranges.untracked;
    const now = abstractRanges(facts.current);
    const isSame =
      now.length === before.length && now.every((range, index) => range === before[index]);
    if (!isSame) ranges.value = now;
  }
}

function isConcerned(document: SyntaxDocument, change: DocumentChange): boolean {
  const { removedBlocks, addedBlocks, structureChanged, frontMatterChanged } = change;
  if (structureChanged || frontMatterChanged) return true;
  const [first] = addedBlocks;
  // A title that stands alone makes the paragraph behind it the abstract.
  const before = first && first.start > 0 ? [document.blockAt(first.start - 1)] : [];
  return [...before, ...removedBlocks, ...addedBlocks].some((block) =>
    block.leaves.some((leaf) => runInTitle(document, block, leaf) !== ''),
  );
}

function abstractRanges(document: SyntaxDocument): TextRange[] {
  const divs = document.elements.filter(
    ({ carrier, id, classes }) =>
      carrier === 'div' &&
      (id?.value.toLowerCase() === 'abstract' ||
        classes.some(({ name }) => name.toLowerCase() === 'abstract')),
  );
  const sections = document.headings.filter(({ text }) => isTitle(text));
  return [
    ...metadataRanges(document),
    ...divs.map(({ range }) => range),
    ...sections.map(({ sectionRange }) => sectionRange),
    ...runInRanges(document),
  ];
}

/** The lines of the front matter from a top-level `abstract:` to the next key. */
function metadataRanges(document: SyntaxDocument): TextRange[] {
  const { frontMatter } = document;
  if (!frontMatter) return [];
  const { start, end } = frontMatter.contentRange;
  const yaml = document.slice(start, end);
  const key = /^(?:abstract|"abstract"|'abstract')[ \t]*:/m.exec(yaml);
  if (!key) return [];
  const after = key.index + key[0].length;
  const next = /^[^\s#]/m.exec(yaml.slice(after));
  return [{ start: start + key.index, end: next ? start + after + next.index : end }];
}

/** Paragraphs such as `**Abstract.** We follow …`, or the one after a paragraph that is the title alone. */
function runInRanges(document: SyntaxDocument): TextRange[] {
  const ranges: TextRange[] = [];
  let isBehindTitle = false;
  for (const block of document.blocks) {
    for (const leaf of block.leaves) {
      if (isBehindTitle && leaf.kind === 'paragraph') ranges.push(leaf.range);
      const title = runInTitle(document, block, leaf);
      if (title !== '') ranges.push(leaf.range);
      isBehindTitle = title === 'alone';
    }
  }
  return ranges;
}

/** How a block of text begins with the title of an abstract: before text, as all of it, or not at all. */
type RunIn = 'before' | 'alone' | '';

const runIns = new WeakMap<Leaf, RunIn>();

function runInTitle(document: SyntaxDocument, { text, start }: SyntaxBlock, leaf: Leaf): RunIn {
  if (leaf.kind !== 'paragraph') return '';
  const { range } = leaf;
  const at = range.start - start;
  // Few paragraphs begin with emphasis, and what they begin with need not be cut out.
  if (!/[\s*_]/.test(text.charAt(at))) return '';
  let title = runIns.get(leaf);
  if (title === undefined) {
    title = readRunIn(document, range, text.slice(at, Math.min(range.end - start, at + 60)));
    runIns.set(leaf, title);
  }
  return title;
}

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
