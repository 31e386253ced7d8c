import { containsRange, type TextRange } from '../text/range';
import { append } from './append';
import type { Block, BlockLists } from './block';
import type { ElementFact, Facts, ReferenceUse } from './facts';
import type { LeafFact } from './leafFact';
import type { MetadataEntry } from './metadataEntries';
import {
  isElement,
  linkedUses,
  liveLinks,
  madeReferences,
  type ReferenceTable,
} from './references';
import type { Citation, Comment, FailedAttributes, Include, InternalLink, Label } from './types';

const none: readonly never[] = [];

/** Puts the lists of facts in order, as they were found mostly. Leaves stay in the order in which Pandoc gives them. */
export function sortFacts(facts: Facts): void {
  sortByPlace(facts.ownElements);
  sortByPlace(facts.ownCitations);
  sortByPlace(facts.ownLinks);
  sortByPlace(facts.ownLabels);
  sortByPlace(facts.ownComments);
  sortByPlace(facts.ownIncludes);
  sortByPlace(facts.ownFailures);
  if (facts.ownNotes !== undefined) for (const note of facts.ownNotes) sortFacts(note.facts);
}

/** Resolves the references of a block and nests its elements. Elements that were found before stay the same ones. */
export function resolveBlock(block: Block, table: ReferenceTable): void {
  const { facts } = block;
  const hasExamples = facts.ownCitations !== undefined && table.hasExamples;
  const overridden = table.overriddenEntries(facts);
  const isPlain = !block.refersToOthers && !hasExamples && overridden.length === 0;
  const isSorted = facts.ownLeaves === undefined || areLeavesSorted(facts.ownLeaves);
  const lists = isPlain && isSorted ? undefined : listsOf(facts, table);
  block.lists = lists && withoutOverridden(lists, overridden);
  if (facts.ownElements !== undefined || block.refersToOthers) nest(block.elements);
}

function listsOf(facts: Facts, table: ReferenceTable): BlockLists {
  const parts = [facts];
  for (const note of facts.ownNotes ?? none) if (table.isReferred(note)) parts.push(note.facts);
  const uses = joined<ReferenceUse>(parts, (part) => part.ownUses);
  const linked = linkedUses(uses, table);
  const made = madeReferences(uses, table, linked);
  const readingOrder = trimmed(joined<LeafFact>(parts, (part) => part.ownLeaves));
  return {
    elements: trimmed(elementsOf(parts, linked, made)),
    citations: trimmed(citationsOf(parts, table)),
    links: trimmed(linksOf(parts, linked, made)),
    labels: trimmed(inOrder(joined<Label>(parts, (part) => part.ownLabels))),
    comments: trimmed(inOrder(joined<Comment>(parts, (part) => part.ownComments))),
    includes: trimmed(inOrder(joined<Include>(parts, (part) => part.ownIncludes))),
    failedAttributes: trimmed(inOrder(joined<FailedAttributes>(parts, (part) => part.ownFailures))),
    leaves: areLeavesSorted(readingOrder)
      ? readingOrder
      : [...readingOrder].sort((a, b) => a.range.from - b.range.from),
    readingOrder,
  };
}

/** Without the room that a list has that was made to grow. */
function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length > 0 ? list.slice() : none;
}

/** Of what a later block of metadata overrides, nothing is printed. */
function withoutOverridden(lists: BlockLists, entries: readonly MetadataEntry[]): BlockLists {
  if (entries.length === 0) return lists;
  const kept = <T extends { readonly range: TextRange }>(items: readonly T[]): T[] =>
    items.filter((item) => !entries.some(({ range }) => containsRange(range, item.range)));
  return {
    ...lists,
    elements: kept(lists.elements),
    citations: kept(lists.citations),
    links: kept(lists.links),
    labels: kept(lists.labels),
    failedAttributes: kept(lists.failedAttributes),
    leaves: kept(lists.leaves),
    readingOrder: kept(lists.readingOrder),
  };
}

function elementsOf(
  parts: readonly Facts[],
  linked: ReadonlySet<ReferenceUse>,
  made: ReturnType<typeof madeReferences>,
): ElementFact[] {
  const elements = joined<ElementFact>(parts, (part) => part.ownElements);
  const list =
    linked.size === 0
      ? elements
      : elements.filter(({ insideUse }) => !insideUse || !linked.has(insideUse));
  for (const reference of made) if (isElement(reference)) list.push(reference.element);
  return inOrder(list);
}

function citationsOf(parts: readonly Facts[], table: ReferenceTable): Citation[] {
  const citations = inOrder(joined<Citation>(parts, (part) => part.ownCitations));
  if (!table.hasExamples) return citations;
  return citations.filter(
    ({ key, groupRange }) => groupRange !== undefined || table.exampleNumber(key) === undefined,
  );
}

function linksOf(
  parts: readonly Facts[],
  linked: ReadonlySet<ReferenceUse>,
  made: ReturnType<typeof madeReferences>,
): InternalLink[] {
  const links: InternalLink[] = [
    ...liveLinks(
      joined(parts, (part) => part.ownLinks),
      linked,
    ),
  ];
  for (const { link } of made) if (link !== undefined) links.push(link);
  return inOrder(links);
}

/** Tells each element which is the innermost one whose content holds it; they come in the order of their starts. */
function nest(elements: readonly ElementFact[]): void {
  const [first] = elements;
  if (elements.length === 1 && first !== undefined) {
    first.nestIn(undefined);
    return;
  }
  const open: ElementFact[] = [];
  for (const element of elements) {
    for (let outer = open.at(-1); outer !== undefined; outer = open.at(-1)) {
      if (containsRange(outer.contentRange, element.range)) break;
      open.pop();
    }
    element.nestIn(open.at(-1));
    open.push(element);
  }
}

function joined<T>(
  parts: readonly Facts[],
  listOf: (part: Facts) => readonly T[] | undefined,
): T[] {
  const all: T[] = [];
  for (const part of parts) append(all, listOf(part) ?? none);
  return all;
}

function inOrder<T extends { readonly range: TextRange }>(items: T[]): T[] {
  sortByPlace(items);
  return items;
}

/** Sorts by start, the longer one first; mostly the list is in order already. */
function sortByPlace(items: { readonly range: TextRange }[] | undefined): void {
  if (items === undefined) return;
  for (let index = 1; index < items.length; index++) {
    const before = items[index - 1];
    const item = items[index];
    if (before !== undefined && item !== undefined && byStart(before, item) > 0) {
      items.sort(byStart);
      return;
    }
  }
}

function areLeavesSorted(leaves: readonly LeafFact[]): boolean {
  for (let index = 1; index < leaves.length; index++) {
    if ((leaves[index]?.range.from ?? 0) < (leaves[index - 1]?.range.from ?? 0)) return false;
  }
  return true;
}

function byStart(a: { readonly range: TextRange }, b: { readonly range: TextRange }): number {
  return a.range.start - b.range.start || b.range.end - a.range.end;
}
