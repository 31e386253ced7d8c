import { type Anchor, AnchoredRange } from '../text/anchor';
import { firstFrom } from '../text/search';
import type { TextEdit } from '../text/textEdit';
import { keepElements, matchElements } from './adopt';
import type { Block } from './block';
import { BlockList } from './blockList';
import type { ElementFact } from './facts';
import { pairDivs } from './fences';
import { type HeadingView, headingsOf } from './headings';
import { LeafTexts } from './leafTexts';
import { ReferenceTable } from './references';
import { Rescan, scanAll } from './rescan';
import { isDependent, resolveBlock } from './resolve';
import { readStructure } from './structure';
import type { DocumentChange } from './live';

/** A document that may be edited: its blocks, and what they tell each other. */
export class DocumentState {
  readonly list = new BlockList();
  readonly texts = new LeafTexts(this.list);
  /** The end of the text, wherever that is. */
  readonly end = new AnchoredRange(new EndAnchor(this.list), 0, 0);
  table = new ReferenceTable();
  headings: readonly HeadingView[] = [];
  /** The blocks whose reading depends on all the text behind them. */
  readonly #open = new Set<Block>();

  constructor(text: string) {
    const { blocks, lines } = scanAll(text);
    this.list.replace(0, 0, blocks, lines);
    for (const block of blocks) if (block.isOpen) this.#open.add(block);
    this.#structure(undefined);
    this.#findHeadings();
  }

  /** @throws RangeError when two edits overlap or one lies outside the text; nothing is changed then. */
  edit(edits: readonly TextEdit[]): DocumentChange {
    const ordered = inOrder(edits, this.list.length);
    const frontMatter = this.list.at(0).facts.metadata;
    const removed = new Set<Block>();
    const added = new Set<Block>();
    const near = new Set<Block>();
    for (const edit of ordered.reverse()) this.#scan(edit, removed, added, near);
    const before = [...removed].flatMap(({ lists }) => lists.elements);
    const changed = this.#structure(added);
    const after = [...added].flatMap(({ lists }) => lists.elements);
    const adoption = matchElements(before, after);
    keepElements([...added], adoption);
    for (const block of added) this.#resolve(block);
    pairDivs(this.list.blocks, this.end);
    const { renamed } = readStructure(this.list.blocks, this.texts);
    this.#findHeadings();
    const touched = new Set<ElementFact>([...adoption.kept.values(), ...renamed]);
    for (const block of near) if (!removed.has(block)) this.#addAround(block, touched);
    const addedElements = [...adoption.added, ...changed.added];
    for (const element of addedElements) touched.delete(element);
    return {
      removedBlocks: [...removed],
      addedBlocks: [...added],
      removedElements: [...adoption.removed, ...changed.removed],
      addedElements,
      touchedElements: [...touched],
      structureChanged: true,
      frontMatterChanged: frontMatter !== this.list.at(0).facts.metadata,
    };
  }

  /** Scans again what one edit concerns. */
  #scan(edit: TextEdit, removed: Set<Block>, added: Set<Block>, near: Set<Block>): void {
    const { list } = this;
    const change = { start: edit.range.start, end: edit.range.end, newText: edit.newText };
    const patches = new Rescan(list, change).run(this.#open);
    for (const { first, last, blocks, lines } of patches.reverse()) {
      for (const block of list.blocks.slice(first, last)) {
        this.#open.delete(block);
        near.delete(block);
        if (!added.delete(block)) removed.add(block);
      }
      list.replace(first, last, blocks, lines);
      for (const block of blocks) {
        added.add(block);
        near.add(block);
        if (block.isOpen) this.#open.add(block);
      }
      const neighbour = list.blocks[first] ?? list.blocks[first - 1];
      if (blocks.length === 0 && neighbour !== undefined) near.add(neighbour);
    }
  }

  /**
   * Puts together what blocks tell each other; gives the elements that came and went in other blocks than
   * those that are new: all of them where none are given.
   */
  #structure(blocks: ReadonlySet<Block> | undefined): {
    removed: ElementFact[];
    added: ElementFact[];
  } {
    pairDivs(this.list.blocks, this.end);
    const { table } = readStructure(this.list.blocks, this.texts);
    this.table = table;
    const removed: ElementFact[] = [];
    const added: ElementFact[] = [];
    for (const block of this.list.blocks) {
      if (blocks === undefined || blocks.has(block)) {
        this.#resolve(block);
      } else if (isDependent(block.facts)) {
        const before = block.lists.elements;
        this.#resolve(block);
        const after = block.lists.elements;
        if (before === after) continue;
        removed.push(...before.filter((element) => !after.includes(element)));
        added.push(...after.filter((element) => !before.includes(element)));
      }
    }
    return { removed, added };
  }

  #resolve(block: Block): void {
    block.lists = resolveBlock(block.facts, this.table, block.lists);
  }

  #findHeadings(): void {
    const elements: ElementFact[] = [];
    for (const { lists } of this.list.blocks) {
      for (const element of lists.elements)
        if (element.heading !== undefined) elements.push(element);
    }
    this.headings = headingsOf(elements, this.end);
  }

  /** Adds the divs and the headings of the sections around a block. */
  #addAround(block: Block, elements: Set<ElementFact>): void {
    for (let { div } = block.anchor; div !== undefined; div = div.parent) elements.add(div);
    const { start } = block;
    const behind = firstFrom(this.headings, start + 1, ({ range }) => range.start);
    for (let view = this.headings[behind - 1]; view !== undefined; view = view.outer) {
      if (view.sectionRange.end >= start) elements.add(view.element);
    }
  }
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

function inOrder(edits: readonly TextEdit[], length: number): TextEdit[] {
  const ordered = [...edits].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
  let last = 0;
  for (const { range } of ordered) {
    if (range.start < last || range.end < range.start || range.end > length) {
      throw new RangeError(`overlapping edits, or one beyond the text, at offset ${range.start}`);
    }
    last = range.end;
  }
  return ordered;
}
