import { AnchoredRange } from '../text/anchor';
import { containsRange, type TextRange } from '../text/range';
import type { ElementFact, Facts, FoundFacts, LeafFact, ReferenceUse } from './facts';
import {
  isElement,
  linkedUses,
  liveLinks,
  madeReferences,
  type ReferenceTable,
} from './references';
import type {
  Citation,
  Comment,
  FailedAttributes,
  Include,
  InternalLink,
  Label,
  SyntaxFacts,
} from './types';

/** What a block says once references are resolved. */
export interface BlockLists extends SyntaxFacts {
  readonly elements: readonly ElementFact[];
  readonly leaves: readonly LeafFact[];
  /** The leaves in the order in which Pandoc gives them: captions first, cells one by one. */
  readonly readingOrder: readonly LeafFact[];
}

const none: readonly never[] = [];

/** What a block without anything says. */
export const emptyLists: BlockLists = {
  elements: none,
  citations: none,
  links: none,
  labels: none,
  comments: none,
  includes: none,
  failedAttributes: none,
  leaves: none,
  readingOrder: none,
};

/** Whether what a block says may depend on other blocks. */
export function isDependent({ found }: Facts): boolean {
  return found.uses !== undefined || found.notes !== undefined || found.citations !== undefined;
}

/** Resolves the references of a block. Lists that are as they were in `before` stay the same ones. */
export function resolveBlock(facts: Facts, table: ReferenceTable, before: BlockLists): BlockLists {
  const { found } = facts;
  if (found.uses === undefined && found.notes === undefined) return ownLists(found, table, before);
  const parts = [found];
  for (const note of facts.found.notes ?? none) {
    if (table.isReferred(note)) parts.push(note.facts.found);
  }
  const uses = joined<ReferenceUse>(parts, (part) => part.uses);
  const linked = linkedUses(uses, table);
  const made = madeReferences(uses, table, linked);
  const readingOrder = kept(
    before.readingOrder,
    joined<LeafFact>(parts, (part) => part.leaves),
  );
  const lists: BlockLists = {
    elements: kept(before.elements, elementsOf(parts, linked, made)),
    citations: kept(before.citations, citationsOf(parts, table)),
    links: kept(before.links, linksOf(parts, linked, made)),
    labels: kept(before.labels, inOrder(joined<Label>(parts, (part) => part.labels))),
    comments: kept(before.comments, inOrder(joined<Comment>(parts, (part) => part.comments))),
    includes: kept(before.includes, inOrder(joined<Include>(parts, (part) => part.includes))),
    failedAttributes: kept(
      before.failedAttributes,
      inOrder(joined<FailedAttributes>(parts, (part) => part.failures)),
    ),
    leaves: kept(before.leaves, leavesInOrder(readingOrder)),
    readingOrder,
  };
  nest(lists.elements);
  return lists;
}

/** What a block says in which nothing has to be resolved: most are such, and say it in order. */
function ownLists(found: FoundFacts, table: ReferenceTable, before: BlockLists): BlockLists {
  const { elements = none, citations = none, leaves = none } = found;
  const hasExamples = table.examples.size > 0 && citations.length > 0;
  const lists =
    hasExamples || !isInOrder(elements) || !isInOrder(citations) || !isInOrder(leaves) || found.rare
      ? orderedLists(found, table, before)
      : new OwnLists(found);
  nest(lists.elements);
  return lists;
}

/** The lists of a block as they were found. */
class OwnLists implements BlockLists {
  readonly #found: FoundFacts;

  constructor(found: FoundFacts) {
    this.#found = found;
  }

  get elements() {
    return this.#found.elements ?? none;
  }

  get citations() {
    return this.#found.citations ?? none;
  }

  get leaves() {
    return this.#found.leaves ?? none;
  }

  get readingOrder() {
    return this.#found.leaves ?? none;
  }

  get links() {
    return none;
  }

  get labels() {
    return none;
  }

  get comments() {
    return none;
  }

  get includes() {
    return none;
  }

  get failedAttributes() {
    return none;
  }
}

