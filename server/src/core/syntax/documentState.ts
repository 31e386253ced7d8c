import { type Anchor, AnchoredRange } from '../text/anchor';
import { firstFrom } from '../text/search';
import type { TextEdit } from '../text/textEdit';
import { type Adoption, keepElements, matchElements } from './adopt';
import { append } from './append';
import { answersTo } from './answers';
import type { Block } from './block';
import { BlockList } from './blockList';
import { contributionOf } from './contribution';
import type { ElementFact, HeadingFact, ShownHeading, NoteFact } from './facts';
import { pairDivs } from './fences';
import { type HeadingView, headingsOf } from './headings';
import { LeafTexts } from './leafTexts';
import type { HeadingNames } from './headingNames';
import { entriesOf, type MetadataEntry } from './metadataEntries';
import type { ReferenceTable } from './references';
import { type Replacement, Replacements } from './replacements';
import { type Change, type Patch, Rescan, scanAll } from './rescan';
import { resolveBlock } from './resolve';
import { readStructure, type Structure } from './structure';
import type { DocumentChange } from './types';

/** Elements that came and went. */
interface Difference {
  readonly removed: readonly ElementFact[];
  readonly added: readonly ElementFact[];
  /** Those that stay and may say something else. */
  readonly touched: readonly ElementFact[];
  readonly structureChanged: boolean;
  readonly divsChanged: boolean;
}

/** A document that may be edited: its blocks, and what they tell each other. */
export class DocumentState {
  readonly list = new BlockList();
  readonly texts = new LeafTexts(this.list);
  /** The end of the text, wherever that is. */
  readonly end = new AnchoredRange(new EndAnchor(this.list), 0, 0);
  table: ReferenceTable;
  #names: HeadingNames;
  /** Whether the edit that is being made has given a heading another identifier. */
  #hasRenamed = false;
  headings: readonly HeadingView[] = [];
  /** The blocks whose reading depends on all the text behind them. */
  readonly #open = new Set<Block>();

  constructor(text: string) {
    const { blocks, lines } = scanAll(text);
    this.list.replace(0, 0, blocks, lines);
    for (const block of blocks) if (block.isOpen) this.#open.add(block);
    const { table, names } = readStructure(blocks, this.texts);
    this.table = table;
    this.#names = names;
    for (const block of blocks) resolveBlock(block, this.table);
    this.#pairDivsAndHeadings();
  }

  /** @throws RangeError when two edits overlap or one lies outside the text; nothing is changed then. */
  edit(edits: readonly TextEdit[]): DocumentChange {
    const changes = changesOf(edits, this.list.length);
    const frontMatter = this.list.at(0).facts.metadata;
    const removed = new Set<Block>();
    const added = new Set<Block>();
    const replacements: Replacement[] = [];
    const near = new Set<Block>();
    this.#hasRenamed = false;
    for (const change of changes) {
      const patches = new Rescan(this.list, change).run(this.#open);
      for (const replacement of this.#apply(patches, near)) {
        replacements.push(replacement);
        for (const block of replacement.before) if (!added.delete(block)) removed.add(block);
        for (const block of replacement.after) added.add(block);
      }
    }
    const isLocal = changes.length === 1 && this.#isLocal(replacements);
    const difference = isLocal
      ? this.#renewLocally(replacements)
      : this.#renewAll(this.#readOthersAnew(replacements, removed, added, near));
    const touched = new Set(difference.touched);
    for (const block of near) if (!removed.has(block)) this.#addAround(block, touched);
    for (const element of difference.added) touched.delete(element);
    return {
      removedBlocks: [...removed],
      addedBlocks: [...added],
      removedElements: difference.removed,
      addedElements: difference.added,
      touchedElements: [...touched],
      structureChanged: difference.structureChanged,
      divsChanged: difference.divsChanged,
      frontMatterChanged: frontMatter !== this.list.at(0).facts.metadata,
    };
  }

  /** Puts in what was scanned again, which comes in order; what stands last is replaced first. */
  #apply(patches: readonly Patch[], near: Set<Block>): Replacement[] {
    const { list } = this;
    const replacements: Replacement[] = [];
    for (const patch of [...patches].reverse()) {
      const { first, last, blocks, lines } = patch;
      const before = list.blocks.slice(first, last);
      list.replace(first, last, blocks, lines);
      for (const block of before) this.#open.delete(block);
      for (const block of blocks) if (block.isOpen) this.#open.add(block);
      replacements.push({ before, after: blocks });
      for (const block of blocks) near.add(block);
      const neighbour = list.blocks[first] ?? list.blocks[first - 1];
      if (blocks.length === 0 && neighbour !== undefined) near.add(neighbour);
    }
    return replacements;
  }

