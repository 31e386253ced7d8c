import { visibleText, type DocumentChange, type Leaf, type SyntaxDocument } from '../syntax';
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
  return [...before, ...removedBlocks, ...addedBlocks].some(({ leaves }) =>
    leaves.some((leaf) => runInTitle(document, leaf) !== ''),
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
  document.leaves.forEach((leaf, index) => {
    const title = runInTitle(document, leaf);
    if (title === '') return;
    ranges.push(leaf.range);
    const next = document.leaves[index + 1];
    if (next?.kind === 'paragraph' && title === 'alone') ranges.push(next.range);
  });
  return ranges;
}

/** How a block of text begins with the title of an abstract: before text, as all of it, or not at all. */
type RunIn = 'before' | 'alone' | '';

const runIns = new WeakMap<Leaf, RunIn>();

function runInTitle(document: SyntaxDocument, leaf: Leaf): RunIn {
  let title = runIns.get(leaf);
  if (title === undefined) runIns.set(leaf, (title = readRunIn(document, leaf)));
  return title;
}

function readRunIn(document: SyntaxDocument, { kind, range }: Leaf): RunIn {
  if (kind !== 'paragraph') return '';
  const opening = document.slice(range.start, Math.min(range.end, range.start + 60));
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
