import type { TextRange } from '../text/range';
import { AutomaticIdentifiers } from './automaticIdentifiers';
import type { Block, DivFence, ElementFact } from './facts';
import { LeafTexts } from './leafTexts';
import { liveLinks, ReferenceTable, resolveUses } from './references';
import { sectionRanges } from './sections';
import { addShifted, emptyPlacedFacts, type PlacedFacts } from './shift';
import type { Attributed, Citation, FrontMatter, Heading, SyntaxDocument } from './types';

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
  const facts = emptyPlacedFacts();
  for (const block of blocks) addShifted(facts, block.facts, block.base);
  addReferredNotes(facts);
  const elements = closeDivs(facts.elements, facts.fences, text.length);
  const table = new ReferenceTable(facts.definitions);
  const notes = new Set(facts.placedNotes.map(({ label }) => label));
  const texts = new LeafTexts(facts.places, {
    isDefined: (label) => table.isDefined(label),
    hasNote: (label) => notes.has(label),
  });
  const names = nameHeadings(elements, table, texts);
  table.linkUses(facts.uses);
  const resolved = resolveUses(facts.uses, table);
  const kept = elements.filter((element) => !table.isInsideLink(element.insideUse));
  kept.push(...resolved.elements);
  kept.sort(byStart);
  const parents = parentsOf(kept);
  const document: SyntaxDocument = {
    text,
    ...(frontMatter === undefined ? {} : { frontMatter }),
    elements: kept.map((fact, index) => publicElement(fact, parents[index] ?? -1, names.get(fact))),
    citations: withoutExamples(facts).sort(byStart),
    headings: headingsOf(kept, parents, names, text.length),
    links: [...liveLinks(facts.links, table), ...resolved.links].sort(byStart),
    labels: facts.labels.sort(byStart),
    comments: facts.comments.sort(byStart),
    includes: facts.includes.sort(byStart),
    failedAttributes: facts.failures.sort(byStart),
    leaves: texts.leaves.map(({ fact: { kind, context }, range }) => ({ kind, range, context })),
  };
  return { document, texts };
}

/** Adds the facts of the notes that something refers to; the others vanish with all that stands in them. */
function addReferredNotes(facts: PlacedFacts): void {
  const added = new Set<string>();
  for (const label of facts.noteReferences) {
    if (added.has(label)) continue;
    added.add(label);
    const note = facts.placedNotes.findLast((candidate) => candidate.label === label);
    if (note !== undefined) addShifted(facts, note.facts, note.by);
  }
}

/** Gives each div its end; one that is not closed goes on to the end of the file. */
function closeDivs(
  elements: readonly ElementFact[],
  fences: readonly DivFence[],
  end: number,
): ElementFact[] {
  const closed = [...elements];
  const open: number[] = [];
  const close = (index: number, at: TextRange): void => {
    const element = closed[index];
    if (element === undefined) return;
    const content = { start: element.contentRange.start, end: at.start };
    const contentRange = content.start > at.start ? { start: at.start, end: at.start } : content;
    closed[index] = {
      ...element,
      range: { start: element.range.start, end: at.end },
      contentRange,
    };
  };
  for (const fence of fences) {
    if (fence.type === 'open') {
      open.push(fence.element);
    } else {
      const index = open.pop();
      if (index !== undefined) close(index, fence.range);
    }
  }
  for (const index of open) close(index, { start: end, end });
  return closed;
}

interface HeadingName {
  readonly id: string;
  readonly automaticId?: string;
  readonly text: string;
}

function nameHeadings(
  elements: readonly ElementFact[],
  table: ReferenceTable,
  texts: LeafTexts,
): Map<ElementFact, HeadingName> {
  const identifiers = new AutomaticIdentifiers();
  const names = new Map<ElementFact, HeadingName>();
  for (const element of elements) {
    if (element.heading === undefined) continue;
    const { text } = texts.render(element.heading.leaf, 'plain', false);
    const written = element.id?.value;
    if (written !== undefined) identifiers.add(written);
    const id = written ?? identifiers.create(text);
    names.set(element, written === undefined ? { id, automaticId: id, text } : { id, text });
    table.addHeading(text, id);
  }
  return names;
}

/** For each element, in the order of starts, the index of the innermost one whose content holds it. */
function parentsOf(elements: readonly ElementFact[]): number[] {
  const open: number[] = [];
  return elements.map((element, index) => {
    for (;;) {
      const outer = open.at(-1);
      if (outer === undefined) break;
      const content = elements[outer]?.contentRange;
      if (content !== undefined && holds(content, element.range)) break;
      open.pop();
    }
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
}

function holds(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function publicElement(
  fact: ElementFact,
  parent: number,
  name: HeadingName | undefined,
): Attributed {
  const { carrier, form, id, classes, attributes, range, contentRange, attributeRange, context } =
    fact;
  return {
    carrier,
    form,
    ...(id === undefined ? {} : { id }),
    ...(name?.automaticId === undefined ? {} : { automaticId: name.automaticId }),
    classes,
    attributes,
    range,
    contentRange,
    ...(attributeRange === undefined ? {} : { attributeRange }),
    parent,
    context,
  };
}

/** `@label` of an example list is a reference to it, not a citation. */
function withoutExamples(facts: PlacedFacts): Citation[] {
  const examples = new Set<string>();
  for (const label of facts.labels) if (label.kind === 'example') examples.add(label.id);
  if (examples.size === 0) return facts.citations;
  return facts.citations.filter(
    ({ key, groupRange }) => groupRange !== undefined || !examples.has(key),
  );
}

function headingsOf(
  elements: readonly ElementFact[],
  parents: readonly number[],
  names: ReadonlyMap<ElementFact, HeadingName>,
  end: number,
): Heading[] {
  const sections = sectionRanges(elements, parents, end);
  const headings: Heading[] = [];
  elements.forEach((element, index) => {
    const name = names.get(element);
    const sectionRange = sections.get(index);
    if (element.heading === undefined || name === undefined || sectionRange === undefined) return;
    const level = Math.min(element.heading.level, 6);
    const { range } = element;
    headings.push({ level, id: name.id, text: name.text, range, sectionRange, element: index });
  });
  return headings;
}

function byStart(a: { readonly range: TextRange }, b: { readonly range: TextRange }): number {
  return a.range.start - b.range.start || b.range.end - a.range.end;
}