  /** Whether the new blocks concern others as the old ones did. */
  #isLocal(replacements: readonly Replacement[]): boolean {
    return replacements.every(({ before, after }) => {
      const now = contributionOf(after);
      const isAlike = now !== undefined && now === contributionOf(before);
      return isAlike && this.#hasSameEntries(before, after) && this.#retitle(before, after);
    });
  }

  /** Whether new blocks have the same keys of metadata as the old ones, where that may matter. */
  #hasSameEntries(before: readonly Block[], after: readonly Block[]): boolean {
    if (!this.table.hasSeveralMetadata) return true;
    const keys = metadataEntries(after).map(({ key }) => key);
    return isEqual(
      metadataEntries(before).map(({ key }) => key),
      keys,
    );
  }

  /** Gives the headings of new blocks the names of the old ones, or their own where that concerns no others. */
  #retitle(before: readonly Block[], after: readonly Block[]): boolean {
    const headings = headingFacts(after);
    const old = headingFacts(before);
    const changes = old.flatMap((element, index) => {
      const heading = headings[index]?.heading;
      const name = element.heading?.name;
      if (heading === undefined || name === undefined) return [];
      if (sourceOf(heading) === sourceOf(element.heading)) {
        heading.name = name;
        return [];
      }
      const now = this.texts.nameOf(heading, this.table);
      const isSame = now.title === name.title && now.key === name.key && now.base === name.base;
      return isSame ? [] : [{ element, name, now }];
    });
    const [change] = changes;
    if (change === undefined) return true;
    const { element, name, now } = change;
    if (changes.length > 1) return false;
    if (!this.#names.mayChange(element, name, now, this.list.blocks)) return false;
    this.#names.remove(element, name);
    if (element.automaticId === name.base && now.base !== name.base) {
      element.automaticId = now.base;
      this.#hasRenamed = true;
    }
    this.#names.add(element, now);
    return true;
  }

  /** Puts the new blocks into the document where they concern others as the old ones did. */
  #renewLocally(replacements: readonly Replacement[]): Difference {
    const removed: ElementFact[] = [];
    const added: ElementFact[] = [];
    const touched: ElementFact[] = [];
    let isShaped = true;
    for (const { before, after } of replacements) {
      const [first] = before;
      this.#replaceNotes(before, after);
      this.#replaceEntries(before, after);
      for (const block of after) resolveBlock(block, this.table);
      const adoption = matchElements(elementsOf(before), elementsOf(after));
      const old = headingFacts(before);
      const headings = headingFacts(after);
      const views = old.map(({ heading }) => heading?.view);
      headings.forEach((heading, index) => {
        const { automaticId } = old[index] ?? {};
        if (automaticId !== undefined) heading.automaticId = automaticId;
      });
      this.#keep(after, adoption);
      headings.forEach((heading, index) => {
        showAs(adoption.kept.get(heading) ?? heading, views[index]);
      });
      const areDivsSame = takeOverFences(before, after, first?.div);
      isShaped &&= areDivsSame;
      append(removed, adoption.removed);
      append(added, adoption.added);
      append(touched, adoption.kept.values());
    }
    if (!isShaped) this.#pairDivsAndHeadings();
    const structureChanged = !isShaped || this.#hasRenamed;
    return { removed, added, touched, structureChanged, divsChanged: !isShaped };
  }

  /**
   * Scans those blocks as well whose text and elements depend on what has changed in others, until there are none: with a
   * block those on its line are scanned, and what they define is defined anew.
   */
  #readOthersAnew(
    replacements: readonly Replacement[],
    removed: Set<Block>,
    added: Set<Block>,
    near: Set<Block>,
  ): Renewal {
    const groups = new Replacements();
    for (const replacement of replacements) groups.add(replacement);
    const renamed: ElementFact[] = [];
    for (;;) {
      const structure = readStructure(this.list.blocks, this.texts);
      append(renamed, structure.renamed);
      const others = this.#othersConcerned(structure.table, added);
      if (others.length === 0) return { groups: [...groups], added, structure, renamed };
      for (const block of others) {
        if (removed.has(block)) continue;
        for (const replacement of this.#apply(Rescan.again(this.list, block), near)) {
          groups.add(replacement);
          for (const old of replacement.before) if (!added.delete(old)) removed.add(old);
          for (const one of replacement.after) added.add(one);
        }
      }
    }
  }

  /** The blocks that were not scanned again, but are told something else than before. */
  #othersConcerned(table: ReferenceTable, added: ReadonlySet<Block>): Block[] {
    return this.list.blocks.filter((block) => {
      const { facts } = block;
      const { ownUses, ownNotes, ownNoteReferences, ownCitations, ownMetadata } = facts;
      const isTold = ownUses ?? ownNotes ?? ownNoteReferences ?? ownCitations ?? ownMetadata;
      if (isTold === undefined || added.has(block)) return false;
      return !isEqual(answersTo(facts, this.table), answersTo(facts, table));
    });
  }

  /** Puts together anew what blocks tell each other. */
  #renewAll({ groups, added: addedBlocks, structure, renamed }: Renewal): Difference {
    const before = groups.map((group) => elementsOf(group.before));
    const { table, names } = structure;
    this.table = table;
    this.#names = names;
    const removed: ElementFact[] = [];
    const added: ElementFact[] = [];
    for (const block of this.list.blocks) {
      if (addedBlocks.has(block)) {
        resolveBlock(block, table);
      } else if (block.refersToOthers) {
        const elements = block.elements;
        resolveBlock(block, table);
        addDifference(elements, block.elements, removed, added);
      }
    }
    // Group by group, so that elements that go on keep their order.
    const adoption = joined(
      groups.map(({ after }, index) => matchElements(before[index] ?? [], elementsOf(after))),
    );
    const touched = new Set(renamed.filter((element) => !adoption.kept.has(element)));
    for (const [element, old] of adoption.kept) {
      touched.add(old);
      if (element.automaticId !== undefined) old.automaticId = element.automaticId;
    }
    this.#keep(addedBlocks, adoption);
    this.#pairDivsAndHeadings();
    append(removed, adoption.removed);
    append(added, adoption.added);
    // What was renamed may have been scanned once more since.
    const present = new Set(elementsOf(this.list.blocks));
    return {
      removed,
      added,
      touched: [...touched].filter((element) => present.has(element)),
      structureChanged: true,
      divsChanged: hasFence(addedBlocks) || groups.some((group) => hasFence(group.before)),
    };
  }

  /** Lets the elements that go on take their new places. */
  #keep(blocks: Iterable<Block>, adoption: Adoption): void {
    if (adoption.kept.size === 0) return;
    keepElements(blocks, adoption);
    for (const block of blocks) resolveBlock(block, this.table);
  }

  #replaceNotes(before: readonly Block[], after: readonly Block[]): void {
    const notes = notesOf(after);
    notesOf(before).forEach((old, index) => {
      const note = notes[index];
      if (note !== undefined) this.table.replaceNote(old, note);
    });
  }

  #replaceEntries(before: readonly Block[], after: readonly Block[]): void {
    if (!this.table.hasSeveralMetadata) return;
    const entries = metadataEntries(after);
    metadataEntries(before).forEach((old, index) => {
      const entry = entries[index];
      if (entry !== undefined) this.table.replaceEntry(old, entry);
    });
  }

  #pairDivsAndHeadings(): void {
    pairDivs(this.list.blocks, this.end);
    this.headings = headingsOf(this.list.blocks, this.end);
  }

  /** Adds the divs and the headings of the sections around a block. */
  #addAround(block: Block, elements: Set<ElementFact>): void {
    for (let { div } = block; div !== undefined; div = div.parent) elements.add(div);
    const { start } = block;
    const behind = firstFrom(this.headings, start + 1, ({ range }) => range.start);
    for (let view = this.headings[behind - 1]; view !== undefined; view = view.outer) {
      if (view.sectionRange.end >= start) elements.add(view.element);
    }
  }
}