function orderedLists(found: FoundFacts, table: ReferenceTable, before: BlockLists): BlockLists {
  const readingOrder = found.leaves ?? none;
  return {
    elements: kept(before.elements, inOrder(found.elements ?? none)),
    citations: kept(before.citations, withoutExamples(inOrder(found.citations ?? none), table)),
    links: kept(before.links, inOrder<InternalLink>(found.links ?? none)),
    labels: kept(before.labels, inOrder(found.labels ?? none)),
    comments: kept(before.comments, inOrder(found.comments ?? none)),
    includes: kept(before.includes, inOrder(found.includes ?? none)),
    failedAttributes: kept(before.failedAttributes, inOrder(found.failures ?? none)),
    leaves: kept(before.leaves, leavesInOrder(readingOrder)),
    readingOrder,
  };
}

function elementsOf(
  parts: readonly FoundFacts[],
  linked: ReadonlySet<ReferenceUse>,
  made: ReturnType<typeof madeReferences>,
): readonly ElementFact[] {
  const elements = joined<ElementFact>(parts, (part) => part.elements);
  if (linked.size === 0 && made.length === 0) return inOrder(elements);
  const list = elements.filter(({ insideUse }) => !insideUse || !linked.has(insideUse));
  for (const reference of made) if (isElement(reference)) list.push(reference.element);
  return inOrder(list);
}

function citationsOf(parts: readonly FoundFacts[], table: ReferenceTable): readonly Citation[] {
  return withoutExamples(inOrder(joined<Citation>(parts, (part) => part.citations)), table);
}

function withoutExamples(
  citations: readonly Citation[],
  { examples }: ReferenceTable,
): readonly Citation[] {
  if (examples.size === 0) return citations;
  return citations.filter(({ key, groupRange }) => groupRange !== undefined || !examples.has(key));
}

function linksOf(
  parts: readonly FoundFacts[],
  linked: ReadonlySet<ReferenceUse>,
  made: ReturnType<typeof madeReferences>,
): readonly InternalLink[] {
  const links: InternalLink[] = [
    ...liveLinks(
      joined(parts, (part) => part.links),
      linked,
    ),
  ];
  for (const { link } of made) if (link !== undefined) links.push(link);
  return inOrder(links);
}

/** Tells each element which is the innermost one whose content holds it; they come in the order of their starts. */
function nest(elements: readonly ElementFact[]): void {
  if (elements.length < 2) {
    elements[0]?.nestIn(undefined);
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
  parts: readonly FoundFacts[],
  listOf: (part: FoundFacts) => readonly T[] | undefined,
): readonly T[] {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return listOf(first) ?? none;
  return parts.flatMap((part) => listOf(part) ?? none);
}

/** The list as it was before, where it is the same. */
function kept<T>(before: readonly T[], list: readonly T[]): readonly T[] {
  if (list === before || list.length !== before.length) return list;
  return list.every((item, index) => item === before[index]) ? before : list;
}

/** In the order of their starts, the longer one first; mostly the list is in order already. */
function inOrder<T extends Placed>(items: readonly T[]): readonly T[] {
  return sorted(items, byStart);
}

function leavesInOrder(leaves: readonly LeafFact[]): readonly LeafFact[] {
  return sorted(leaves, byStartOnly);
}

function sorted<T extends Placed>(
  items: readonly T[],
  compare: (a: Placed, b: Placed) => number,
): readonly T[] {
  return isInOrder(items, compare) ? items : [...items].sort(compare);
}

function isInOrder(items: readonly Placed[], compare = byStart): boolean {
  for (let index = 1; index < items.length; index++) {
    const before = items[index - 1];
    const item = items[index];
    if (before !== undefined && item !== undefined && compare(before, item) > 0) return false;
  }
  return true;
}

interface Placed {
  readonly range: TextRange;
}

/** All places of a block move together, so that it does not matter how far. */
function byStart({ range: a }: Placed, { range: b }: Placed): number {
  if (a instanceof AnchoredRange && b instanceof AnchoredRange) {
    return a.from - b.from || b.to - a.to;
  }
  return a.start - b.start || b.end - a.end;
}

function byStartOnly({ range: a }: Placed, { range: b }: Placed): number {
  return a.start - b.start;
}
