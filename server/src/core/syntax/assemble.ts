import { containsRange, type TextRange } from '../text/range';
import { AutomaticIdentifiers } from './automaticIdentifiers';
import { type Block, type DivFence, type ElementFact, Facts } from './facts';
import { LeafTexts } from './leafTexts';
import { liveLinks, ReferenceTable, resolveUses } from './references';
import { sectionRanges } from './sections';
import type { Citation, FrontMatter, Heading, SyntaxDocument } from './types';

/** A document, and what its text can be rendered from. */
export interface Assembly {
  readonly document: SyntaxDocument;
  readonly texts: LeafTexts;
}

/** Puts the facts of all blocks together: resolves references and notes, pairs divs, nests elements, names headings. */
export function assemble(
  text: string,
  blocks: readonly Block[],
  frontMatter: FrontMatter | undefined,
): Assembly {
  const facts = new Facts();
  for (const block of blocks) block.facts.appendTo(facts);
  addReferredNotes(facts);
  closeDivs(facts.fences, text.length);
  const table = new ReferenceTable(facts.definitions);
  const notes = new Set(facts.notes.map(({ label }) => label));
  const texts = new LeafTexts(facts.leaves, {
    isDefined: (label) => table.isDefined(label),
    hasNote: (label) => notes.has(label),
  });
  const headingTexts = nameHeadings(facts.elements, table, texts);
  table.linkUses(facts.uses);
  const resolved = resolveUses(facts.uses, table);
  const kept = facts.elements.filter((element) => !table.isInsideLink(element.insideUse));
  kept.push(...resolved.elements);
  const elements = inOrder(kept);
  nest(elements);
  const document: SyntaxDocument = {
    text,
    ...(frontMatter === undefined ? {} : { frontMatter }),
    elements,
    citations: inOrder(withoutExamples(facts)),
    headings: headingsOf(elements, headingTexts, text.length),
    links: inOrder([...liveLinks(facts.links, table), ...resolved.links]),
    labels: inOrder(facts.labels),
    comments: inOrder(facts.comments),
    includes: inOrder(facts.includes),
    failedAttributes: inOrder(facts.failures),
    leaves: texts.leaves,
  };
  return { document, texts };
}

/** Adds the facts of the notes that something refers to; the others vanish with all that stands in them. */
function addReferredNotes(facts: Facts): void {
  const notes = new Map(facts.notes.map((note) => [note.label, note]));
  for (const label of new Set(facts.noteReferences)) notes.get(label)?.facts.appendTo(facts);
}

/** Gives each div its end; one that is not closed goes on to the end of the file. */
function closeDivs(fences: readonly DivFence[], end: number): void {
  const open: ElementFact[] = [];
  const close = (element: ElementFact | undefined, at: TextRange): void => {
    if (element === undefined) return;
    const start = Math.min(element.contentRange.start, at.start);
    element.range = { start: element.range.start, end: at.end };
    element.contentRange = { start, end: at.start };
  };
  for (const fence of fences) {
    if (fence.type === 'open') open.push(fence.element);
    else close(open.pop(), fence.range);
  }
  for (const element of open) close(element, { start: end, end });
}

/** Gives headings their identifiers; gives their texts. */
function nameHeadings(
  elements: readonly ElementFact[],
  table: ReferenceTable,
  texts: LeafTexts,
): Map<ElementFact, string> {
  const identifiers = new AutomaticIdentifiers();
  const headingTexts = new Map<ElementFact, string>();
  for (const element of elements) {
    if (element.heading === undefined) continue;
    const text = texts.plain(element.heading.leaf);
    headingTexts.set(element, text);
    if (element.id === undefined) element.automaticId = identifiers.create(text);
    else identifiers.add(element.id.value);
    table.addHeading(text, element.id?.value ?? element.automaticId ?? '');
  }
  return headingTexts;
}

/** Tells each element which is the innermost one whose content holds it; they come in the order of their starts. */
function nest(elements: readonly ElementFact[]): void {
  const open: number[] = [];
  elements.forEach((element, index) => {
    for (let outer = open.at(-1); outer !== undefined; outer = open.at(-1)) {
      const content = elements[outer]?.contentRange;
      if (content !== undefined && containsRange(content, element.range)) break;
      open.pop();
    }
    element.parent = open.at(-1) ?? -1;
    open.push(index);
  });
}

/** `@label` of an example list is a reference to it, not a citation. */
function withoutExamples(facts: Facts): Citation[] {
  const examples = new Set<string>();
  for (const label of facts.labels) if (label.kind === 'example') examples.add(label.id);
  if (examples.size === 0) return facts.citations;
  return facts.citations.filter(
    ({ key, groupRange }) => groupRange !== undefined || !examples.has(key),
  );
}

function headingsOf(
  elements: readonly ElementFact[],
  texts: ReadonlyMap<ElementFact, string>,
  end: number,
): Heading[] {
  const sections = sectionRanges(elements, end);
  const headings: Heading[] = [];
  elements.forEach((element, index) => {
    const { heading, range } = element;
    const sectionRange = sections.get(index);
    if (heading === undefined || sectionRange === undefined) return;
    const id = element.id?.value ?? element.automaticId ?? '';
    const text = texts.get(element) ?? '';
    const level = Math.min(heading.level, 6);
    headings.push({ level, id, text, range, sectionRange, element: index });
  });
  return headings;
}

/** Sorts by start, the longer one first; mostly the list is in order already. */
function inOrder<T extends { readonly range: TextRange }>(items: T[]): T[] {
  for (let index = 1; index < items.length; index++) {
    const before = items[index - 1];
    const item = items[index];
    if (before !== undefined && item !== undefined && byStart(before, item) > 0) {
      return items.sort(byStart);
    }
  }
  return items;
}

function byStart(a: { readonly range: TextRange }, b: { readonly range: TextRange }): number {
  return a.range.start - b.range.start || b.range.end - a.range.end;
}