/** Blocks that were scanned again, with what stands in their place. */
interface Renewal {
  readonly groups: readonly Replacement[];
  /** All that stand in the place of others. */
  readonly added: ReadonlySet<Block>;
  /** What the blocks tell each other now. */
  readonly structure: Structure;
  /** The headings whose automatic identifier is another one now. */
  readonly renamed: readonly ElementFact[];
}

function joined(adoptions: readonly Adoption[]): Adoption {
  return {
    kept: new Map(adoptions.flatMap(({ kept }) => [...kept])),
    removed: adoptions.flatMap(({ removed }) => removed),
    added: adoptions.flatMap(({ added }) => added),
  };
}

function isEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((answer, index) => answer === b[index]);
}

/** The end of a text. */
class EndAnchor implements Anchor {
  readonly #list: BlockList;

  constructor(list: BlockList) {
    this.#list = list;
  }

  get shift(): number {
    return this.#list.length;
  }
}

/** Lets new blocks take over what the fences of the old ones stand for; false where that cannot be. */
function takeOverFences(
  before: readonly Block[],
  after: readonly Block[],
  around: ElementFact | undefined,
): boolean {
  const fences = before.flatMap(({ fence }) => fence ?? []);
  let index = 0;
  let div = around;
  for (const block of after) {
    const { fence } = block;
    block.div = div;
    if (fence === undefined) continue;
    const old = fences[index++];
    if (fence.type === 'open') {
      if (old?.type !== 'open' || old.element !== fence.element) return false;
      div = fence.element;
    } else {
      if (old?.type !== 'close') return false;
      old.range.become(fence.range);
      block.fence = old;
      div = div?.parent;
    }
  }
  return true;
}

/** A heading as it is written, without its marks. */
function sourceOf(heading: HeadingFact | undefined): string | undefined {
  if (heading === undefined) return undefined;
  const { scanned, start, end } = heading.leaf.source;
  return scanned.text.slice(start, end);
}

/** Lets a heading be shown in the place of another one. */
function showAs(element: ElementFact, view: ShownHeading | undefined): void {
  if (element.heading === undefined || view === undefined) return;
  view.element = element;
  element.heading.view = view;
}

/** Whether a div begins or ends in some blocks, and reaches beyond its own. */
function hasFence(blocks: Iterable<Block>): boolean {
  for (const { fence } of blocks) if (fence !== undefined) return true;
  return false;
}

function elementsOf(blocks: Iterable<Block>): ElementFact[] {
  const all: ElementFact[] = [];
  for (const { elements } of blocks) append(all, elements);
  return all;
}

/** The headings of blocks that stand in the body. */
function headingFacts(blocks: readonly Block[]): ElementFact[] {
  return blocks.flatMap(({ facts }) =>
    (facts.ownElements ?? []).filter(({ heading }) => heading !== undefined),
  );
}

function notesOf(blocks: readonly Block[]): NoteFact[] {
  return blocks.flatMap(({ facts }) => facts.ownNotes ?? []);
}

function metadataEntries(blocks: readonly Block[]): MetadataEntry[] {
  return blocks.flatMap(({ facts }) => entriesOf(facts.ownMetadata ?? []));
}

function addDifference(
  before: readonly ElementFact[],
  after: readonly ElementFact[],
  removed: ElementFact[],
  added: ElementFact[],
): void {
  if (before === after) return;
  const old = new Set(before);
  for (const element of after) if (!old.delete(element)) added.push(element);
  append(removed, old);
}

/** The edits from the last to the first, so that the offsets of each are right when it is made. */
function changesOf(edits: readonly TextEdit[], length: number): Change[] {
  const ordered = edits.map(({ range, newText }) => ({
    start: range.start,
    end: range.end,
    newText,
  }));
  ordered.sort((a, b) => a.start - b.start || a.end - b.end);
  let last = 0;
  for (const { start, end } of ordered) {
    if (start < last || end < start || end > length) {
      throw new RangeError(`overlapping edits, or one beyond the text, at offset ${start}`);
    }
    last = end;
  }
  return ordered.reverse();
}
